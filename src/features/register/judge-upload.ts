import { createHash } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { type CertificateFile, findOptionalFileByHash, isKnownSigner } from '../certificates/certificate-file-store.ts';
import { findCertificate, findOptionalByNumber } from '../certificates/certificate-store.ts';
import { checkSignature } from './verify-pdf.ts';

/**
 * `issued`: byte for byte what was handed out and the newest edition; `earlier`: the same, but a later edition took its place;
 * `altered`: names a certificate of ours or bears our signature, but its bytes are not those; `foreign`: nothing to do with us.
 */
export type UploadVerdict = 'issued' | 'earlier' | 'altered' | 'foreign' | 'no-pdf';

export interface JudgedUpload {
  readonly verdict: UploadVerdict;
  readonly sha256: string;
  readonly certificate: Certificate | null;
  readonly file: CertificateFile | null;
  /** Whether the signature in it holds; null: it has none. */
  readonly intact: boolean | null;
}

/** Whether a file is one that was issued here. Keeps nothing of it. */
export async function judgeUpload(db: Db, pdf: Buffer): Promise<JudgedUpload> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const check = checkSignature(pdf);
  const intact = check.found === 'signature' ? check.intact && check.whole : null;
  const file = await findOptionalFileByHash(db, sha256);
  if (file) {
    const certificate = await findCertificate(db, file.certificateId);
    return { verdict: file.edition === certificate.edition ? 'issued' : 'earlier', sha256, certificate, file, intact };
  }
  if (check.found === 'no-pdf') return { verdict: 'no-pdf', sha256, certificate: null, file: null, intact };
  const certificate = await namedCertificate(db, pdf);
  const ours = check.found === 'signature' && (await isKnownSigner(db, check.fingerprint));
  return { verdict: ours || certificate ? 'altered' : 'foreign', sha256, certificate, file: null, intact };
}

/** The certificate whose number its title names; our own files say it in plain text for archives. */
async function namedCertificate(db: Db, pdf: Buffer): Promise<Certificate | null> {
  const title = /<dc:title>[\s\S]{0,200}?<rdf:li[^>]*>([^<]{1,200})<\/rdf:li>/.exec(pdf.toString('utf8'))?.[1];
  const number = title?.trim().split(/\s+/).at(-1);
  return number ? findOptionalByNumber(db, number) : null;
}
