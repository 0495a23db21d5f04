import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { deedsOf, type FindingDeed, findingRules, obstacleToClose } from '../../model/finding-life.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { listRatedIds } from '../evidence/evidence-check.ts';
import { toPieces } from '../evidence/evidence-pieces.ts';
import { putEvidence } from '../evidence/evidence-service.ts';
import type { StoredFinding } from './finding.ts';
import { type FindingPatch, insertFindingEvent, linkEvidence, updateFinding } from './finding-change-store.ts';
import { factsOf } from './finding-facts.ts';
import { tellOfFinding } from './finding-notices.ts';
import { changedMeanwhile, saidIn } from './finding-service.ts';
import { findFinding } from './finding-store.ts';

export interface FindingPlace {
  readonly assessmentId: string;
  readonly findingId: string;
}

/** One thing that somebody does with a finding. */
export interface DeedRequest {
  readonly deed: Exclude<FindingDeed, 'issue'>;
  /** The one that the form was made from. */
  readonly revision: number;
  /** What is said: a reason, a comment, how it was verified, what was done. */
  readonly text: string;
  /** What proves the correction; each becomes a piece of evidence of the assessment. */
  readonly files?: readonly UploadedFile[];
  /** The day that is asked for or granted, or on which it was verified. */
  readonly day?: IsoDate | null;
}

/**
 * Does one deed with a finding. Throws `not_found`, `forbidden`, `conflict` when the finding or the assessment no longer allow
 * it or somebody was quicker, and `invalid` while something is missing.
 */
export async function doWithFinding(deps: Deps, actor: Actor, place: FindingPlace, request: DeedRequest): Promise<void> {
  const now = deps.clock();
  const { deed, revision } = request;
  await deps.db.transaction(async (trx) => {
    const side = findingRules[deed].by;
    const assessment = await accessForChange(trx, actor, place.assessmentId, side === 'company' ? 'answer' : 'followUp');
    const before = await findFinding(trx, place.assessmentId, place.findingId);
    if (side === 'company' && before.number === null) throw new AppError('not_found', message('error.notFound'));
    if (!deedsOf(factsOf(before), side).includes(deed)) throw changedMeanwhile();
    const patch = patchOf(before, request, { actor, now, today: dayOf(now, deps.config.timeZone) });
    if (!(await updateFinding(trx, before.id, revision, patch))) throw changedMeanwhile();
    const context = { assessment, finding: before, actor, now };
    await write(trx, context, request, { patch, proof: await handInProof(deps, trx, context, request) });
  });
}

interface Moment {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: IsoDate;
}

/** What the deed changes. Throws `invalid` while something is missing. */
function patchOf(finding: StoredFinding, request: DeedRequest, { actor, now, today }: Moment): FindingPatch {
  const { deed, text, day = null } = request;
  const to = findingRules[deed].to;
  const moved = to === null ? {} : { state: to };
  switch (deed) {
    case 'answer':
      checkAnswer(finding);
      return moved;
    case 'implement':
      if ((request.files ?? []).length === 0) throw invalid('proof', message('findings.proofMissing'));
      return moved;
    case 'verify':
      if (day !== null && day > today) throw invalid('day', message('findings.inFuture'));
      return { ...moved, verified_by: actor.id, verified_on: day ?? today, verified_how: text };
    case 'close':
      checkClosable(finding);
      return { ...moved, closed_at: now.toISOString() };
    case 'sendBack':
      // Proof that was not enough is not asked for again by a new answer, but by proof.
      return finding.state === 'implemented' ? { state: 'accepted' } : moved;
    case 'askTime':
      checkAsked(finding, day);
      return { asked_until: day, asked_why: text };
    case 'giveTime':
      return { asked_until: null, asked_why: null, [dueFieldOf(finding)]: finding.asked?.until ?? null };
    case 'refuseTime':
      return { asked_until: null, asked_why: null };
    default:
      return moved;
  }
}

function dueFieldOf({ state }: StoredFinding): 'answer_due' | 'correction_due' {
  return state === 'accepted' ? 'correction_due' : 'answer_due';
}

function checkAnswer({ correction, cause, action, responsible, plannedFor }: StoredFinding): void {
  const texts = { correction, cause, action, responsible, plannedFor: plannedFor ?? '' };
  const empty = Object.entries(texts).filter(([, value]) => value.trim() === '');
  if (empty.length === 0) return;
  const fields = Object.fromEntries(empty.map(([name]) => [name, message('form.required')]));
  throw new AppError('invalid', message('findings.answerIncomplete'), fields);
}

function checkClosable(finding: StoredFinding): void {
  const obstacle = obstacleToClose(factsOf(finding));
  if (obstacle) throw new AppError('invalid', message(`findings.cannotClose.${obstacle}`));
}

function checkAsked(finding: StoredFinding, until: IsoDate | null): void {
  const due = finding.state === 'accepted' ? finding.correctionDue : finding.answerDue;
  if (until === null) throw invalid('day', message('form.required'));
  if (due !== null && until <= due) throw invalid('day', message('findings.notLater'));
}

interface Context {
  readonly assessment: Assessment;
  readonly finding: StoredFinding;
  readonly actor: Actor;
  readonly now: Date;
}

/** Takes the files in as evidence on the clause of the finding, where that is rated. Returns their references. */
async function handInProof(deps: Deps, trx: Trx, context: Context, { text, files = [] }: DeedRequest): Promise<string[]> {
  if (files.length === 0) return [];
  const { assessment, finding, actor, now } = context;
  const rated = await listRatedIds(deps, trx, assessment);
  const clauses = rated.filter((id) => id === finding.clause);
  const note = `${assessment.number}/${finding.number} ${text}`.trim();
  const pieces = toPieces({ kind: null, title: null, ownDate: null, note, link: null, clauses }, files);
  const added = await putEvidence(trx, { assessmentId: assessment.id, actor, at: now, pieces, files });
  const ids = added.map(({ id }) => id);
  await linkEvidence(trx, { id: finding.id, assessmentId: assessment.id }, 'proof', ids);
  return added.map(({ place }) => `E${place}`);
}

interface Change {
  readonly patch: FindingPatch;
  readonly proof: readonly string[];
}

async function write(trx: Trx, context: Context, { deed, text }: DeedRequest, { patch, proof }: Change): Promise<void> {
  const { assessment, finding, actor, now } = context;
  const { state, correction, cause, action, responsible, plannedFor } = finding;
  const said = deed === 'answer' ? [correction, cause, action, [responsible, plannedFor].join(' ')].join('\n') : text;
  await insertFindingEvent(trx, finding.id, { deed, text: said, by: actor.id, at: now });
  await recordAuditEntry(trx, {
    at: now,
    actor,
    deed: `finding.${deed}`,
    subject: 'assessment',
    subjectId: assessment.id,
    details: {
      id: finding.id,
      number: finding.number,
      finding: saidIn(finding),
      before: { state, answerDue: finding.answerDue, correctionDue: finding.correctionDue },
      after: patch,
      text: said,
      proof,
    },
  });
  await tellOfFinding(trx, { assessment, finding, deed, at: now });
}

function invalid(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
