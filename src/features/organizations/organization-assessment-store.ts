import type { Db } from '../../db/db.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentState, assessmentStates } from '../../model/assessment-rights.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { type AssessmentKind, assessmentKinds, type IsoDate } from '../../model/dossier.ts';
import { pageSize } from '../../web/paging.ts';
import { onlyFollowed } from '../access/visible-store.ts';

/** A line in the list of an organization's assessments. */
export interface OrganizationAssessment {
  readonly id: string;
  readonly number: string;
  readonly kind: AssessmentKind;
  readonly criteriaId: string;
  readonly criteriaTitle: LocalizedText;
  readonly criteriaVersion: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: AssessmentState;
  /** As printed; null while open. */
  readonly score: string | null;
  /** null while open and where no grade is given. */
  readonly gradeLabel: LocalizedText | null;
}

interface AssessmentRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly criteria_id: string;
  readonly criteria_title: string;
  readonly criteria_version: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly state: string;
  readonly score: string | null;
  readonly grade_label: string | null;
}

/** The newest assessments of the organization that the person may follow; one page of them. */
export async function listOrganizationAssessments(
  db: Db,
  actor: Actor,
  organizationId: string,
): Promise<OrganizationAssessment[]> {
  const rows: AssessmentRow[] = await db('assessments')
    .join('criteria_copies', 'criteria_copies.hash', 'assessments.criteria_hash')
    .leftJoin('results', (join) => {
      join.on('results.assessment_id', 'assessments.id').andOn('results.kind', 'assessments.result_kind');
    })
    .where({ 'assessments.organization_id': organizationId })
    .modify(onlyFollowed, db, actor)
    .orderBy([
      { column: 'assessments.created_at', order: 'desc' },
      { column: 'assessments.number', order: 'desc' },
    ])
    .limit(pageSize)
    .select(columns);
  return rows.map(toAssessment);
}

const columns = [
  'assessments.id',
  'assessments.number',
  'assessments.kind',
  'assessments.criteria_id',
  'criteria_copies.title as criteria_title',
  'assessments.criteria_version',
  'assessments.from_date',
  'assessments.to_date',
  'assessments.state',
  'results.score',
  'results.grade_label',
];

function toAssessment(row: AssessmentRow): OrganizationAssessment {
  return {
    id: row.id,
    number: row.number,
    kind: toKind(row.kind),
    criteriaId: row.criteria_id,
    criteriaTitle: JSON.parse(row.criteria_title),
    criteriaVersion: row.criteria_version,
    from: row.from_date,
    to: row.to_date,
    state: toState(row.state),
    score: row.score,
    gradeLabel: row.grade_label === null ? null : JSON.parse(row.grade_label),
  };
}

function toState(value: string): AssessmentState {
  const state = assessmentStates.find((known) => known === value);
  if (!state) throw new Error(`The database holds an unknown state of an assessment: ${value}`);
  return state;
}

function toKind(value: string): AssessmentKind {
  const kind = assessmentKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of assessment: ${value}`);
  return kind;
}
