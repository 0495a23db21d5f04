/** Counts the chosen clauses and narrows the list to what is typed, in which chosen ones stay; opens at the first chosen. */
export function attach(choice) {
  const part = (name) => choice.querySelector(`[data-part="${name}"]`);
  const summary = part('summary');
  const search = part('search');

  const count = () => {
    summary.textContent = summary.dataset.text.replace('[count]', choice.querySelectorAll('input:checked').length);
  };
  const narrow = () => {
    const wanted = search.value.trim().toLowerCase();
    for (const clause of choice.querySelectorAll('[data-part="clause"]')) {
      const chosen = clause.querySelector('input').checked;
      clause.hidden = !chosen && !clause.textContent.toLowerCase().includes(wanted);
    }
    for (const group of choice.querySelectorAll('[data-part="group"]')) {
      group.hidden = !group.querySelector('[data-part="clause"]:not([hidden])');
    }
  };

  search.hidden = false;
  search.addEventListener('input', narrow);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  choice.addEventListener('change', count);
  choice.addEventListener('toggle', () => showFirstChosen(choice, part('list')));
  showFirstChosen(choice, part('list'));
}

function showFirstChosen(choice, list) {
  const first = choice.querySelector('input:checked')?.closest('[data-part="clause"]');
  if (first) list.scrollTop = first.offsetTop;
}
