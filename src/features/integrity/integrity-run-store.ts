import type { Db, Trx } from '../../db/db.ts';
import type { IntegrityFinding, IntegrityResult } from './integrity.ts';

/** One time that everything was hashed again. */
export interface IntegrityRun extends IntegrityResult {
  readonly id: string;
  readonly startedAt: string;
  /** null: a command of the administrator. */
  readonly by: string | null;
  readonly seenAt: string;
  /** null while it is under way. */
  readonly endedAt: string | null;
  /** Files on record when it began. */
  readonly expected: number;
}

interface RunRow {
  readonly id: string;
  readonly started_at: string;
  readonly by: string | null;
  readonly name: string | null;
  readonly seen_at: string;
  readonly ended_at: string | null;
  readonly expected: number;
  readonly checked: number;
  readonly bytes: number | string;
  readonly found: string;
}

/** The newest first, twenty at most. */
export async function listRuns(db: Db): Promise<IntegrityRun[]> {
  const rows: RunRow[] = await db('integrity_runs')
    .leftJoin('users', 'users.id', 'integrity_runs.by')
    .orderBy('integrity_runs.started_at', 'desc')
    .limit(20)
    .select('integrity_runs.*', 'users.name');
  return rows.map(toRun);
}

/** Id of a run that is under way and was seen alive since. */
export async function findOptionalRunning(db: Db, since: Date): Promise<string | null> {
  const row: { id: string } | undefined = await db('integrity_runs')
    .whereNull('ended_at')
    .where('seen_at', '>=', since.toISOString())
    .first('id');
  return row?.id ?? null;
}

export async function insertRun(
  trx: Trx,
  run: { readonly id: string; readonly at: Date; readonly by: string | null; readonly expected: number },
): Promise<void> {
  const at = run.at.toISOString();
  const none = { checked: 0, bytes: 0, found: JSON.stringify({ findings: [], more: 0 }) };
  await trx('integrity_runs').insert({ id: run.id, started_at: at, by: run.by, seen_at: at, expected: run.expected, ...none });
}

/** Begins a run anew of which nothing or a part is done. */
export async function restartRun(trx: Trx, run: Parameters<typeof insertRun>[1]): Promise<void> {
  await deleteRun(trx, run.id);
  await insertRun(trx, run);
}

/** A run that was broken off. */
export async function deleteRun(trx: Trx, id: string): Promise<void> {
  await trx('integrity_runs').where({ id, ended_at: null }).delete();
}

/** How far it is. */
export async function updateRun(
  trx: Trx,
  id: string,
  { checked, bytes, at }: { readonly checked: number; readonly bytes: number; readonly at: Date },
): Promise<void> {
  await trx('integrity_runs').where({ id }).update({ checked, bytes, seen_at: at.toISOString() });
}

export async function endRun(trx: Trx, id: string, { checked, bytes, findings, more }: IntegrityResult, at: Date): Promise<void> {
  const found = JSON.stringify({ findings, more });
  await trx('integrity_runs')
    .where({ id })
    .update({ checked, bytes, found, seen_at: at.toISOString(), ended_at: at.toISOString() });
}

function toRun(row: RunRow): IntegrityRun {
  const found: { findings: IntegrityFinding[]; more: number } = JSON.parse(row.found);
  return {
    id: row.id,
    startedAt: row.started_at,
    by: row.name,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
    expected: row.expected,
    checked: row.checked,
    bytes: Number(row.bytes),
    ...found,
  };
}
