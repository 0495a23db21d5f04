import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { AssessmentKind, IsoDate, IsoTime } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { toKind } from '../assessments/assessment-store.ts';
import type { Scored } from '../results/result-store.ts';

/** An assessment that came as a file, as lists show it. */
export interface ReceivedLine {
  readonly id: string;
  /** As the file has it; null: it has none. */
  readonly number: string | null;
  readonly organization: string;
  readonly kind: AssessmentKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly criteriaId: string;
  readonly criteriaVersion: string;
  /** null: it was open when the file was written. */
  readonly finishedAt: IsoTime | null;
  /** What it comes to in one sentence, in every language. */
  readonly summary: LocalizedText;
  readonly sha256: string;
  readonly takenBy: string;
  readonly takenAt: IsoTime;
}

/** The same with what was read from the file. */
export interface ReceivedAssessment extends ReceivedLine {
  readonly scored: Scored;
}

export interface NewReceived extends Omit<ReceivedLine, 'takenBy' | 'takenAt'> {
  readonly scored: Scored;
  readonly content: string;
  readonly criteriaHash: string;
}

interface LineRow {
  readonly id: string;
  readonly number: string | null;
  readonly organization_name: string;
  readonly kind: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly criteria_id: string;
  readonly criteria_version: string;
  readonly finished_at: string | null;
  readonly summary: string;
  readonly sha256: string;
  readonly name: string;
  readonly taken_at: string;
}

const lineColumns = [
  ...['id', 'number', 'organization_name', 'kind', 'from_date', 'to_date', 'criteria_id', 'criteria_version', 'finished_at'],
  ...['summary', 'sha256', 'taken_at'],
].map((column) => `received_assessments.${column}`);

function received(db: Db) {
  return db('received_assessments').join('users', 'users.id', 'received_assessments.taken_by');
}

/** A page of them, the latest first, and how many there are. `search` looks in numbers and names of organizations. */
export async function pageReceived(db: Db, search: string, page: number): Promise<{ rows: ReceivedLine[]; total: number }> {
  const query = received(db);
  if (search !== '') query.where('received_assessments.search_key', 'like', likePattern(searchKey(search)));
  const [counted] = await query.clone().count({ total: '*' });
  const rows: LineRow[] = await query
    .orderBy([{ column: 'received_assessments.taken_at', order: 'desc' }, 'received_assessments.id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select([...lineColumns, 'users.name']);
  return { rows: rows.map(toLine), total: Number(counted?.total ?? 0) };
}

/** Throws `not_found`. */
export async function findReceived(db: Db, id: string): Promise<ReceivedAssessment> {
  const row: (LineRow & { dossier: string; result: string }) | undefined = await received(db)
    .where({ 'received_assessments.id': id })
    .first([...lineColumns, 'received_assessments.dossier', 'received_assessments.result', 'users.name']);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return { ...toLine(row), scored: { dossier: JSON.parse(row.dossier), result: JSON.parse(row.result) } };
}

/** The file as it came. Throws `not_found`. */
export async function findReceivedContent(db: Db, id: string): Promise<string> {
  const row = await db('received_assessments').where({ id }).first('content');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return row.content;
}

/** The id of the one that came as that file; null: none did. */
export async function findOptionalByHash(db: Db, sha256: string): Promise<string | null> {
  const row = await db('received_assessments').where({ sha256 }).first('id');
  return row?.id ?? null;
}

export async function insertReceived(trx: Trx, one: NewReceived, { by, at }: { readonly by: string; readonly at: Date }) {
  await trx('received_assessments').insert({
    id: one.id,
    content: one.content,
    sha256: one.sha256,
    dossier: JSON.stringify(one.scored.dossier),
    result: JSON.stringify(one.scored.result),
    number: one.number,
    organization_name: one.organization,
    search_key: searchKey(`${one.number ?? ''} ${one.organization}`),
    kind: one.kind,
    from_date: one.from,
    to_date: one.to,
    criteria_id: one.criteriaId,
    criteria_version: one.criteriaVersion,
    criteria_hash: one.criteriaHash,
    finished_at: one.finishedAt,
    summary: JSON.stringify(one.summary),
    taken_by: by,
    taken_at: at.toISOString(),
  });
}

export async function deleteReceived(trx: Trx, id: string): Promise<void> {
  await trx('received_assessments').where({ id }).delete();
}

/** Case and width of letters make no difference. */
function searchKey(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function toLine(row: LineRow): ReceivedLine {
  return {
    id: row.id,
    number: row.number,
    organization: row.organization_name,
    kind: toKind(row.kind),
    from: row.from_date,
    to: row.to_date,
    criteriaId: row.criteria_id,
    criteriaVersion: row.criteria_version,
    finishedAt: row.finished_at,
    summary: JSON.parse(row.summary),
    sha256: row.sha256,
    takenBy: row.name,
    takenAt: row.taken_at,
  };
}
