import { translator } from '../../i18n/translate.ts';
import { languagesOf, type PaperId, type PaperLanguage } from '../reports/paper.ts';

interface Named {
  readonly kind: PaperId;
  readonly language: PaperLanguage;
  readonly number: string;
  readonly organization: string;
}

/** A name such as `A-2026-0007 海川电器有限公司 管理层摘要.pdf`. */
export function fileNameOf({ kind, language, number, organization }: Named): string {
  const titles = languagesOf(language).map((one) => translator(one)(`paper.${kind}`));
  return `${[number, organization, ...titles].join(' ').replace(/[/\\]/g, '-')}.pdf`;
}
