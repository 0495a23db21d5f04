import { translator } from '../../i18n/translate.ts';
import { languagesOf, type PaperLanguage } from '../reports/paper.ts';
import type { DocumentId } from './document-kind.ts';

interface Named {
  readonly kind: DocumentId;
  readonly language: PaperLanguage;
  readonly number: string;
  readonly organization: string;
}

/** A name such as `A-2026-0007 海川电器有限公司 管理层摘要.pdf`. */
export function fileNameOf({ kind, language, number, organization }: Named): string {
  const titles = languagesOf(language).map((one) => translator(one)(`paper.${kind}`));
  return toFileName([number, organization, ...titles].join(' '));
}

/** That text as the name of a PDF. */
export function toFileName(text: string): string {
  return `${text.replace(/[/\\]/g, '-')}.pdf`;
}
