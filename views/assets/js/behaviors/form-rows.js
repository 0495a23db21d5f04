/** Lists of rows in a form: without script they have one empty row at their end, with it as many as one likes. */
export function showRowButtons(form) {
  for (const button of form.querySelectorAll('[data-clear], [data-add-row]')) button.hidden = false;
}

/** Typing in the last row brings another empty one. */
export function growRows(target) {
  const rows = target.closest?.('[data-rows]');
  const row = target.closest?.('[data-row]');
  if (rows && row && row === [...rows.querySelectorAll('[data-row]')].at(-1)) addRow(rows, false);
}

export function addRow(rows, focus) {
  const last = [...rows.querySelectorAll('[data-row]')].at(-1);
  const index = Number(last.dataset.row);
  const next = last.cloneNode(true);
  next.dataset.row = String(index + 1);
  next.setAttribute('aria-label', String(index + 2));
  const renamed = (text) => text.replaceAll(`.${index}.`, `.${index + 1}.`).replaceAll(`-${index}-`, `-${index + 1}-`);
  for (const element of [next, ...next.querySelectorAll('*')])
    for (const name of ['id', 'name', 'for', 'aria-describedby', 'data-field'])
      if (element.hasAttribute(name)) element.setAttribute(name, renamed(element.getAttribute(name)));
  last.after(next);
  emptyFields(next);
  if (focus) next.querySelector('input, select, textarea').focus();
}

export function clearRow(row) {
  emptyFields(row);
  row.querySelector('input, textarea').dispatchEvent(new Event('input', { bubbles: true }));
}

function emptyFields(row) {
  for (const field of row.querySelectorAll('input, select, textarea')) {
    if (field.type === 'checkbox') field.checked = false;
    else field.value = '';
  }
  for (const error of row.querySelectorAll('[data-error]')) error.hidden = true;
  for (const field of row.querySelectorAll('.field--wrong')) field.classList.remove('field--wrong');
}
