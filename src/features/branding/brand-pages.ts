import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { BrandSettings } from './brand-settings.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'branding/brand': BrandPage;
  }
}

export interface BrandPage extends PageFrame {
  readonly form: FormState;
  readonly revision: number;
  /** The kept ones as they are shown. */
  readonly pictures: Readonly<Record<'logo' | 'mark', ShownPicture | null>>;
  /** The certification body that papers name, in the reader's language; null: nobody has said yet. */
  readonly body: { readonly name: string; readonly imprint: string } | null;
}

export interface ShownPicture {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/** The kept settings as the form shows them. */
export function toBrandValues(settings: BrandSettings): FormState['values'] {
  const { colour, disclaimer, confidentiality, signatory, before, after } = settings;
  return {
    colour,
    disclaimerZh: disclaimer['zh-CN'],
    disclaimerEn: disclaimer.en,
    confidentialityZh: confidentiality['zh-CN'],
    confidentialityEn: confidentiality.en,
    signatory: signatory?.name ?? '',
    positionZh: signatory?.position['zh-CN'] ?? '',
    positionEn: signatory?.position.en ?? '',
    beforeZh: before['zh-CN'],
    beforeEn: before.en,
    afterZh: after['zh-CN'],
    afterEn: after.en,
  };
}
