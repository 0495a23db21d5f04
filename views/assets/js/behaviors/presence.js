const pause = 30_000;

/** Tells the server which clause is open, and shows in tree and sheet who else is where. */
export function attach(element) {
  const root = element.closest('.workbench');
  const tell = async () => {
    if (document.hidden) return;
    const clause = root.querySelector('[data-clause-sheet]').dataset.clauseSheet;
    try {
      const response = await fetch(`${root.dataset.base}/clauses/${encodeURIComponent(clause)}/presence`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
      });
      if (response.ok) show(root, (await response.json()).here);
    } catch {
      // Without network nobody is shown anew; the next time tells.
    }
  };
  setInterval(tell, pause);
  root.addEventListener('clause-shown', tell);
  document.addEventListener('visibilitychange', tell);
}

function show(root, here) {
  for (const item of root.querySelectorAll('.tree > li')) write(item.querySelector('[data-here]'), here[item.dataset.clause]);
  const clause = root.querySelector('[data-clause-sheet]').dataset.clauseSheet;
  write(root.querySelector('[data-here-note]'), here[clause]);
}

function write(place, names) {
  if (!place) return;
  place.hidden = !names;
  place.textContent = names ? place.dataset.text.replace('{names}', names) : '';
}
