import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Adjustment } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { type FindingKind, type FindingState, findingKinds, findingStates } from '../../model/finding-life.ts';
import type { LinkedEvidence, StoredFinding } from './finding.ts';

interface FindingRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly number: number | null;
  readonly clause_id: string | null;
  readonly grade: string;
  readonly ground: string | null;
  readonly requirement: string;
  readonly statement: string;
  readonly site_id: string | null;
  readonly site_name: string | null;
  readonly revision: number;
  readonly state: string;
  readonly created_at: string;
  readonly name: string;
  readonly issued_at: string | null;
  readonly answer_due: string | null;
  readonly correction_due: string | null;
  readonly correction: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
  readonly planned_for: string | null;
  readonly verified_on: string | null;
  readonly verified_how: string | null;
  readonly verifier: string | null;
  readonly closed_at: string | null;
  readonly asked_until: string | null;
  readonly asked_why: string | null;
}

/** How many findings one assessment can have, deductions and bonus among them. */
export const mostFindings = 500;

function findingsOf(db: Db, assessmentId: string) {
  return db('findings')
    .join('users', 'users.id', 'findings.created_by')
    .leftJoin('users as verifiers', 'verifiers.id', 'findings.verified_by')
    .leftJoin('sites', 'sites.id', 'findings.site_id')
    .where({ 'findings.assessment_id': assessmentId })
    .select('findings.*', 'users.name', 'verifiers.name as verifier', 'sites.name as site_name');
}

/** Numbered ones first, by number, then the others in the order in which they were stated. */
export async function listFindings(db: Db, assessmentId: string): Promise<StoredFinding[]> {
  const rows: FindingRow[] = await findingsOf(db, assessmentId).orderBy(['findings.created_at', 'findings.id']);
  const numbered = rows.filter(({ number }) => number !== null).sort((a, b) => Number(a.number) - Number(b.number));
  return toFindings(db, [...numbered, ...rows.filter(({ number }) => number === null)]);
}

/** Throws `not_found` also when it belongs to another assessment. */
export async function findFinding(db: Db, assessmentId: string, id: string): Promise<StoredFinding> {
  const row: FindingRow | undefined = await findingsOf(db, assessmentId).where({ 'findings.id': id }).first();
  const [finding] = row ? await toFindings(db, [row]) : [];
  if (!finding) throw new AppError('not_found', message('error.notFound'));
  return finding;
}

/** Deductions and bonus as the engine counts them; what was withdrawn is left out. */
export async function listAdjustments(db: Db, assessmentId: string): Promise<Adjustment[]> {
  const rows: { grade: string; ground: string | null; statement: string }[] = await db('findings')
    .where({ assessment_id: assessmentId })
    .whereIn('grade', ['deduction', 'bonus'])
    .whereNot({ state: 'withdrawn' })
    .orderBy(['created_at', 'id'])
    .select('grade', 'ground', 'statement');
  return rows.map(({ grade, ground, statement }) => ({ kind: grade === 'bonus' ? 'bonus' : 'deduction', ground, statement }));
}

export async function countOf(db: Db, assessmentId: string, kind?: FindingKind): Promise<number> {
  const row = await db('findings')
    .where({ assessment_id: assessmentId, ...(kind ? { grade: kind } : {}) })
    .whereNot({ state: 'withdrawn' })
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}

/** Clauses of which every finding that had to be answered is closed, and at least one is. */
export async function listRatableAnew(db: Db, assessmentId: string): Promise<Set<string>> {
  const rows: { clause_id: string; state: string }[] = await db('findings')
    .where({ assessment_id: assessmentId })
    .whereNotNull('clause_id')
    .whereIn('grade', ['major', 'minor'])
    .select('clause_id', 'state');
  const open = new Set(rows.filter(({ state }) => !['closed', 'withdrawn'].includes(state)).map(({ clause_id }) => clause_id));
  const closed = rows.filter(({ state }) => state === 'closed').map(({ clause_id }) => clause_id);
  return new Set(closed.filter((id) => !open.has(id)));
}

async function toFindings(db: Db, rows: readonly FindingRow[]): Promise<StoredFinding[]> {
  const ids = rows.map(({ id }) => id);
  const links: { finding_id: string; use: string; id: string; place: number; title: string }[] = await db('finding_evidence')
    .join('evidence', 'evidence.id', 'finding_evidence.evidence_id')
    .whereIn('finding_evidence.finding_id', ids)
    .orderBy('evidence.place')
    .select('finding_evidence.finding_id', 'finding_evidence.use', 'evidence.id', 'evidence.place', 'evidence.title');
  const linked = (finding: string, wanted: string): LinkedEvidence[] =>
    links
      .filter(({ finding_id, use }) => finding_id === finding && use === wanted)
      .map(({ id, place, title }) => ({ id, reference: `E${place}`, title }));
  return rows.map((row) => ({
    ...toFinding(row),
    evidence: linked(row.id, 'statement'),
    proof: linked(row.id, 'proof'),
  }));
}

function toFinding(row: FindingRow): Omit<StoredFinding, 'evidence' | 'proof'> {
  const { verifier, verified_on, verified_how, asked_until, asked_why, site_id, site_name } = row;
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    kind: toKind(row.grade),
    number: row.number === null ? null : `N${row.number}`,
    clause: row.clause_id,
    ground: row.ground,
    requirement: row.requirement,
    statement: row.statement,
    site: site_id === null ? null : { id: site_id, name: site_name ?? '' },
    revision: row.revision,
    state: toFindingState(row.state),
    by: row.name,
    at: row.created_at,
    issuedAt: row.issued_at,
    answerDue: row.answer_due,
    correctionDue: row.correction_due,
    correction: row.correction,
    cause: row.cause,
    action: row.action,
    responsible: row.responsible,
    plannedFor: row.planned_for,
    verification: verified_on === null ? null : { by: verifier ?? '', on: verified_on, how: verified_how ?? '' },
    closedAt: row.closed_at,
    asked: asked_until === null ? null : { until: asked_until, why: asked_why ?? '' },
  };
}

export function toKind(value: string): FindingKind {
  const kind = findingKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown class of finding: ${value}`);
  return kind;
}

export function toFindingState(value: string): FindingState {
  const state = findingStates.find((known) => known === value);
  if (!state) throw new Error(`The database holds an unknown state of a finding: ${value}`);
  return state;
}

/** One that nobody outside the team has seen; its evidence stays. */
export async function deleteFinding(trx: Trx, id: string): Promise<void> {
  await trx('findings').where({ id }).delete();
}
