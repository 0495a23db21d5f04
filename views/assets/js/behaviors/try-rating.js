const narrow = window.matchMedia('(max-width: 60rem)');

/** Works the score out on each change and moves between clauses without loading the page anew. Nothing is stored. */
export function attach(workbench) {
  let turn = 0;
  workbench.querySelector('.ledger').open = !narrow.matches;

  const send = async (form, fields, moves) => {
    turn += 1;
    const own = turn;
    const focused = document.activeElement;
    const answer = await fetch(form.action, { method: 'POST', body: fields });
    if (!answer.ok || own !== turn) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (own === turn) show(workbench, page, { moves, focused });
  };

  workbench.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(event.target, event.submitter));
    void send(event.target, fields, event.submitter?.name === 'go' || event.submitter?.name === 'clear');
  });
  workbench.addEventListener('change', (event) => {
    const { form } = event.target;
    if (form?.id !== 'try') return;
    exclude(form, event.target);
    void send(form, new URLSearchParams(new FormData(form)), false);
  });
}

/** "None of these" and the items exclude each other; whoever rates takes back "not applicable". */
function exclude(form, field) {
  if (form.elements.notApplicable && field.closest('[data-method]')) form.elements.notApplicable.checked = false;
  if (!field.checked) return;
  const others = { nonePresent: 'present', present: 'nonePresent' }[field.name];
  if (others) for (const other of form.querySelectorAll(`[name="${others}"]`)) other.checked = false;
}

function show(workbench, page, { moves, focused }) {
  const { open } = workbench.querySelector('.ledger');
  for (const part of workbench.querySelectorAll('[data-try-part]')) {
    const fresh = page.getElementById(part.id);
    const { scrollTop } = part;
    part.replaceChildren(...fresh.childNodes);
    if (part.id !== 'sheet' || !moves) part.scrollTop = scrollTop;
    else part.scrollTop = 0;
  }
  workbench.querySelector('.ledger').open = open;
  if (moves) workbench.querySelector('#sheet').focus();
  else refocus(workbench, focused);
}

/** The field in which one was is another element now. */
function refocus(workbench, { name, value, type, id }) {
  const chosen = type === 'radio' || type === 'checkbox';
  const field = chosen
    ? [...workbench.querySelectorAll(`[name="${name}"]`)].find((one) => one.value === value)
    : id && document.getElementById(id);
  field?.focus();
}
