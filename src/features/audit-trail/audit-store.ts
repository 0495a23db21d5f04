import type { Trx } from '../../db/db.ts';

/** Who did what to what. Details hold what changed, never a secret. */
export interface AuditEntry {
  readonly at: Date;
  /** null: the program itself, or a person not signed in. */
  readonly actorId: string | null;
  /** `subject.deed`, e.g. `assessment.finished`. */
  readonly deed: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Written in the transaction of the deed it records, so that both stand or fall together. Entries are only ever added. */
export async function recordAuditEntry(trx: Trx, entry: AuditEntry): Promise<void> {
  await trx('audit_entries').insert({
    at: entry.at.toISOString(),
    actor_id: entry.actorId,
    deed: entry.deed,
    subject: entry.subject,
    subject_id: entry.subjectId,
    details: JSON.stringify(entry.details ?? {}),
  });
}
