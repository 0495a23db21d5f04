import { createHash } from 'node:crypto';
import { canonical } from '../../catalog/difference/canonical.ts';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { PaperBrand } from '../reports/paper-brand.ts';
import { readBody } from './body-store.ts';
import { type BrandSettings, plainSettings } from './brand-settings.ts';

export interface KeptSettings {
  /** null: nothing was set yet. */
  readonly settings: BrandSettings | null;
  readonly revision: number;
}

export async function readBrandSettings(db: Db): Promise<KeptSettings> {
  const row: { facts: string; revision: number } | undefined = await db('brand_settings').where({ id: 1 }).first();
  return row && row.revision > 0
    ? { settings: { mark: null, ...JSON.parse(row.facts) }, revision: row.revision }
    : { settings: null, revision: 0 };
}

/** Throws `conflict` when it is no longer what somebody saw. */
export async function keepBrandSettings(trx: Trx, settings: BrandSettings, revision: number): Promise<void> {
  if (revision === 0) await trx('brand_settings').insert({ id: 1, facts: '{}', revision: 0 }).onConflict('id').ignore();
  const changed = await trx('brand_settings')
    .where({ id: 1, revision })
    .update({ facts: JSON.stringify(settings), revision: revision + 1 });
  if (changed !== 1) throw new AppError('conflict', message('brand.changedMeanwhile'));
}

/** Whose papers these are and how they look; null: neither the body nor the look was ever set. */
export async function readPaperBrand(db: Db, typed: BrandSettings | null = null): Promise<PaperBrand | null> {
  const [{ body }, { settings }] = await Promise.all([readBody(db), readBrandSettings(db)]);
  const set = typed ?? settings;
  if (!body && !set) return null;
  return {
    ...(set ?? plainSettings),
    name: { 'zh-CN': body?.nameZh ?? '', en: body?.nameEn ?? '' },
    address: { 'zh-CN': body?.addressZh ?? '', en: body?.addressEn ?? '' },
    accreditation: body?.accreditation ?? null,
  };
}

/** Keeps a look as a paper used it, once for each content. Gives the SHA-256 of its JSON with sorted keys. */
export async function keepUsedBrand(trx: Trx, brand: object): Promise<string> {
  const facts = canonical(brand);
  const sha256 = createHash('sha256').update(facts).digest('hex');
  await trx('used_brands').insert({ sha256, facts }).onConflict('sha256').ignore();
  return sha256;
}
