/** A menu closes when the person turns to something else, and by Escape; without script it closes by its button. */
export function attach(details) {
  const button = details.querySelector('summary');
  document.addEventListener('click', ({ target }) => {
    if (!details.contains(target)) details.open = false;
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !details.contains(relatedTarget)) details.open = false;
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return;
    details.open = false;
    button.focus();
  });
}
