import type { BrandPicture, PaperBrand } from '../reports/paper-brand.ts';

/** What is set of the look of papers; name, address and accreditation stand with the certification body. */
export type BrandSettings = Omit<PaperBrand, 'name' | 'address' | 'accreditation' | 'mark'> & {
  readonly mark: BrandPicture | null;
};

export const plainSettings: BrandSettings = {
  colour: '#1F4E79',
  logo: null,
  mark: null,
  disclaimer: { 'zh-CN': '', en: '' },
  confidentiality: { 'zh-CN': '', en: '' },
  signatory: null,
  before: { 'zh-CN': '', en: '' },
  after: { 'zh-CN': '', en: '' },
};
