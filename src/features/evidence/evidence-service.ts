import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { ratedClauses } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { sealedEvidenceIds } from '../rating-duties/sealed-note-store.ts';
import { type EvidenceInput, kindOfMedia, kindsWithoutFile, type StoredEvidence } from './evidence.ts';
import type { AddInput, ChangeInput } from './evidence-forms.ts';
import {
  deleteEvidence,
  findEvidence,
  insertEvidence,
  insertStoredFiles,
  type NewEvidence,
  takePlaces,
  updateEvidence,
} from './evidence-store.ts';
import { titleFromName } from './file-name.ts';
import type { UploadedFile } from './receive-upload.ts';

/** What was added, as the sender wants to know it. */
export type AddedEvidence = Pick<NewEvidence, 'id' | 'kind' | 'title'> & { readonly reference: string };

/** Throws as `accessForChange` does. For asking before a long upload is taken in. */
export async function checkMayAdd(deps: Deps, actor: Actor, assessmentId: string): Promise<void> {
  await deps.db.transaction((trx) => accessForChange(trx, actor, assessmentId, 'rate'));
}

/**
 * Adds a piece for every file, or one without file, all or none. Throws `invalid`, and what `accessForChange` throws.
 *
 * The files are put in their places last, just before the commit: what fails earlier leaves nothing. Should the commit
 * itself fail, the bytes stay without a row; they do no harm and the next upload of the same content takes them over.
 */
export async function addEvidence(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  input: AddInput,
  files: readonly UploadedFile[],
): Promise<AddedEvidence[]> {
  const pieces =
    files.length > 0 ? files.map((file, index) => pieceOf(input, file, numberIn(files, index))) : [withoutFile(input)];
  const at = deps.clock();

  return deps.db.transaction(async (trx) => {
    await checkClauses(deps, trx, actor, assessmentId, input.clauses);
    const first = await takePlaces(trx, assessmentId, pieces.length);
    const added = pieces.map((piece, index): NewEvidence => ({ ...piece, id: randomUUID(), place: first + index }));

    const contents = files.map(({ received: { sha256, size }, mediaType }) => ({ sha256, size, mediaType }));
    await insertStoredFiles(trx, contents, at.toISOString());
    await insertEvidence(trx, added, { assessmentId, userId: actor.id, at: at.toISOString() });
    await recordAuditEntry(trx, {
      at,
      actorId: actor.id,
      deed: 'evidence.added',
      subject: 'assessment',
      subjectId: assessmentId,
      details: {
        evidence: added.map(({ place, kind, title, file, clauses }) => ({ reference: `E${place}`, kind, title, file, clauses })),
      },
    });
    await Promise.all(files.map(({ received }) => received.keep()));
    return added.map(({ id, kind, title, place }) => ({ id, kind, title, reference: `E${place}` }));
  });
}

/** Throws `invalid`, `not_found`, and what `accessForChange` throws. */
export async function changeEvidence(
  deps: Deps,
  actor: Actor,
  place: { readonly assessmentId: string; readonly evidenceId: string },
  input: ChangeInput,
): Promise<void> {
  const at = deps.clock();

  await deps.db.transaction(async (trx) => {
    await checkClauses(deps, trx, actor, place.assessmentId, input.clauses);
    const before = await findEvidence(trx, place.assessmentId, place.evidenceId);
    const after = { ...detailsOf(input), kind: input.kind, title: input.title };
    checkSubstance(after, before.file !== null);

    const isSealed = (await sealedEvidenceIds(trx, place.assessmentId, null)).some(({ id }: { id: string }) => id === before.id);
    await updateEvidence(trx, before.id, after);
    await recordAuditEntry(trx, {
      at,
      actorId: actor.id,
      deed: 'evidence.changed',
      subject: 'assessment',
      subjectId: place.assessmentId,
      details: { reference: before.reference, before: valuesOf(before, isSealed), after: valuesOf(after, isSealed) },
    });
  });
}

/**
 * Takes a piece out of the assessment. Its bytes stay in the store: the audit trail names them by their SHA-256, a removal by
 * mistake can be mended, and somebody else may be handing in the same content at this moment. Returns the reference.
 * Throws `not_found`, and what `accessForChange` throws.
 */
export async function removeEvidence(
  deps: Deps,
  actor: Actor,
  place: { readonly assessmentId: string; readonly evidenceId: string },
): Promise<string> {
  const at = deps.clock();

  return deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, place.assessmentId, 'rate');
    const removed = await findEvidence(trx, place.assessmentId, place.evidenceId);
    const isSealed = (await sealedEvidenceIds(trx, place.assessmentId, null)).some(({ id }: { id: string }) => id === removed.id);
    await deleteEvidence(trx, removed.id);
    await recordAuditEntry(trx, {
      at,
      actorId: actor.id,
      deed: 'evidence.removed',
      subject: 'assessment',
      subjectId: place.assessmentId,
      details: { reference: removed.reference, ...valuesOf(removed, isSealed), file: removed.file },
    });
    return removed.reference;
  });
}

/** Holds the assessment for the change and makes sure that its criteria rate those clauses. */
async function checkClauses(deps: Deps, trx: Trx, actor: Actor, assessmentId: string, clauses: readonly string[]): Promise<void> {
  const { criteriaHash } = await accessForChange(trx, actor, assessmentId, 'rate');
  const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, criteriaHash);
  const known = new Set(ratedClauses(criteria).map(({ id }) => id));
  if (clauses.some((id) => !known.has(id))) throw refused({ clauses: message('evidence.unknownClause') });
}

type Piece = Omit<NewEvidence, 'id' | 'place'>;

/** A title given for several files is numbered, so that they can be told apart. */
function pieceOf(input: AddInput, file: UploadedFile, number: number | null): Piece {
  const title = input.title === null ? titleFromName(file.name) : [input.title, number].filter((part) => part !== null).join(' ');
  const piece = { ...detailsOf(input), kind: input.kind ?? kindOfMedia(file.mediaType), title };
  checkSubstance(piece, true);
  return { ...piece, file: { name: file.name, sha256: file.received.sha256 } };
}

function numberIn(files: readonly UploadedFile[], index: number): number | null {
  return files.length > 1 ? index + 1 : null;
}

function withoutFile(input: AddInput): Piece {
  const kind = input.kind ?? (input.link === null ? null : 'link');
  if (kind === null) throw refused({ files: message('evidence.nothingGiven') });
  const title = input.title ?? (kind === 'link' ? input.link : null);
  const piece = { ...detailsOf(input), kind, title: title ?? '' };
  checkSubstance(piece, false);
  if (piece.title === '') throw refused({ title: message('form.required') });
  return { ...piece, file: null };
}

function detailsOf({ ownDate, note, link, clauses }: AddInput | ChangeInput): Omit<EvidenceInput, 'kind' | 'title'> {
  return { date: ownDate, note, link, clauses };
}

/** There must be something to look at: a file, a link, or what somebody heard and saw. */
function checkSubstance({ kind, link }: Pick<EvidenceInput, 'kind' | 'link'>, hasFile: boolean): void {
  if (kind === 'link' && link === null) throw refused({ link: message('evidence.linkMissing') });
  if (!hasFile && link === null && !kindsWithoutFile.has(kind)) throw refused({ files: message('evidence.fileMissingFor') });
}

/** A note on a clause that is rated independently is not told while the ratings are not open. */
function valuesOf({ kind, title, date, note, link, clauses }: EvidenceInput | StoredEvidence, isSealed: boolean): EvidenceInput {
  return { kind, title, date, note: isSealed ? '' : note, link, clauses };
}

function refused(fields: Record<string, ReturnType<typeof message>>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
