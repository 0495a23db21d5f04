/**
 * Opens the clause that the address points to also where the browser does not, opens and closes all of them by one
 * button, and opens what is closed for printing.
 */
export function attach(section) {
  const clauses = [...section.querySelectorAll('details')];
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const clause = target?.closest('details');
    if (!clause || clause.open || !section.contains(clause)) return;
    clause.open = true;
    target.scrollIntoView();
  };
  reveal();
  addEventListener('hashchange', reveal);

  const button = section.querySelector('[data-open-clauses]');
  button.hidden = false;
  button.addEventListener('click', () => {
    const open = clauses.some((clause) => !clause.open);
    for (const clause of clauses) clause.open = open;
    button.textContent = open ? section.dataset.closeAll : section.dataset.openAll;
  });

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('main details:not([open])')];
    for (const one of closed) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
  });
}
