import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentState, openStates } from '../../model/assessment-rights.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { AssessmentKind, IsoDate } from '../../model/dossier.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { onlyFollowed } from '../access/visible-store.ts';
import { countRatedClauses, toKind, toState } from './assessment-store.ts';
import { countFindingsOf } from './finding-count-store.ts';

/** A line of the list of assessments. */
export interface ListedAssessment {
  readonly id: string;
  readonly number: string;
  readonly kind: AssessmentKind;
  readonly state: AssessmentState;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly criteriaTitle: LocalizedText;
  readonly criteriaVersion: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly finishedAt: string | null;
  /** As printed; null while open. */
  readonly score: string | null;
  /** Label of the grade in every language; null while open or without grade. */
  readonly gradeLabel: LocalizedText | null;
  readonly rated: number;
  readonly toRate: number;
  /** Findings that the company must answer and that are not closed. */
  readonly unclosed: number;
}

export interface AssessmentFilter {
  readonly search?: string;
  /** `open`: neither finished nor stopped. */
  readonly state?: AssessmentState | 'open' | null;
  readonly organizationId?: string | null;
}

/** One page, newest first, and how many there are in all. */
export async function listAssessments(
  db: Db,
  actor: Actor,
  filter: AssessmentFilter,
  page: number,
): Promise<{ rows: ListedAssessment[]; total: number }> {
  const matching = () =>
    applyFilter(db('assessments').modify(onlyFollowed, db, actor), filter).join(
      'organizations',
      'organizations.id',
      'assessments.organization_id',
    );
  const [{ total }] = await matching().count({ total: '*' });
  const rows: ListRow[] = await matching()
    .join('criteria_copies', 'criteria_copies.hash', 'assessments.criteria_hash')
    .leftJoin('results', countingResult)
    .orderBy([
      { column: 'assessments.created_at', order: 'desc' },
      { column: 'assessments.number', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(listColumns);
  const rated = await countRatedClauses(
    db,
    rows.map(({ id }) => id),
  );
  const findings = await countFindingsOf(
    db,
    rows.map(({ id }) => id),
  );
  const listed = rows.map((row) =>
    toListed(row, { rated: rated.get(row.id) ?? 0, unclosed: findings.get(row.id)?.unclosed ?? 0 }),
  );
  return { rows: listed, total: Number(total) };
}

function applyFilter(query: Knex.QueryBuilder, { search, state, organizationId }: AssessmentFilter): Knex.QueryBuilder {
  if (state === 'open') query.whereIn('assessments.state', [...openStates]);
  else if (state) query.where({ 'assessments.state': state });
  if (organizationId) query.where({ 'assessments.organization_id': organizationId });
  if (search) {
    const pattern = likePattern(search);
    query.whereRaw("(lower(assessments.number) like ? escape '\\' or organizations.name_key like ? escape '\\')", [
      pattern,
      pattern,
    ]);
  }
  return query;
}

/** The condition by which the result that counts is joined; none while the assessment is not reported. */
export function countingResult(join: Knex.JoinClause): void {
  join.on('results.assessment_id', 'assessments.id').andOn('results.kind', 'assessments.result_kind');
}

interface ListRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly criteria_title: string;
  readonly criteria_version: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly finished_at: string | null;
  readonly score: string | null;
  readonly grade_label: string | null;
  readonly rated_clauses: number;
}

const listColumns = [
  'assessments.id',
  'assessments.number',
  'assessments.kind',
  'assessments.state',
  'assessments.organization_id',
  'organizations.name as organization_name',
  'criteria_copies.title as criteria_title',
  'criteria_copies.rated_clauses',
  'assessments.criteria_version',
  'assessments.from_date',
  'assessments.to_date',
  'assessments.finished_at',
  'results.score',
  'results.grade_label',
];

function toListed(row: ListRow, counts: Pick<ListedAssessment, 'rated' | 'unclosed'>): ListedAssessment {
  return {
    id: row.id,
    number: row.number,
    kind: toKind(row.kind),
    state: toState(row.state),
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    criteriaTitle: JSON.parse(row.criteria_title),
    criteriaVersion: row.criteria_version,
    from: row.from_date,
    to: row.to_date,
    finishedAt: row.finished_at,
    score: row.score,
    gradeLabel: row.grade_label === null ? null : JSON.parse(row.grade_label),
    ...counts,
    toRate: row.rated_clauses,
  };
}
