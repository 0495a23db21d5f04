import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { type EvidenceStatus, nextStatuses } from '../../model/evidence-life.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { refuseHeld } from '../legal-holds/hold-store.ts';
import { isSealedNote } from '../rating-duties/sealed-note-store.ts';
import type { EvidenceInput, StoredEvidence } from './evidence.ts';
import { evidenceForChange } from './evidence-access.ts';
import { checkLinks } from './evidence-check.ts';
import type { ChangeInput, JudgementInput } from './evidence-forms.ts';
import { checkSubstance, detailsOf, refused, valuesOf } from './evidence-pieces.ts';
import { insertEvidenceSteps } from './evidence-step-store.ts';
import { deleteEvidence, findOptionalByReference, updateEvidence, updateStatus } from './evidence-store.ts';
import { listHoldingIds } from './finding-link-store.ts';

interface EvidencePlace {
  readonly assessmentId: string;
  readonly evidenceId: string;
}

/** Throws `invalid` (also when somebody changed it meanwhile), and what `evidenceForChange` throws. */
export async function changeEvidence(deps: Deps, actor: Actor, place: EvidencePlace, input: ChangeInput): Promise<void> {
  const at = deps.clock();

  await deps.db.transaction(async (trx) => {
    const { access, evidence: before } = await evidenceForChange(trx, actor, place, 'handIn');
    // What the company was told of rests on what it was told.
    const holding = await listHoldingIds(trx, before.id);
    const held = before.findings.filter((id) => holding.includes(id));
    const chosen = (input.findings ?? []).filter((id) => !held.includes(id));
    await checkLinks(deps, trx, access.assessment, { ...input, findings: chosen });
    const after = { ...detailsOf({ ...input, findings: [...held, ...chosen] }), kind: input.kind, title: input.title };
    checkSubstance(after, before.file !== null);
    // Whoever cannot read the note yet would overwrite it.
    if (await isSealedNote(trx, place.assessmentId, actor.id, before.id))
      throw new AppError('conflict', message('evidence.noteSealed'));

    if (!(await updateEvidence(trx, before.id, input.revision, after))) throw changedMeanwhile();
    const told = await notesTold(trx, place, valuesOf(before), after);
    const change = differenceOf(told.before, told.after);
    await insertEvidenceSteps(trx, [before.id], { at, by: actor.id, deed: 'changed', details: change });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'evidence.changed',
      subject: 'assessment',
      subjectId: place.assessmentId,
      details: { reference: before.reference, ...told },
    });
  });
}

/** A note on a clause whose ratings are not open yet is kept out of what others read of a change. */
async function notesTold(trx: Trx, { assessmentId, evidenceId }: EvidencePlace, before: EvidenceInput, after: EvidenceInput) {
  if (!(await isSealedNote(trx, assessmentId, null, evidenceId))) return { before, after };
  return { before: { ...before, note: '' }, after: { ...after, note: '' } };
}

/** Only the fields that are not what they were. */
function differenceOf(before: EvidenceInput, after: EvidenceInput) {
  const changed = (Object.keys(after) as (keyof EvidenceInput)[]).filter(
    (name) => JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(after[name])),
  );
  const pick = (from: EvidenceInput) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}

function sorted(value: EvidenceInput[keyof EvidenceInput]) {
  return Array.isArray(value) ? [...value].sort() : value;
}

/**
 * Accepts, rejects or replaces a piece, or takes a replacement back. Throws `invalid` (no reason, no such piece to replace
 * it, changed meanwhile), `conflict` for a step that its status does not allow, and what `evidenceForChange` throws.
 */
export async function judgeEvidence(
  deps: Deps,
  actor: Actor,
  place: EvidencePlace,
  input: JudgementInput,
): Promise<{ readonly reference: string; readonly status: EvidenceStatus }> {
  const at = deps.clock();

  return deps.db.transaction(async (trx) => {
    const { evidence } = await evidenceForChange(trx, actor, place, 'judgeEvidence');
    const { reference, life } = evidence;
    if (!nextStatuses(life.status).includes(input.status)) throw new AppError('conflict', message('evidence.noSuchStep'));
    const needsReason = input.status === 'rejected';
    if (needsReason && input.reason === null) throw refused({ reason: message('evidence.reasonMissing') });
    const successor = input.status === 'superseded' ? await findSuccessor(trx, evidence, place, input.by ?? '') : null;

    const judgement = { status: input.status, reason: input.reason, supersededBy: successor?.id ?? null };
    const written = await updateStatus(trx, evidence.id, input.revision, { ...judgement, by: actor.id, at: at.toISOString() });
    if (!written) throw changedMeanwhile();
    const details = { reason: input.reason, reference: successor?.reference ?? null };
    await insertEvidenceSteps(trx, [evidence.id], { at, by: actor.id, deed: input.status, details });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'evidence.judged',
      subject: 'assessment',
      subjectId: place.assessmentId,
      details: {
        reference,
        before: { status: life.status },
        after: { status: input.status },
        reason: input.reason,
        by: details.reference,
      },
    });
    return { reference, status: input.status };
  });
}

async function findSuccessor(
  trx: Trx,
  evidence: StoredEvidence,
  { assessmentId }: EvidencePlace,
  reference: string,
): Promise<StoredEvidence> {
  const found = await findOptionalByReference(trx, assessmentId, reference);
  if (!found) throw refused({ by: message('evidence.successorUnknown') });
  if (found.id === evidence.id || found.life.status === 'superseded') throw refused({ by: message('evidence.successorUnfit') });
  return found;
}

/**
 * Takes a piece out of the assessment. Its bytes stay in the store: the audit trail names them by their SHA-256, a removal by
 * mistake can be mended, and somebody else may be handing in the same content at this moment. Returns the reference.
 * Throws what `evidenceForChange` throws, and `conflict` while a finding that the company knows of rests on it, or a legal hold lies on the assessment.
 */
export async function removeEvidence(deps: Deps, actor: Actor, place: EvidencePlace): Promise<string> {
  const at = deps.clock();

  return deps.db.transaction(async (trx) => {
    const { access, evidence: removed } = await evidenceForChange(trx, actor, place, 'handIn');
    await refuseHeld(trx, access.assessment);
    const told = await notesTold(trx, place, valuesOf(removed), valuesOf(removed));
    if ((await listHoldingIds(trx, removed.id)).length > 0)
      throw new AppError('conflict', message('evidence.heldByFinding', { reference: removed.reference }));
    await deleteEvidence(trx, removed.id);
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'evidence.removed',
      subject: 'assessment',
      subjectId: place.assessmentId,
      details: { reference: removed.reference, ...told.before, file: removed.file, life: removed.life },
    });
    return removed.reference;
  });
}

/** Shown at the form with what was typed; sending it again saves it over the other's. */
function changedMeanwhile(): AppError {
  const text: Message = message('evidence.changedMeanwhile');
  return new AppError('invalid', text, { '': text });
}
