import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import { isPostgres } from '../../db/open-db.ts';
import type { TextKey } from '../../i18n/texts.ts';
import type { Origin } from '../../model/origin.ts';
import { contentHash, type EntryContent, linkHash, noHash } from './audit-chain.ts';

/** A deed that can be recorded, `subject.deed`: one for which both languages have words under `deed.…`. */
export type RecordedDeed = TextKey extends infer Key ? (Key extends `deed.${infer Deed}` ? Deed : never) : never;

/** What an entry tells. */
export interface AuditEntry {
  readonly at: Date;
  /** Who, and from where: an Actor as it is. Without id a person not signed in; null the program itself. */
  readonly actor: { readonly id: string | null; readonly origin: Origin | null } | null;
  readonly deed: RecordedDeed;
  /** What it was done to; everything in an assessment is recorded with `assessment` and its id, so that one page tells all. */
  readonly subject: string;
  readonly subjectId: string;
  /**
   * What the entry is about and what changed: `before` and `after` hold the same fields, `before` alone what was taken away,
   * `after` alone what is new. Never a secret.
   */
  readonly details?: AuditDetails;
}

export interface AuditDetails {
  readonly before?: object | null;
  readonly after?: object | null;
  readonly [context: string]: unknown;
}

/**
 * Adds an entry to the chain, in the transaction of the deed it records, so that both stand or fall together. Its place in
 * the chain is that of the commit.
 */
export async function recordAuditEntry(trx: Trx, entry: AuditEntry): Promise<void> {
  const content: EntryContent = {
    at: entry.at.toISOString(),
    actorId: entry.actor?.id ?? null,
    deed: entry.deed,
    subject: entry.subject,
    subjectId: entry.subjectId,
    address: entry.actor?.origin?.address ?? null,
    client: entry.actor?.origin?.client ?? null,
    details: JSON.stringify(entry.details ?? {}),
  };
  const row = toRow(content);
  const hashOfContent = contentHash(content);

  // The trigger of the table chains it at the commit; migration 0034 says why.
  if (isPostgres(trx)) return trx('audit_intake').insert({ id: randomUUID(), ...row, content_hash: hashOfContent });

  const last: { place: number; hash: string } | undefined = await trx('audit_entries')
    .orderBy('place', 'desc')
    .first('place', 'hash');
  const place = (last?.place ?? 0) + 1;
  const previousHash = last?.hash ?? noHash;
  const hash = linkHash(place, previousHash, hashOfContent);
  await trx('audit_entries').insert({ place, ...row, previous_hash: previousHash, hash });
}

function toRow({ at, actorId, deed, subject, subjectId, address, client, details }: EntryContent) {
  return { at, actor_id: actorId, deed, subject, subject_id: subjectId, address, client, details };
}
