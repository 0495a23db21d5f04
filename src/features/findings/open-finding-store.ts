import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { type Actor, companyIdsOf } from '../../model/actor.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { answeredKinds, dueOf, type FindingKind, type FindingState, isOverdue } from '../../model/finding-life.ts';
import { likePattern } from '../../web/paging.ts';
import { onlyFollowed } from '../access/visible-store.ts';
import { toFindingState, toKind } from './finding-store.ts';

/** A line of the list of findings across assessments. */
export interface ListedFinding {
  readonly id: string;
  readonly assessmentId: string;
  /** `A-2026-0007/N3`. */
  readonly number: string;
  readonly organizationName: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  readonly statement: string;
  readonly criteriaTitle: LocalizedText;
  readonly clause: string | null;
  readonly answerDue: IsoDate | null;
  readonly correctionDue: IsoDate | null;
  readonly due: IsoDate | null;
  readonly overdue: boolean;
  readonly asked: boolean;
}

export interface FindingFilter {
  /** `turn`: those on which this side has to act next. */
  readonly show: 'open' | 'overdue' | 'turn' | 'all';
  readonly kind: FindingKind | null;
  readonly state: FindingState | null;
  readonly search: string;
  readonly today: IsoDate;
}

interface Row {
  readonly id: string;
  readonly assessment_id: string;
  readonly number: number;
  readonly assessment_number: string;
  readonly organization_name: string;
  readonly grade: string;
  readonly state: string;
  readonly statement: string;
  readonly title: string;
  readonly clause_id: string | null;
  readonly answer_due: string | null;
  readonly correction_due: string | null;
  readonly asked_until: string | null;
}

/** Findings that companies were told of, in assessments that the person may follow: what is due first comes first. */
export async function listOpenFindings(
  db: Db,
  actor: Actor,
  filter: FindingFilter,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ListedFinding[]; total: number }> {
  const matching = () => matchingFindings(db, actor, filter);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: Row[] = await matching()
    .join('criteria_copies', 'criteria_copies.hash', 'assessments.criteria_hash')
    .orderByRaw(`case when ${dueColumn} is null then 1 else 0 end, ${dueColumn}, assessments.number desc, findings.number`)
    .limit(range.limit)
    .offset(range.offset)
    .select(columns);
  return { rows: rows.map((row) => toListed(row, filter.today)), total: Number(total) };
}

/** By when the company has to act next; nothing while it is the team's turn. The same rule as `dueOf`. */
const dueColumn =
  "(case when findings.state in ('issued', 'returned') then findings.answer_due when findings.state = 'accepted' then findings.correction_due end)";

const columns = [
  'findings.id',
  'findings.assessment_id',
  'findings.number',
  'assessments.number as assessment_number',
  'organizations.name as organization_name',
  'findings.grade',
  'findings.state',
  'findings.statement',
  'criteria_copies.title',
  'findings.clause_id',
  'findings.answer_due',
  'findings.correction_due',
  'findings.asked_until',
];

function matchingFindings(db: Db, actor: Actor, { show, kind, state, search, today }: FindingFilter): Knex.QueryBuilder {
  const query = db('findings')
    .join('assessments', 'assessments.id', 'findings.assessment_id')
    .join('organizations', 'organizations.id', 'assessments.organization_id')
    .whereNotNull('findings.number')
    .modify(onlyFollowed, db, actor)
    .modify(notUnseen, db, actor);
  if (kind) query.where({ 'findings.grade': kind });
  if (state) query.where({ 'findings.state': state });
  if (show !== 'all') query.whereIn('findings.grade', [...answeredKinds]).whereNotIn('findings.state', ['closed', 'withdrawn']);
  if (show === 'overdue') query.whereRaw(`${dueColumn} < ?`, [today]);
  if (show === 'turn') query.modify(theirTurn, companyIdsOf(actor).length > 0);
  if (search) {
    const pattern = likePattern(search);
    query.whereRaw(
      "(lower(assessments.number) like ? escape '\\' or organizations.name_key like ? escape '\\' or lower(findings.statement) like ? escape '\\')",
      [pattern, pattern, pattern],
    );
  }
  return query;
}

/** A mystery shopper is in the team and must not learn what was found. */
function notUnseen(query: Knex.QueryBuilder, db: Db, actor: Actor): void {
  const unseen = db('team_members').where({ user_id: actor.id, role: 'mystery-shopper' }).select('assessment_id');
  query.whereNotIn('assessments.id', unseen);
}

function theirTurn(query: Knex.QueryBuilder, company: boolean): void {
  if (company) query.whereIn('findings.state', ['issued', 'returned', 'accepted']);
  else
    query.where((rule) => {
      rule.whereIn('findings.state', ['answered', 'implemented', 'verified']).orWhereNotNull('findings.asked_until');
    });
}

function toListed(row: Row, today: IsoDate): ListedFinding {
  const kind = toKind(row.grade);
  const state = toFindingState(row.state);
  const dues = { answerDue: row.answer_due, correctionDue: row.correction_due };
  const due = dueOf(kind, state, dues);
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    number: `${row.assessment_number}/N${row.number}`,
    organizationName: row.organization_name,
    kind,
    state,
    statement: row.statement,
    criteriaTitle: JSON.parse(row.title),
    clause: row.clause_id,
    ...dues,
    due,
    overdue: isOverdue(due, today),
    asked: row.asked_until !== null,
  };
}
