import { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { evidenceOf, readEvidence } from '../features/evidence/evidence-store.ts';
import { saveAnswerPart } from '../features/findings/answer-service.ts';
import type { StoredFinding } from '../features/findings/finding.ts';
import { type DeedRequest, doWithFinding } from '../features/findings/finding-life-service.ts';
import { stateFinding } from '../features/findings/finding-service.ts';
import { findFinding, listFindings } from '../features/findings/finding-store.ts';
import { issueFindings } from '../features/findings/issue-service.ts';
import { saveRating } from '../features/ratings/rating-service.ts';
import type { Actor } from '../model/actor.ts';
import type { IsoDate } from '../model/dossier.ts';
import { type DueDates, dayAfter, type FindingState, needsAnswer } from '../model/finding-life.ts';
import { atTime } from './demo-clock.ts';
import { type DemoFinding, demoFindings, shortAnswerDays } from './demo-finding-texts.ts';
import { toRatingInput } from './import-dossier.ts';
import { takeIn } from './import-evidence.ts';

/** Who acts on the two sides. */
interface Sides {
  readonly lead: Actor;
  readonly company: Actor;
}

/** States the findings of the audit that waits for its company, each on the evidence of its clause. */
export async function stateDemoFindings(deps: Deps, lead: Actor, { id }: Assessment): Promise<void> {
  const evidence = await readEvidence(deps.db, evidenceOf(deps.db, id).orderBy('evidence.place'));
  for (const { clause, grade, requirement, statement } of demoFindings) {
    const shown = evidence.filter(({ clauses }) => clauses.includes(clause)).map((piece) => piece.id);
    await stateFinding(deps, lead, id, { clause, grade, requirement, statement, evidence: shown });
  }
}

/** Tells the company of them, and carries each as far as it has come, day by day from the last day of the audit. */
export async function carryDemoFindings(deps: Deps, sides: Sides, assessment: Assessment): Promise<void> {
  const { id, to } = assessment;
  const onDay = (days: number) => atTime(deps, `${dayAfter(to, { value: days, unit: 'days' })}T02:20:00Z`);
  const raised = await listFindings(deps.db, id);
  const ofClause = (clause: string) => raised.find((one) => one.clause === clause);
  for (const told of demoFindings) {
    const findingId = ofClause(told.clause)?.id;
    if (findingId) await issueFindings(onDay(1), sides.lead, id, { findingId, ...duesOf(told, to) });
  }
  for (const told of demoFindings) {
    const finding = ofClause(told.clause);
    if (finding) await carry(onDay, sides, finding, told, dayAfter(to, { value: 40, unit: 'days' }));
  }
}

/** The minor one that nobody has answered should have been by now. */
function duesOf({ grade, state }: DemoFinding, to: IsoDate): DueDates {
  if (!needsAnswer(grade)) return { answerDue: null, correctionDue: null };
  const days = state === 'issued' && grade === 'minor' ? shortAnswerDays : 30;
  const answerDue = dayAfter(to, { value: days, unit: 'days' });
  return { answerDue, correctionDue: dayAfter(to, { value: grade === 'major' ? 6 : 2, unit: 'months' }) };
}

/** Once its finding is closed, the clause is looked at again: another twenty slips, all in order. */
export async function rateDemoAnew(deps: Deps, by: Actor, assessmentId: string): Promise<void> {
  const note = '整改后另抽二十份维修单，均有顾客签字。';
  const rating = { by: 'sample', size: 20, failed: 0 } as const;
  const place = { assessmentId, clauseId: 'repair-records' };
  await saveRating(deps, by, place, { ...toRatingInput(rating, note), revision: 1 });
}

/** The company answers and proves everything, the lead auditor verifies and closes it. */
export async function settleFindings(deps: Deps, lead: Actor, company: Actor, { id, to }: Assessment): Promise<void> {
  const open = (await listFindings(deps.db, id)).filter(({ kind }) => needsAnswer(kind));
  if (open.length === 0) return;
  const answerDue = dayAfter(to, { value: 2, unit: 'weeks' });
  const correctionDue = dayAfter(to, { value: 2, unit: 'months' });
  await issueFindings(deps, lead, id, { findingId: null, answerDue, correctionDue });
  for (const finding of open) await carry(() => deps, { lead, company }, finding, settled, correctionDue);
}

const settled = {
  state: 'closed',
  answer: {
    correction: '已逐份核对，补齐缺失的内容。',
    cause: '表单没有设置必填项，交接时无人复核。',
    action: '修订表单，增加必填项和班组复核，每月抽查。',
    responsible: '售后服务部',
  },
  proof: { text: '新表单已启用。', file: '新表单启用记录.txt' },
  verified: '抽查二十份新表单，均已填写完整。',
} as const satisfies Partial<DemoFinding>;

type Course = Pick<DemoFinding, 'state' | 'answer' | 'returned' | 'proof' | 'verified'>;

/** The way to each state that somebody has to work for. */
const way: readonly FindingState[] = ['issued', 'answered', 'accepted', 'implemented', 'verified', 'closed'];

async function carry(
  onDay: (days: number) => Deps,
  { lead, company }: Sides,
  { id: findingId, assessmentId }: StoredFinding,
  { state, answer, returned, proof, verified }: Course,
  plannedFor: IsoDate,
): Promise<void> {
  if (!answer) return;
  const place = { assessmentId, findingId };
  const act = async (days: number, by: Actor, request: Omit<DeedRequest, 'revision'>) => {
    const deps = onDay(days);
    const { revision } = await findFinding(deps.db, assessmentId, findingId);
    await doWithFinding(deps, by, place, { ...request, revision });
  };
  const reaches = (wanted: FindingState) => way.indexOf(state) >= way.indexOf(wanted);

  const { revision } = await findFinding(onDay(0).db, assessmentId, findingId);
  await saveAnswerPart(onDay(4), company, place, { revision, ...answer, plannedFor });
  await act(4, company, { deed: 'answer', text: '' });
  if (returned) return act(6, lead, { deed: 'sendBack', text: returned });
  if (reaches('accepted')) await act(6, lead, { deed: 'accept', text: '' });
  if (proof && reaches('implemented'))
    await prove(onDay(12), proof, (files) => act(12, company, { deed: 'implement', text: proof.text, files }));
  if (verified && reaches('verified')) await act(15, lead, { deed: 'verify', text: verified });
  if (reaches('closed')) await act(16, lead, { deed: 'close', text: '' });
}

type Proof = NonNullable<DemoFinding['proof']>;

async function prove(deps: Deps, { text, file }: Proof, hand: (files: NonNullable<DeedRequest['files']>) => Promise<void>) {
  const received = await takeIn(
    deps,
    file,
    Readable.from([Buffer.from(`${file}\n\n${text}\n\n演示资料：此处代替实际存档的文件。\n`)]),
  );
  try {
    await hand([received]);
  } finally {
    await received.received.discard();
  }
}
