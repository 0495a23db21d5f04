import { openPieceReader } from '../../catalog/source/read-in-pieces.ts';
import type { Draft } from './draft-store.ts';
import { type CheckTexts, checkTexts, type DraftCheck, type DraftTexts } from './draft-texts.ts';

/** Checks drafts, and remembers what it has read of them: of a text that was changed in one place only that place is read again. */
export interface DraftChecks {
  readonly texts: CheckTexts;
  /** As `texts`, for a request: what is large is read bit by bit, so that others need not wait. */
  readonly typed: (texts: DraftTexts) => Promise<DraftCheck>;
  /** As `typed`. The criteria of a saved revision are the same object each time, so that the engine prepares them once. */
  readonly saved: (draft: Draft) => Promise<DraftCheck>;
}

const mostKept = 10;

export function openDraftChecks(): DraftChecks {
  const { read, readAhead } = openPieceReader();
  const kept = new Map<string, DraftCheck>();
  const texts: CheckTexts = (given) => checkTexts(given, read);
  const typed = async (given: DraftTexts) => {
    for (const text of [given.source, ...Object.values(given.overlays)]) await readAhead(text ?? '');
    return texts(given);
  };
  return {
    texts,
    typed,
    saved: async (draft) => {
      const key = `${draft.id}@${draft.revision}`;
      const check = kept.get(key) ?? (await typed(draft));
      kept.delete(key);
      kept.set(key, check);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return check;
    },
  };
}
