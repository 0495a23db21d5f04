/**
 * One key for each deed of the workbench. Keys are left alone while one types, and with Ctrl, Alt or Meta, so that the
 * browser's own keys keep working.
 */
export function listenToKeys(root, { step, help }) {
  const deeds = {
    j: () => step('next'),
    k: () => step('previous'),
    u: () => step('unrated'),
    r: () => focusFirst(root, 'form.rating [data-first], form.rating [data-method] input'),
    m: () => focusFirst(root, '[name="note"]'),
    e: () =>
      focusFirst(
        root,
        '.rating-sheet__evidence input[type="file"], .rating-sheet__evidence select, .rating-sheet__evidence button',
      ),
    x: () => root.querySelector('[name="notApplicable"]')?.click(),
    '?': help,
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || root.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      document.activeElement?.blur();
      return;
    }
    if (isTyping(event.target)) return;

    const choice = root.querySelector(`form.rating fieldset:not(:disabled) [data-key="${CSS.escape(event.key)}"]`);
    const deed = choice ? () => choose(choice) : deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}

function isTyping(target) {
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target.tagName === 'INPUT' && !['radio', 'checkbox'].includes(target.type);
}

/** Rating a clause takes back that it is not applicable. */
function choose(input) {
  const notApplicable = input.form.elements.notApplicable;
  if (notApplicable?.checked) notApplicable.checked = false;
  input.click();
  input.focus();
}

function focusFirst(root, selector) {
  const field = root.querySelector(selector);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
