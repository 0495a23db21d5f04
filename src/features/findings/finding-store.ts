import type { Db, Trx } from '../../db/db.ts';
import { type FindingGrade, findingGrades } from '../../model/criteria.ts';
import type { Adjustment, Finding } from '../../model/dossier.ts';

export interface StoredFinding extends Finding {
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

export interface StoredAdjustment extends Adjustment {
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

interface FindingRow {
  readonly id: string;
  readonly clause_id: string | null;
  readonly grade: string;
  readonly statement: string;
  readonly created_at: string;
  readonly name: string;
}

interface AdjustmentRow {
  readonly id: string;
  readonly kind: string;
  readonly ground: string | null;
  readonly statement: string;
  readonly created_at: string;
  readonly name: string;
}

/** How many findings, and how many deductions and bonuses, one assessment can have. */
export const mostFindings = 500;

/** In the order in which they were stated. */
export async function listFindings(db: Db, assessmentId: string): Promise<StoredFinding[]> {
  const rows: FindingRow[] = await db('findings')
    .join('users', 'users.id', 'findings.created_by')
    .where({ assessment_id: assessmentId })
    .orderBy(['findings.created_at', 'findings.id'])
    .select('findings.id', 'findings.clause_id', 'findings.grade', 'findings.statement', 'findings.created_at', 'users.name');
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause_id,
    grade: toGrade(row.grade),
    statement: row.statement,
    by: row.name,
    at: row.created_at,
  }));
}

/** In the order in which they were stated. */
export async function listAdjustments(db: Db, assessmentId: string): Promise<StoredAdjustment[]> {
  const rows: AdjustmentRow[] = await db('adjustments')
    .join('users', 'users.id', 'adjustments.created_by')
    .where({ assessment_id: assessmentId })
    .orderBy(['adjustments.created_at', 'adjustments.id'])
    .select(
      'adjustments.id',
      'adjustments.kind',
      'adjustments.ground',
      'adjustments.statement',
      'adjustments.created_at',
      'users.name',
    );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'bonus' ? 'bonus' : 'deduction',
    ground: row.ground,
    statement: row.statement,
    by: row.name,
    at: row.created_at,
  }));
}

interface Origin {
  readonly id: string;
  readonly assessmentId: string;
  readonly by: string;
  readonly at: Date;
}

function originRow({ id, assessmentId, by, at }: Origin) {
  return { id, assessment_id: assessmentId, created_by: by, created_at: at.toISOString() };
}

export async function insertFinding(trx: Trx, origin: Origin, { clause, grade, statement }: Finding): Promise<void> {
  await trx('findings').insert({ ...originRow(origin), clause_id: clause, grade, statement });
}

export async function insertAdjustment(trx: Trx, origin: Origin, { kind, ground, statement }: Adjustment): Promise<void> {
  await trx('adjustments').insert({ ...originRow(origin), kind, ground, statement });
}

export async function countOf(
  db: Db,
  table: 'findings' | 'adjustments',
  assessmentId: string,
  where: Readonly<Record<string, string>> = {},
): Promise<number> {
  const row = await db(table)
    .where({ assessment_id: assessmentId, ...where })
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}

/** Takes a finding, deduction or bonus out and gives what it said; null when there is none. */
export async function takeOne(
  trx: Trx,
  table: 'findings' | 'adjustments',
  assessmentId: string,
  id: string,
): Promise<Finding | Adjustment | null> {
  const listed: readonly (StoredFinding | StoredAdjustment)[] =
    table === 'findings' ? await listFindings(trx, assessmentId) : await listAdjustments(trx, assessmentId);
  const found = listed.find((one) => one.id === id);
  if (!found) return null;
  await trx(table).where({ assessment_id: assessmentId, id }).delete();
  const { id: _, by: _by, at: _at, ...said } = found;
  return said;
}

function toGrade(value: string): FindingGrade {
  const grade = findingGrades.find((known) => known === value);
  if (!grade) throw new Error(`The database holds an unknown class of finding: ${value}`);
  return grade;
}
