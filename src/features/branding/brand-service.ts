import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { contrast } from '../../model/contrast.ts';
import { checkbox, optionalText, rule } from '../../web/forms.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { type BrandSettings, plainSettings } from './brand-settings.ts';
import { keepBrandSettings, readBrandSettings } from './brand-store.ts';
import { readLogo } from './read-logo.ts';

/** The least contrast of text on paper. */
const leastContrast = 4.5;

const longText = z
  .string()
  .optional()
  .transform((value) => (value ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .check(rule((value) => [...value].length <= 20_000, message('form.tooLong', { most: 20_000 })));

const colour = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .check(
    rule((value) => /^#[0-9A-F]{6}$/.test(value), message('brand.colourForm')),
    rule((value) => !/^#[0-9A-F]{6}$/.test(value) || contrast(value, '#FFFFFF') >= leastContrast, message('brand.colourPale')),
  );

export const brandForm = z.object({
  colour,
  disclaimerZh: optionalText(600),
  disclaimerEn: optionalText(1200),
  confidentialityZh: optionalText(40),
  confidentialityEn: optionalText(60),
  signatory: optionalText(80),
  positionZh: optionalText(60),
  positionEn: optionalText(80),
  beforeZh: longText,
  beforeEn: longText,
  afterZh: longText,
  afterEn: longText,
  removeLogo: checkbox(),
  removeMark: checkbox(),
  revision: z.coerce.number().int().min(0),
});
export type BrandInput = z.output<typeof brandForm>;

/** The pictures that were handed in with a form. */
export interface HandedPictures {
  readonly logo: Buffer | null;
  readonly mark: Buffer | null;
}

/** What was typed, with the pictures that were handed in, else the kept ones. Throws `invalid` for one that cannot be used. */
export async function toSettings(
  { db }: Pick<Deps, 'db'>,
  { removeLogo, removeMark, signatory, ...typed }: BrandInput,
  { logo, mark }: HandedPictures,
): Promise<BrandSettings> {
  const kept = (await readBrandSettings(db)).settings ?? plainSettings;
  const both = (zh: string | null, en: string | null) => ({ 'zh-CN': zh ?? '', en: en ?? '' });
  return {
    colour: typed.colour,
    logo: logo ? await readLogo(logo, 'logo') : removeLogo ? null : kept.logo,
    mark: mark ? await readLogo(mark, 'mark') : removeMark ? null : kept.mark,
    disclaimer: both(typed.disclaimerZh, typed.disclaimerEn),
    confidentiality: both(typed.confidentialityZh, typed.confidentialityEn),
    signatory: signatory ? { name: signatory, position: both(typed.positionZh, typed.positionEn) } : null,
    before: both(typed.beforeZh, typed.beforeEn),
    after: both(typed.afterZh, typed.afterEn),
  };
}

/** Sets how papers look from now on; those that are issued stay as they are. Throws `conflict` when somebody was quicker. */
export async function changeBrand(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  settings: BrandSettings,
  revision: number,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await readBrandSettings(trx);
    await keepBrandSettings(trx, settings, revision);
    const details = { before: before.settings && told(before.settings), after: told(settings) };
    await recordAuditEntry(trx, { at, actor, deed: 'brand.changed', subject: 'brand', subjectId: '1', details });
  });
}

/** Without the bytes of the pictures, which would fill the trail. */
function told({ logo, mark, ...rest }: BrandSettings): object {
  const size = (picture: BrandSettings['mark']) => picture && { width: picture.width, height: picture.height };
  return { ...rest, logo: size(logo), mark: size(mark) };
}
