import { createHash, randomUUID } from 'node:crypto';
import type { ImportReport } from '../../catalog/imports/import-report.ts';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { type RecordedDeed, recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findStep, insertStep } from './draft-step-store.ts';
import { type Draft, deleteDraft, findDraft, insertDraft, updateDraft } from './draft-store.ts';
import { type CheckTexts, checkTexts, type DraftTexts, tidyTexts, titleOf } from './draft-texts.ts';
import { changesBetween, withChanges, withoutChanges } from './text-changes.ts';

/** Begins a draft; the texts may have problems. The report of an import stays with it. Gives its id. */
export async function beginDraft(
  deps: Deps,
  actor: Actor,
  given: DraftTexts,
  report: ImportReport | null = null,
): Promise<string> {
  const now = deps.clock();
  const texts = tidyTexts(given);
  const at = now.toISOString();
  const draft = {
    id: randomUUID(),
    title: titleOf(checkTexts(texts)),
    ...texts,
    revision: 1,
    createdBy: actor.id,
    createdAt: at,
    updatedBy: actor.id,
    updatedAt: at,
  };
  await deps.db.transaction(async (trx) => {
    await insertDraft(trx, draft, report);
    await recordAuditEntry(trx, {
      ...about(actor, draft.id, now),
      deed: 'criteria-draft.begun',
      details: { after: tracesOf(draft) },
    });
  });
  return draft.id;
}

/** One deed on the texts of a draft, from the revision that its doer saw. */
export interface DraftDeed {
  readonly revision: number;
  /** What is done, for undoing it later. */
  readonly label: Message;
  readonly change: (texts: DraftTexts) => DraftTexts;
}

/** A draft after a deed. */
export type ChangedDraft = DraftTexts & { readonly revision: number };

/**
 * Saves the texts of a draft, with problems or without. Throws `conflict` when somebody else has saved other texts since
 * that revision: nothing is overwritten; `not_found` when the draft is gone. Gives the new revision.
 */
export async function saveDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  { revision, ...texts }: DraftTexts & { readonly revision: number },
  check: CheckTexts = checkTexts,
): Promise<number> {
  const current = await findDraft(deps.db, id);
  if (changesBetween(current, texts).length === 0) return current.revision;
  const deed = { revision, label: message('draftForms.stepText'), change: () => texts };
  return (await changeDraft(deps, actor, id, deed, check)).revision;
}

/**
 * Changes the texts of a draft and keeps the step, so that it can be undone; a deed that changes nothing is none. Throws
 * `conflict` when the draft stands no longer at that revision, `not_found` when it is gone, and what the deed throws.
 */
export async function changeDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  { revision, label, change }: DraftDeed,
  check: CheckTexts = checkTexts,
): Promise<ChangedDraft> {
  const now = deps.clock();
  const current = await draftAt(deps, id, revision);
  const texts = tidyTexts(change(current));
  const changes = changesBetween(current, texts);
  if (changes.length === 0) return { ...texts, revision };

  const step = { number: current.step + 1, label, changes, doneBy: actor.id, doneAt: now.toISOString() };
  const title = titleOf(check(texts));
  await deps.db.transaction(async (trx) => {
    await store(trx, { current, texts, title, step: step.number, actor, now });
    await insertStep(trx, id, step);
    await recordAuditEntry(trx, {
      ...about(actor, id, now),
      deed: 'criteria-draft.saved',
      details: { before: tracesOf(current), after: tracesOf({ title, ...texts, revision: revision + 1 }) },
    });
  });
  return { ...texts, revision: revision + 1 };
}

/** Takes the last step back. Throws `conflict` as a save does, and `invalid` when there is none. Gives what was undone. */
export async function undoStep(deps: Deps, actor: Actor, id: string, revision: number, check: CheckTexts): Promise<Message> {
  const current = await draftAt(deps, id, revision);
  const step = await findStep(deps.db, id, current.step);
  if (!step) throw new AppError('invalid', message('draftForms.nothingToUndo'));
  const texts = withoutChanges(current, step.changes);
  await goTo(deps, actor, { current, texts, title: titleOf(check(texts)), step: current.step - 1 }, 'criteria-draft.undone');
  return step.label;
}

/** Does again what was undone last. Throws as undoing does. */
export async function redoStep(deps: Deps, actor: Actor, id: string, revision: number, check: CheckTexts): Promise<Message> {
  const current = await draftAt(deps, id, revision);
  const step = await findStep(deps.db, id, current.step + 1);
  if (!step) throw new AppError('invalid', message('draftForms.nothingToRedo'));
  const texts = withChanges(current, step.changes);
  await goTo(deps, actor, { current, texts, title: titleOf(check(texts)), step: current.step + 1 }, 'criteria-draft.redone');
  return step.label;
}

interface Change {
  readonly current: Draft;
  readonly texts: DraftTexts;
  readonly title: string;
  readonly step: number;
}

async function goTo(deps: Deps, actor: Actor, change: Change, deed: RecordedDeed): Promise<void> {
  const now = deps.clock();
  const { current, texts, title } = change;
  await deps.db.transaction(async (trx) => {
    await store(trx, { ...change, actor, now });
    await recordAuditEntry(trx, {
      ...about(actor, current.id, now),
      deed,
      details: { before: tracesOf(current), after: tracesOf({ title, ...texts, revision: current.revision + 1 }) },
    });
  });
}

/** Throws `not_found`, and `conflict` when the draft stands at another revision. */
async function draftAt(deps: Deps, id: string, revision: number): Promise<Draft> {
  const current = await findDraft(deps.db, id);
  if (current.revision !== revision) throw conflictWith(current);
  return current;
}

async function store(trx: Trx, change: Change & { readonly actor: Actor; readonly now: Date }): Promise<void> {
  const { current, texts, title, step, actor, now } = change;
  const draft = { id: current.id, title, step, ...texts, updatedBy: actor.id, updatedAt: now.toISOString() };
  if (!(await updateDraft(trx, draft, current.revision))) throw conflictWith(await findDraft(trx, current.id));
}

function conflictWith({ updatedByName }: Draft): AppError {
  return new AppError('conflict', message('drafts.conflict', { name: updatedByName }));
}

/** Throws `not_found`. */
export async function discardDraft(deps: Deps, actor: Actor, id: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    const draft = await findDraft(trx, id);
    await deleteDraft(trx, id);
    await recordAuditEntry(trx, {
      ...about(actor, id, now),
      deed: 'criteria-draft.deleted',
      details: { before: tracesOf(draft) },
    });
  });
}

/** What the audit trail keeps of a draft: texts can be megabytes, so that it names them by their SHA-256 and length. */
function tracesOf({ title, source, overlays, revision }: DraftTexts & { title: string | null; revision: number }) {
  const traceOf = (text: string) => ({ sha256: createHash('sha256').update(text).digest('hex'), characters: text.length });
  const overlayTraces = Object.entries(overlays).map(([language, text]) => [language, traceOf(text ?? '')]);
  return { title, revision, source: traceOf(source), overlays: Object.fromEntries(overlayTraces) };
}

function about(actor: Actor, id: string, at: Date) {
  return { at, actor, subject: 'criteria-draft', subjectId: id };
}
