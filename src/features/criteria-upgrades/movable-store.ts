import type { Db, Trx } from '../../db/db.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { slices, updateGroups } from './group-update-store.ts';
import type { MovableRating, MovableSiteRating, MovableState } from './movable-state.ts';
import { readTied, writeTied } from './tied-store.ts';

type WholeState = MovableState & Required<Pick<MovableState, 'tied' | 'siteRatings'>>;

/** All of it as it stands now, in a fixed order. */
export async function readMovable(db: Db, assessment: Assessment): Promise<WholeState> {
  const where = { assessment_id: assessment.id };
  const ratings = await db('ratings').where(where).orderBy('clause_id').select('*');
  const findings: { id: string; grade: string; clause_id: string | null; ground: string | null }[] = await db('findings')
    .where(where)
    .select('id', 'grade', 'clause_id', 'ground');
  // Deductions and bonus are findings that name a ground.
  const adjustments = findings.flatMap(({ id, grade, ground }) =>
    grade === 'deduction' || grade === 'bonus' ? [[id, { kind: grade, ground }] as const] : [],
  );
  return {
    ratings: ratings.map(toRating),
    findings: Object.fromEntries(findings.map(({ id, clause_id }) => [id, clause_id])),
    evidence: await readLinks(db, assessment.id),
    adjustments: Object.fromEntries(adjustments),
    targetGrade: assessment.targetGrade,
    heldGrade: assessment.heldGrade,
    tied: await readTied(db, assessment.id),
    siteRatings: await readSiteRatings(db, assessment.id),
  };
}

async function readSiteRatings(db: Db, assessmentId: string): Promise<MovableSiteRating[]> {
  const rows: (RatingRow & { readonly site_id: string })[] = await db('site_ratings')
    .where({ assessment_id: assessmentId })
    .orderBy(['site_id', 'clause_id'])
    .select('*');
  return rows.map((row) => ({ ...toRating(row), site: row.site_id }));
}

async function readLinks(db: Db, assessmentId: string): Promise<Record<string, string[]>> {
  const rows: { id: string; clause_id: string | null }[] = await db('evidence')
    .leftJoin('evidence_clauses', 'evidence_clauses.evidence_id', 'evidence.id')
    .where({ 'evidence.assessment_id': assessmentId })
    .select('evidence.id', 'evidence_clauses.clause_id');
  const links: Record<string, string[]> = {};
  for (const { id, clause_id } of rows) {
    const clauses = links[id] ?? [];
    links[id] = clauses;
    if (clause_id !== null) clauses.push(clause_id);
  }
  for (const clauses of Object.values(links)) clauses.sort();
  return links;
}

/** The criteria by which it is rated from now on, and the grades of them that it aims at and holds. */
export async function updateCriteria(
  trx: Trx,
  assessmentId: string,
  { hash, version }: { readonly hash: string; readonly version: string },
  { targetGrade, heldGrade }: Pick<MovableState, 'targetGrade' | 'heldGrade'>,
): Promise<void> {
  await trx('assessments')
    .where({ id: assessmentId })
    .update({
      criteria_hash: hash,
      criteria_version: version,
      target_grade: targetGrade,
      held_grade: heldGrade?.grade ?? null,
      held_since: heldGrade?.since ?? null,
    });
}

/** Makes the assessment's ratings, and what findings, evidence and adjustments name, those of `to`. Only what differs is written. */
export async function writeMovable(trx: Trx, assessmentId: string, from: MovableState, to: MovableState): Promise<void> {
  await trx('ratings').where({ assessment_id: assessmentId }).delete();
  const rows = to.ratings.map((one) => toRow(assessmentId, one));
  if (rows.length > 0) await trx.batchInsert('ratings', rows, 100);
  await updateGroups(trx, 'findings', 'clause_id', from.findings, to.findings);
  const grounds = (state: MovableState) =>
    Object.fromEntries(Object.entries(state.adjustments).map(([id, { ground }]) => [id, ground]));
  await updateGroups(trx, 'findings', 'ground', grounds(from), grounds(to));
  await replaceLinks(trx, from.evidence, to.evidence);
  if (from.tied && to.tied) await writeTied(trx, assessmentId, from.tied, to.tied);
  if (to.siteRatings) await replaceSiteRatings(trx, assessmentId, to.siteRatings);
}

/** What was said at a site that the organization has removed meanwhile is gone with it. */
async function replaceSiteRatings(trx: Trx, assessmentId: string, to: readonly MovableSiteRating[]): Promise<void> {
  await trx('site_ratings').where({ assessment_id: assessmentId }).delete();
  const ids = [...new Set(to.map(({ site }) => site))];
  const standing = new Set<string>(await trx('sites').whereIn('id', ids).pluck('id'));
  const rows = to.flatMap((one) => (standing.has(one.site) ? [{ ...toRow(assessmentId, one), site_id: one.site }] : []));
  if (rows.length > 0) await trx.batchInsert('site_ratings', rows, 100);
}

type Links = MovableState['evidence'];

async function replaceLinks(trx: Trx, from: Links, to: Links): Promise<void> {
  const changed = Object.keys(to).filter((id) => from[id]?.join('\n') !== to[id]?.join('\n'));
  for (const ids of slices(changed)) await trx('evidence_clauses').whereIn('evidence_id', ids).delete();
  const rows = changed.flatMap((id) => (to[id] ?? []).map((clause_id) => ({ evidence_id: id, clause_id })));
  if (rows.length > 0) await trx.batchInsert('evidence_clauses', rows, 200);
}

interface RatingRow {
  readonly clause_id: string;
  readonly rating: string | null;
  readonly note: string;
  readonly revision: number;
  readonly updated_by: string;
  readonly updated_at: string;
}

function toRating(row: RatingRow): MovableRating {
  return {
    clause: row.clause_id,
    rating: row.rating === null ? null : JSON.parse(row.rating),
    note: row.note,
    revision: row.revision,
    by: row.updated_by,
    at: row.updated_at,
  };
}

function toRow(assessmentId: string, { clause, rating, note, revision, by, at }: MovableRating) {
  return {
    assessment_id: assessmentId,
    clause_id: clause,
    rating: rating === null ? null : JSON.stringify(rating),
    note,
    revision,
    updated_by: by,
    updated_at: at,
  };
}
