import type { Language } from '../../i18n/language.ts';

/** A text in both languages; an empty one is not printed. */
export type BothTexts = Readonly<Record<Language, string>>;

/** A PNG without transparency, base64. */
export interface BrandPicture {
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

/** Whose papers these are and how they look: plain data, kept with each paper that is issued. */
export interface PaperBrand {
  readonly name: BothTexts;
  readonly address: BothTexts;
  readonly accreditation: string | null;
  /** `#RRGGBB`, dark enough to be read on white. */
  readonly colour: string;
  readonly logo: BrandPicture | null;
  /** Of the accreditation; stands on what tells of an audit. Missing in what was kept while only certificates bore it. */
  readonly mark?: BrandPicture | null;
  readonly disclaimer: BothTexts;
  /** Stands in the footer of every page. */
  readonly confidentiality: BothTexts;
  /** Who signs for the body; null: nobody. */
  readonly signatory: { readonly name: string; readonly position: BothTexts } | null;
  /** Chapters of the body's own, as Markdown. */
  readonly before: BothTexts;
  readonly after: BothTexts;
}
