import { dropDraft, listDrafts, readDraft } from './drafts.js';
import { sendRating } from './save-rating.js';

/**
 * Sends what earlier visits could not, but for the clause that is open. `mark(address, waits)` is told of each. Resolves to
 * whether one was saved, and the addresses of those whose clause is no longer rated.
 */
export async function sendDrafts(base, openAddress, mark) {
  let saved = false;
  const lost = [];
  for (const address of listDrafts(base)) {
    if (address === openAddress) continue;
    const { outcome, gone } = await sendRating(address, readDraft(address));
    if (outcome === 'saved') {
      dropDraft(address);
      saved = true;
    }
    if (gone) lost.push(address);
    mark(address, outcome !== 'saved');
  }
  return { saved, lost };
}
