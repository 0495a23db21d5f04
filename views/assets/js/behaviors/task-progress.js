/** Milliseconds between two questions. */
const pace = 700;

/**
 * Shows how far a task is without a new page, and opens the page anew when it has ended. Without scripts the page renews itself,
 * which the address of a page with scripts keeps it from doing.
 */
export function attach(section) {
  if (section.dataset.open !== 'true') return;
  if (!location.search.includes('live')) return location.replace('?live');
  const ask = async () => {
    const progress = await fetchProgress(section.dataset.source);
    if (progress && !progress.open) return location.reload();
    if (progress) show(section, progress);
    setTimeout(ask, progress ? pace : pace * 5);
  };
  setTimeout(ask, pace);
}

/** null: no answer just now. */
async function fetchProgress(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function show(section, { percent, doing }) {
  section.querySelector('progress').value = percent;
  section.querySelector('.task__percent').textContent = `${percent}%`;
  const words = section.querySelector('.task__doing');
  // Told only when it changes, so that readers aloud are not interrupted.
  if (doing && words.textContent !== doing) words.textContent = doing;
}
