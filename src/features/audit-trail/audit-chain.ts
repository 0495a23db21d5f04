import { createHash } from 'node:crypto';

/** What an entry says, as it is stored. `details` is the stored text itself, not what it means as JSON. */
export interface EntryContent {
  readonly at: string;
  readonly actorId: string | null;
  readonly deed: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly address: string | null;
  readonly client: string | null;
  readonly details: string;
}

/** What stands for the hash before the first entry. */
export const noHash = '0'.repeat(64);

/** SHA-256 over the canonical form of what an entry says: one JSON array in UTF-8, described in docs/audit-trail.md. */
export function contentHash({ at, actorId, deed, subject, subjectId, address, client, details }: EntryContent): string {
  return sha256(JSON.stringify(['assay-audit-1', at, actorId, deed, subject, subjectId, address, client, details]));
}

/** The hash of an entry: over its place, the hash of the entry before and that of what it says, on three lines. */
export function linkHash(place: number, previousHash: string, content: string): string {
  return sha256(`${place}\n${previousHash}\n${content}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
