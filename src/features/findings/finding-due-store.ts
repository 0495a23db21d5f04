import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentState } from '../../model/assessment-rights.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { answeredKinds, type FindingState } from '../../model/finding-life.ts';
import type { DueItem } from '../notices/due.ts';
import { peopleByCompany } from '../requests/request-store.ts';

interface DueRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly number: number;
  readonly answer_due: string;
  readonly correction_due: string;
  readonly assessment_number: string;
  readonly organization_id: string;
}

const followed = ['in-progress', 'findings-open'] as const satisfies readonly AssessmentState[];

/** Findings that wait for an answer: the company's people are reminded. */
export async function listDueAnswers(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows = await listDue(db, ['issued', 'returned'], 'answer_due', [from, until]);
  return toItems(db, rows, ({ answer_due: day, ...row }) => {
    const said = { number: numberOf(row), day };
    const text = { soon: message('findings.notice.answerSoon', said), overdue: message('findings.notice.answerOverdue', said) };
    return { kind: 'finding-answer', dueOn: day, text };
  });
}

/** Findings whose correction has to be proven: the company's people are reminded. */
export async function listDueCorrections(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows = await listDue(db, ['accepted'], 'correction_due', [from, until]);
  return toItems(db, rows, ({ correction_due: day, ...row }) => {
    const said = { number: numberOf(row), day };
    const text = {
      soon: message('findings.notice.correctionSoon', said),
      overdue: message('findings.notice.correctionOverdue', said),
    };
    return { kind: 'finding-correction', dueOn: day, text };
  });
}

/** Corrections whose last day comes while the team still has to judge what the company handed in: who follows up is reminded. */
export async function listDueVerifications(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows = await listDue(db, ['answered', 'implemented', 'verified'], 'correction_due', [from, until]);
  const team = await followersOf(db, [...new Set(rows.map((row) => row.assessment_id))]);
  return rows.map(({ correction_due: day, ...row }) => {
    const said = { number: numberOf(row), day };
    return {
      kind: 'finding-verification',
      id: row.id,
      dueOn: day,
      text: { soon: message('findings.notice.verifySoon', said), overdue: message('findings.notice.verifyOverdue', said) },
      href: hrefOf(row),
      assessmentId: row.assessment_id,
      to: team.get(row.assessment_id) ?? [],
    };
  });
}

async function listDue(
  db: Db,
  states: readonly FindingState[],
  column: 'answer_due' | 'correction_due',
  range: [IsoDate, IsoDate],
): Promise<DueRow[]> {
  return db('findings')
    .join('assessments', 'assessments.id', 'findings.assessment_id')
    .whereIn('findings.state', [...states])
    .whereIn('findings.grade', [...answeredKinds])
    .whereIn('assessments.state', [...followed])
    .whereBetween(`findings.${column}`, range)
    .orderBy([`findings.${column}`, 'findings.id'])
    .limit(5000)
    .select('findings.*', 'assessments.number as assessment_number', 'assessments.organization_id');
}

async function toItems(
  db: Db,
  rows: readonly DueRow[],
  say: (row: DueRow) => Pick<DueItem, 'kind' | 'dueOn' | 'text'>,
): Promise<DueItem[]> {
  const companies = await peopleByCompany(db, [...new Set(rows.map((row) => row.organization_id))]);
  return rows.map((row) => ({
    ...say(row),
    id: row.id,
    href: hrefOf(row),
    assessmentId: row.assessment_id,
    to: companies.get(row.organization_id) ?? [],
  }));
}

/** Who follows up findings in each of these assessments. */
async function followersOf(db: Db, assessmentIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows: { id: string; assessment_id: string }[] = await db('team_members')
    .join('users', 'users.id', 'team_members.user_id')
    .whereIn('team_members.assessment_id', [...assessmentIds])
    .whereIn('team_members.role', ['leader', 'auditor'])
    .where({ 'users.active': true })
    .select('users.id', 'team_members.assessment_id');
  const people = new Map<string, string[]>();
  for (const { id, assessment_id } of rows) people.set(assessment_id, [...(people.get(assessment_id) ?? []), id]);
  return people;
}

function numberOf({ assessment_number, number }: Pick<DueRow, 'assessment_number' | 'number'>): string {
  return `${assessment_number}/N${number}`;
}

function hrefOf({ assessment_id, id }: Pick<DueRow, 'assessment_id' | 'id'>): string {
  return `/assessments/${assessment_id}/findings/${id}`;
}
