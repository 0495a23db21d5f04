import { createHash, randomUUID } from 'node:crypto';
import type { ImportReport } from '../../catalog/imports/import-report.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { deleteDraft, findDraft, insertDraft, updateDraft } from './draft-store.ts';
import { checkTexts, type DraftTexts, tidyTexts, titleOf } from './draft-texts.ts';

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

/**
 * Saves the texts of a draft, with problems or without. Throws `conflict` when somebody else has saved other texts since
 * that revision: nothing is overwritten; `not_found` when the draft is gone. Gives the new revision.
 */
export async function saveDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  { revision, ...texts }: DraftTexts & { readonly revision: number },
): Promise<number> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const current = await findDraft(trx, id);
    if (isSame(current, texts)) return current.revision;

    const title = titleOf(checkTexts(texts));
    const saved = await updateDraft(trx, { id, title, ...texts, updatedBy: actor.id, updatedAt: now.toISOString() }, revision);
    if (!saved) throw new AppError('conflict', message('drafts.conflict', { name: current.updatedByName }));
    await recordAuditEntry(trx, {
      ...about(actor, id, now),
      deed: 'criteria-draft.saved',
      details: { before: tracesOf(current), after: tracesOf({ title, ...texts, revision: revision + 1 }) },
    });
    return revision + 1;
  });
}

function isSame(a: DraftTexts, b: DraftTexts): boolean {
  const languages = new Set([...Object.keys(a.overlays), ...Object.keys(b.overlays)]);
  const overlayOf = ({ overlays }: DraftTexts, language: string) =>
    Object.entries(overlays).find(([key]) => key === language)?.[1];
  return a.source === b.source && [...languages].every((language) => overlayOf(a, language) === overlayOf(b, language));
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
