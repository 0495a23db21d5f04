import type { Db, Trx } from '../../db/db.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { texts } from '../../i18n/texts.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { TextChange } from './text-changes.ts';

/** One save of a draft that can be undone. */
export interface DraftStep {
  readonly number: number;
  readonly label: Message;
  readonly changes: readonly TextChange[];
  readonly doneBy: string;
  readonly doneAt: string;
}

/** What can be undone and redone; null: nothing. */
export interface DraftHistory {
  readonly undo: StepLine | null;
  readonly redo: StepLine | null;
}

export interface StepLine {
  readonly label: Message;
  readonly doneByName: string;
  readonly doneAt: string;
}

const mostSteps = 100;
/** Characters that all steps of a draft may have together. */
const mostText = 10_000_000;

/** Adds the step, forgets those that were undone before it, and the oldest where there are too many or too long ones. */
export async function insertStep(trx: Trx, draftId: string, step: DraftStep): Promise<void> {
  await trx('criteria_draft_steps').where({ draft_id: draftId }).where('number', '>=', step.number).delete();
  const changes = JSON.stringify(step.changes);
  await trx('criteria_draft_steps').insert({
    draft_id: draftId,
    number: step.number,
    label: JSON.stringify(step.label),
    changes,
    size: changes.length,
    done_by: step.doneBy,
    done_at: step.doneAt,
  });
  const rows: { number: number; size: number }[] = await trx('criteria_draft_steps')
    .where({ draft_id: draftId })
    .select('number', 'size')
    .orderBy('number', 'desc')
    .limit(mostSteps + 1);
  let length = 0;
  const tooFar = rows.find(({ size }, index) => {
    length += Number(size);
    return index > 0 && (index >= mostSteps || length > mostText);
  });
  if (tooFar) await trx('criteria_draft_steps').where({ draft_id: draftId }).where('number', '<=', tooFar.number).delete();
}

/** undefined when it was never made or is forgotten. */
export async function findStep(db: Db, draftId: string, number: number): Promise<DraftStep | undefined> {
  const row = await db('criteria_draft_steps').where({ draft_id: draftId, number }).first();
  return (
    row && {
      number: Number(row.number),
      label: readLabel(row.label),
      changes: JSON.parse(row.changes),
      doneBy: row.done_by,
      doneAt: row.done_at,
    }
  );
}

/** The steps on both sides of where the draft stands. */
export async function findHistory(db: Db, { id, step }: { readonly id: string; readonly step: number }): Promise<DraftHistory> {
  const rows = await db('criteria_draft_steps')
    .join('users', 'users.id', 'criteria_draft_steps.done_by')
    .where({ draft_id: id })
    .whereIn('number', [step, step + 1])
    .select('number', 'label', 'done_at', 'users.name');
  const lineOf = (number: number) => {
    const row = rows.find((one) => Number(one.number) === number);
    return row ? { label: readLabel(row.label), doneByName: row.name, doneAt: row.done_at } : null;
  };
  return { undo: lineOf(step), redo: lineOf(step + 1) };
}

/** A step may be older than the program, and its text be gone from it. */
function readLabel(stored: string): Message {
  const label: { readonly key: string; readonly parameters: Message['parameters'] } = JSON.parse(stored);
  return isTextKey(label.key) ? { key: label.key, parameters: label.parameters } : message('draftForms.stepChange');
}

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}
