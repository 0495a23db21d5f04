import type { Db } from '../../db/db.ts';
import type { Actor } from '../../model/actor.ts';
import { rightsIn } from '../../model/assessment-rights.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { onlyFollowed } from '../access/visible-store.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { type AssessmentRow, toAssessment, toTeamRole } from '../assessments/assessment-store.ts';
import { sealedEvidenceIds } from '../rating-duties/sealed-note-store.ts';
import type { StoredEvidence } from './evidence.ts';
import { joinedEvidence, readEvidence } from './evidence-store.ts';

/** An earlier assessment whose evidence can be taken over. */
export interface Source {
  readonly id: string;
  readonly number: string;
  readonly from: string;
  readonly to: string;
}

/** The other assessments of the same organization that the person may see wholly, newest first, a hundred at most. */
export async function listSources(db: Db, actor: Actor, { id, organizationId }: Assessment): Promise<Source[]> {
  const query = db('assessments')
    .leftJoin('team_members as own', function joinOwn() {
      this.on('own.assessment_id', 'assessments.id').andOnVal('own.user_id', actor.id);
    })
    .where({ 'assessments.organization_id': organizationId })
    .whereNot({ 'assessments.id': id })
    .orderBy('assessments.to_date', 'desc')
    .orderBy('assessments.number', 'desc')
    .limit(100)
    .select('assessments.*', 'own.role as own_role');
  onlyFollowed(query, db, actor);
  const rows: (AssessmentRow & { readonly own_role: string | null })[] = await query;
  return rows
    .filter((row) => {
      const teamRole = row.own_role === null ? null : toTeamRole(row.own_role);
      return rightsIn(actor, { ...toAssessment(row), teamRole, declared: false }).view;
    })
    .map(({ id: source, number, from_date, to_date }) => ({ id: source, number, from: from_date, to: to_date }));
}

/** Evidence of these assessments that was not rejected or replaced there, is not yet taken over into `into`, and holds no note that is sealed. */
function reusable(db: Db, into: string, sources: readonly string[], search: string) {
  const taken = db('evidence').where({ assessment_id: into }).whereNotNull('origin_id').select('origin_id');
  const query = joinedEvidence(db)
    .whereIn('evidence.assessment_id', [...sources])
    .whereNotIn('evidence.status', ['rejected', 'superseded'])
    .whereNotIn('evidence.id', taken)
    .whereNotIn('evidence.id', sealedEvidenceIds(db, sources, null));
  if (search === '') return query;
  const pattern = likePattern(search);
  return query.where((rule) => {
    for (const column of ['evidence.title', 'evidence.note', 'evidence.file_name'])
      rule.orWhereRaw("lower(??) like ? escape '\\'", [column, pattern]);
  });
}

/** A piece with the assessment that it belongs to. */
export interface Reusable extends StoredEvidence {
  readonly assessmentId: string;
}

/** One page, newest assessment first, and how many there are in all. */
export async function pageReusable(
  db: Db,
  into: string,
  sources: readonly string[],
  { search, page }: { readonly search: string; readonly page: number },
): Promise<{ rows: Reusable[]; total: number }> {
  if (sources.length === 0) return { rows: [], total: 0 };
  const query = reusable(db, into, sources, search);
  const [counted] = await query.clone().count({ total: '*' });
  const shown = query
    .clone()
    .join('assessments as homes', 'homes.id', 'evidence.assessment_id')
    .orderBy('homes.to_date', 'desc')
    .orderBy('evidence.assessment_id')
    .orderBy('evidence.place')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: await withHomes(db, await readEvidence(db, shown)), total: Number(counted?.total ?? 0) };
}

/** Those of the pieces that may be taken over; in the order of their references. */
export async function listReusable(
  db: Db,
  into: string,
  sources: readonly string[],
  ids: readonly string[],
): Promise<Reusable[]> {
  if (sources.length === 0 || ids.length === 0) return [];
  const query = reusable(db, into, sources, '')
    .whereIn('evidence.id', [...ids])
    .orderBy('evidence.place');
  return withHomes(db, await readEvidence(db, query));
}

async function withHomes(db: Db, evidence: readonly StoredEvidence[]): Promise<Reusable[]> {
  const rows: { id: string; assessment_id: string }[] = await db('evidence')
    .whereIn(
      'id',
      evidence.map(({ id }) => id),
    )
    .select('id', 'assessment_id');
  const homes = new Map(rows.map((row) => [row.id, row.assessment_id]));
  return evidence.map((one) => ({ ...one, assessmentId: homes.get(one.id) ?? '' }));
}
