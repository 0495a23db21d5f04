import type { Draft } from './draft-store.ts';
import { checkTexts, type DraftCheck } from './draft-texts.ts';

/** Checks saved drafts; the same revision is read only once while it is among the last few. */
export type CheckSaved = (draft: Draft) => DraftCheck;

const mostKept = 10;

/** The criteria of a revision are the same object each time, so that the engine prepares them once. */
export function openCheckCache(): CheckSaved {
  const kept = new Map<string, DraftCheck>();
  return (draft) => {
    const key = `${draft.id}@${draft.revision}`;
    const check = kept.get(key) ?? checkTexts(draft);
    kept.delete(key);
    kept.set(key, check);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return check;
  };
}
