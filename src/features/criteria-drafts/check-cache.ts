import { openPieceReader } from '../../catalog/source/read-in-pieces.ts';
import type { Draft } from './draft-store.ts';
import { type CheckTexts, checkTexts, type DraftCheck } from './draft-texts.ts';

/** Checks drafts, and remembers what it has read of them: of a text that was changed in one place only that place is read again. */
export interface DraftChecks {
  readonly texts: CheckTexts;
  /** The criteria of a saved revision are the same object each time, so that the engine prepares them once. */
  readonly saved: (draft: Draft) => DraftCheck;
}

const mostKept = 10;

export function openDraftChecks(): DraftChecks {
  const read = openPieceReader();
  const kept = new Map<string, DraftCheck>();
  const texts: CheckTexts = (given) => checkTexts(given, read);
  return {
    texts,
    saved: (draft) => {
      const key = `${draft.id}@${draft.revision}`;
      const check = kept.get(key) ?? texts(draft);
      kept.delete(key);
      kept.set(key, check);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return check;
    },
  };
}
