import { dropDraft, readDraft } from './drafts.js';

/** Says that the assessment has other criteria than this page shows, and where to load it again. */
export function showStale(workbench, address) {
  const notice = workbench.querySelector('[data-stale]');
  notice.querySelector('[data-stale-reload]').href = address;
  notice.hidden = false;
}

/** What was typed at clauses that are no longer rated is shown to be copied, until the person discards it. */
export function showLost(workbench, addresses) {
  const box = workbench.querySelector('[data-lost]');
  box.hidden = addresses.length === 0;
  box.querySelector('[data-lost-list]').replaceChildren(...addresses.map(lineOf));
  box.querySelector('[data-lost-drop]').onclick = () => {
    for (const address of addresses) dropDraft(address);
    box.hidden = true;
  };
}

/** The fields into which one writes; what was only ticked says nothing without its clause. */
const written = new Set(['note', 'reason', 'size', 'failed', 'points', 'value']);

function lineOf(address) {
  const line = document.createElement('li');
  const fields = [...new URLSearchParams(readDraft(address))];
  const typed = fields.filter(([name, value]) => value && written.has(name));
  line.textContent = typed.map(([, value]) => value).join(' · ');
  return line;
}
