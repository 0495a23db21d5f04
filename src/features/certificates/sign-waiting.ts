import { Readable } from 'node:stream';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { Certificate } from './certificate.ts';
import { insertCertificateFile, listWaitingIds } from './certificate-file-store.ts';
import { type CertificateLook, keepCertificateLook, readCertificateLook } from './certificate-look.ts';
import { type CertificateLanguage, certificateLanguages } from './certificate-paper.ts';
import { renderCertificate } from './certificate-pdf.ts';
import { findCertificate, findFacts } from './certificate-store.ts';
import { signPdf } from './sign-pdf.ts';
import { type KeyTrouble, readSigningKey, type SigningKey } from './signing-key.ts';

type SignDeps = Pick<Deps, 'db' | 'files' | 'clock' | 'config' | 'log'>;

/** Why certificates wait for their signature; null: they do not have to. */
export type SigningTrouble = KeyTrouble | 'no-body';

/** Certificates signed in one run. */
const most = 50;

/**
 * Signs what waits for it, in each language, and stores the bytes that are handed out from then on. Gives how many certificates
 * were signed, and what kept it from doing so.
 */
export async function signWaiting(
  deps: SignDeps,
  actor: Actor | null = null,
): Promise<{ signed: number; trouble: SigningTrouble | null }> {
  const waiting = await listWaitingIds(deps.db, most);
  if (waiting.length === 0) return { signed: 0, trouble: null };
  const [look, state] = await Promise.all([readCertificateLook(deps.db), readSigningKey(deps.config, deps.clock())]);
  if (state.trouble) return { signed: 0, trouble: state.trouble };
  if (!look) return { signed: 0, trouble: 'no-body' };
  let signed = 0;
  for (const id of waiting)
    if (await signOne(deps, actor, await findCertificate(deps.db, id), { look, key: state.key })) signed += 1;
  return { signed, trouble: null };
}

interface With {
  readonly look: CertificateLook;
  readonly key: SigningKey;
}

/** Where the register tells of a certificate; its QR code leads there. */
export function registerAddress(address: string, number: string): string {
  return `${address}/register/${encodeURIComponent(number)}`;
}

/** All languages or none. False when somebody else was quicker. */
async function signOne(deps: SignDeps, actor: Actor | null, certificate: Certificate, { look, key }: With): Promise<boolean> {
  const { id, edition, number } = certificate;
  const at = deps.clock();
  const facts = await findFacts(deps.db, id, edition);
  const papers: { language: CertificateLanguage; sha256: string; size: number }[] = [];
  for (const language of certificateLanguages) {
    const made = { facts, ...look, language, address: registerAddress(deps.config.address, number), trial: key.facts.trial };
    const unsigned = await renderCertificate({ ...made, at: new Date(`${facts.printedOn}T00:00:00Z`) });
    const received = await deps.files.receive(Readable.from([await signPdf(unsigned, key, at)]), 20 * 1024 * 1024);
    await received.keep();
    papers.push({ language, sha256: received.sha256, size: received.size });
  }
  const { subject, fingerprint, trial } = key.facts;
  try {
    await deps.db.transaction(async (trx) => {
      const lookHash = await keepCertificateLook(trx, look);
      for (const paper of papers)
        await insertCertificateFile(trx, {
          ...paper,
          lookHash,
          certificateId: id,
          edition,
          signer: { subject, fingerprint },
          trial,
          signedAt: at.toISOString(),
        });
      const details = {
        edition,
        key: { subject, fingerprint, trial },
        look: lookHash,
        after: Object.fromEntries(papers.map((paper) => [paper.language, paper.sha256])),
      };
      await recordAuditEntry(trx, { at, actor, deed: 'certificate.signed', subject: 'certificate', subjectId: id, details });
    });
    return true;
  } catch (error) {
    if (databaseTrouble(error) === 'unique') return false;
    throw error;
  }
}

/** Signs by the clock, and says in the log why something waits. */
export async function signByClock(deps: Deps): Promise<void> {
  const { trouble } = await signWaiting(deps);
  if (trouble) deps.log.error({ trouble }, 'certificates wait for their signature');
}

/** At the start: says in the log when a key is set and cannot be used. */
export async function warnOfSigningKey({ config, clock, log }: Deps): Promise<void> {
  const { trouble } = await readSigningKey(config, clock());
  if (trouble && trouble !== 'none') log.error({ trouble, file: config.signingKey?.file }, 'the signing key cannot be used');
}
