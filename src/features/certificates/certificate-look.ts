import type { Db, Trx } from '../../db/db.ts';
import { readBody } from '../branding/body-store.ts';
import { keepUsedBrand, readBrandSettings } from '../branding/brand-store.ts';
import type { CertificationBody } from '../branding/certification-body.ts';
import type { BrandPicture } from '../reports/paper-brand.ts';

/** Whose certificate it is and which pictures it bears: plain data, kept with each certificate that is signed. */
export interface CertificateLook {
  readonly body: CertificationBody;
  readonly logo: BrandPicture | null;
  /** Of the accreditation. */
  readonly mark: BrandPicture | null;
}

/** As certificates are printed now; null: nobody has said yet whose they are. */
export async function readCertificateLook(db: Db): Promise<CertificateLook | null> {
  const [{ body }, { settings }] = await Promise.all([readBody(db), readBrandSettings(db)]);
  return body && { body, logo: settings?.logo ?? null, mark: settings?.mark ?? null };
}

/** Keeps the look once for each content. Gives the SHA-256 by which it is found. */
export async function keepCertificateLook(trx: Trx, look: CertificateLook): Promise<string> {
  return keepUsedBrand(trx, look);
}
