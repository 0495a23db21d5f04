import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { type DueDates, dayAfter, type FindingKind, needsAnswer } from '../../model/finding-life.ts';
import type { HolidayTable } from '../../model/working-days.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import type { StoredFinding } from './finding.ts';
import { insertFindingEvent, nextNumber, updateFinding } from './finding-change-store.ts';
import { tellOfIssue } from './finding-notices.ts';
import { changedMeanwhile } from './finding-service.ts';
import { listFindings } from './finding-store.ts';

/** Which findings are issued, and by when the company has to act; days may be empty where the criteria set them or nothing is to answer. */
export interface IssueRequest extends DueDates {
  /** Id of one; null: all that are not issued yet. */
  readonly findingId: string | null;
}

/**
 * Tells the company of findings: gives them their numbers and their due dates. Returns how many. Throws as `accessForChange`,
 * `conflict` when there is nothing to issue (any more), and `invalid` for days that are missing or beyond what the criteria allow.
 */
export async function issueFindings(deps: Deps, actor: Actor, assessmentId: string, request: IssueRequest): Promise<number> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'followUp');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const raised = (await listFindings(trx, assessmentId)).filter(({ state }) => state === 'raised');
    const wanted = request.findingId === null ? raised : raised.filter(({ id }) => id === request.findingId);
    if (wanted.length === 0) throw changedMeanwhile();
    const table = await readHolidays(trx);
    const dues = wanted.map((finding) => duesFor(finding.kind, criteria, assessment, { ...request, table }));
    await issue(
      trx,
      { assessment, actor, now },
      wanted.map((finding, index) => ({ finding, dues: dues[index] ?? noDues })),
    );
    return wanted.length;
  });
}

/** Issues what is left when an assessment is reported: by then nothing in it has to be answered. */
export async function issueRest(trx: Trx, assessment: Assessment, actor: Actor, now: Date): Promise<void> {
  const raised = (await listFindings(trx, assessment.id)).filter(({ state }) => state === 'raised');
  if (raised.length > 0)
    await issue(
      trx,
      { assessment, actor, now },
      raised.map((finding) => ({ finding, dues: noDues })),
    );
}

const noDues: DueDates = { answerDue: null, correctionDue: null };

interface Issuing {
  readonly assessment: Assessment;
  readonly actor: Actor;
  readonly now: Date;
}

async function issue(
  trx: Trx,
  { assessment, actor, now }: Issuing,
  items: readonly { readonly finding: StoredFinding; readonly dues: DueDates }[],
): Promise<void> {
  const first = await nextNumber(trx, assessment.id);
  for (const [index, { finding, dues }] of items.entries()) {
    const number = first + index;
    const days = { answer_due: dues.answerDue, correction_due: dues.correctionDue };
    const patch = { state: 'issued' as const, number, issued_at: now.toISOString(), ...days };
    if (!(await updateFinding(trx, finding.id, finding.revision, patch))) throw changedMeanwhile();
    await insertFindingEvent(trx, finding.id, { deed: 'issue', text: '', by: actor.id, at: now });
  }
  await recordAuditEntry(trx, {
    at: now,
    actor,
    deed: 'finding.issue',
    subject: 'assessment',
    subjectId: assessment.id,
    details: {
      findings: items.map(({ finding: { id, kind }, dues }, index) => ({ id, kind, number: `N${first + index}`, ...dues })),
    },
  });
  await tellOfIssue(trx, assessment, items.length, now);
}

/**
 * The last days that the criteria allow: their deadlines `finding-answer`, `major-correction` and `minor-correction` run from the
 * last day of the assessment. null: they say nothing, the leader sets the day.
 */
export function latestDues({ certification }: Criteria, kind: FindingKind, to: IsoDate, table: HolidayTable): DueDates {
  if (!needsAnswer(kind)) return noDues;
  const within = (id: string) => certification?.deadlines.find((deadline) => deadline.id === id)?.within;
  const [answer, correction] = [within('finding-answer'), within(`${kind}-correction`)];
  return {
    answerDue: answer ? dayAfter(to, answer, table) : null,
    correctionDue: correction ? dayAfter(to, correction, table) : null,
  };
}

type DueRequest = DueDates & { readonly table: HolidayTable };

function duesFor(kind: FindingKind, criteria: Criteria, { to }: Assessment, { table, ...request }: DueRequest): DueDates {
  if (!needsAnswer(kind)) return noDues;
  const latest = latestDues(criteria, kind, to, table);
  const answerDue = chosen('answerDue', request.answerDue, latest.answerDue);
  const correctionDue = chosen('correctionDue', request.correctionDue, latest.correctionDue);
  if (answerDue > correctionDue) throw refused('correctionDue', message('findings.duesInOrder'));
  return { answerDue, correctionDue };
}

/** The day that was given, no later than the criteria allow; theirs where none was given. */
function chosen(field: string, given: IsoDate | null, latest: IsoDate | null): IsoDate {
  const day = given ?? latest;
  if (day === null) throw refused(field, message('form.required'));
  return latest !== null && day > latest ? latest : day;
}

function refused(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
