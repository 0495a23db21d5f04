import type { Db, Trx } from '../../db/db.ts';
import type { AnsweredStamp } from './time-authority.ts';
import type { TimeStamp } from './time-stamp.ts';

interface StampRow {
  readonly document_id: string;
  readonly stamped_at: string;
  readonly authority: string;
  readonly policy: string;
  readonly serial: string;
}

const shown = ['document_id', 'stamped_at', 'authority', 'policy', 'serial'] as const;

/** Keeps the first stamp of an issued paper; a later one changes nothing. */
export async function insertTimeStamp(trx: Trx, documentId: string, stamp: AnsweredStamp, at: Date): Promise<void> {
  const { at: stamped_at, authority, policy, serial, answer } = stamp;
  await trx('time_stamps')
    .insert({
      ...{ document_id: documentId, stamped_at, authority, policy, serial },
      answer: Buffer.from(answer).toString('base64'),
      kept_at: at.toISOString(),
    })
    .onConflict('document_id')
    .ignore();
}

/** By the ids of the papers; those without a stamp are left out. */
export async function listTimeStamps(db: Db, documentIds: readonly string[]): Promise<Map<string, TimeStamp>> {
  const rows: StampRow[] = await db('time_stamps').whereIn('document_id', documentIds).select(shown);
  return new Map(rows.map((row) => [row.document_id, toStamp(row)]));
}

/** The authority's answer (DER), of one paper; null: it has no stamp. */
export async function findOptionalAnswer(db: Db, documentId: string): Promise<Buffer | null> {
  const row: { answer: string } | undefined = await db('time_stamps').where({ document_id: documentId }).first('answer');
  return row ? Buffer.from(row.answer, 'base64') : null;
}

function toStamp({ stamped_at, authority, policy, serial }: StampRow): TimeStamp {
  return { at: stamped_at, authority, policy, serial };
}
