import type { Language } from '../../i18n/language.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { textIn } from '../../model/clauses.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { colours, type TextStyle } from '../../pdf/theme.ts';
import type { CertificationBody } from '../branding/certification-body.ts';
import type { CertificateLook } from './certificate-look.ts';
import { type Sheet, sheetSize } from './certificate-sheet.ts';

/** In which language a certificate is printed; `both`: Chinese, and English below it. */
export const certificateLanguages = ['zh-CN', 'en', 'both'] as const;
export type CertificateLanguage = (typeof certificateLanguages)[number];

export interface CertificatePaper extends CertificateLook {
  readonly facts: CertificateFacts;
  readonly language: CertificateLanguage;
  /** Where the register tells its state; the QR code leads there. */
  readonly address: string;
  /** Says on the paper that it is signed with a key for trying out. */
  readonly trial: boolean;
  /** Stands in the file as the moment of making. */
  readonly at: Date;
}

export interface PaperContext extends CertificatePaper {
  readonly sheet: Sheet;
  readonly languages: readonly Language[];
}

/** Where QR code and dates begin. */
export const footTop = sheetSize.height - 172;
export const left = 74;
export const width = sheetSize.width - 2 * left;
/** Sites that stand on the face; with more of them all stand on the following pages. */
export const mostOnFace = 4;

export const label: TextStyle = { weight: 'regular', size: 8.5, leading: 13, colour: colours.muted };
export const value: TextStyle = { weight: 'regular', size: 10.5, leading: 16, colour: colours.ink };
export const small: TextStyle = { weight: 'regular', size: 7.5, leading: 11.5, colour: colours.muted };

/** What a paper in one language gets as space, where the other puts its second. */
export function air({ languages }: PaperContext): number {
  return languages.length === 1 ? 34 : 0;
}

export function siteLine({ name, address }: CertificateFacts['sites'][number]): string {
  return [name, address].filter(Boolean).join('  ');
}

/** The text in each language of the paper, those that are the same once. */
export function texts({ languages }: PaperContext, text: LocalizedText): string[] {
  return [...new Set(languages.map((language) => textIn(text, language, 'zh-CN')))].filter((line) => line !== '');
}

export function bodyName({ nameZh, nameEn }: CertificationBody, language: Language): string {
  return language === 'en' ? nameEn || nameZh : nameZh;
}
