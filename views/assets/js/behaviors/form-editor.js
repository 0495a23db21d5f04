import { attachBehaviors } from '../attach-behaviors.js';
import { addRow, clearRow, growRows, showRowButtons } from './form-rows.js';

/** Milliseconds to wait after a key before the fields are checked. */
const typingPause = 300;

/**
 * The forms of a draft without a new page for each deed: pages are fetched and exchanged in place, what was typed is saved
 * before one goes elsewhere, and the keys of the contents move about and move clauses.
 */
export function attach(editor) {
  const form = editor.querySelector('[data-part]');
  const state = { changed: form.dataset.changed !== undefined, busy: false };
  const check = openCheck(editor, form);

  showRowButtons(form);
  form.addEventListener('input', (event) => {
    state.changed = true;
    say(editor, form.dataset.unsaved);
    growRows(event.target);
    check.soon();
  });
  form.addEventListener('click', (event) => {
    const clear = event.target.closest('[data-clear]');
    if (clear) clearRow(clear.closest('[data-row]'));
    const add = event.target.closest('[data-add-row]');
    if (add) addRow(add.closest('[data-rows]'), true);
  });
  editor.addEventListener('submit', (event) => {
    event.preventDefault();
    underWay = send(editor, event.target, event.submitter, state);
  });
  editor.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-nav], .workbench__ledger a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !link.pathname.includes('/forms')) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    if (state.busy) void goLater(link.href);
    else underWay = go(editor, link.href, form, state);
  });
  editor.addEventListener('keydown', (event) => onKey(event, editor, form, state));
  leaveGuard = () => state.changed;
}

let leaveGuard = () => false;
/** The deed that is under way; the editor is another one when it is done. */
let underWay = Promise.resolve();

/** Whoever chooses a clause while something is being saved gets there afterwards. */
async function goLater(href) {
  await underWay;
  const link = [...document.querySelectorAll('a[data-nav]')].find((one) => one.href === href);
  if (link) link.click();
  else location.assign(href);
}

window.addEventListener('beforeunload', (event) => {
  if (document.querySelector('[data-part]') && leaveGuard()) event.preventDefault();
});
window.addEventListener('popstate', async () => {
  const editor = document.querySelector('[data-behavior~="form-editor"]');
  if (editor) await exchange(editor, await fetch(location.href), false);
});

function say(editor, words) {
  editor.querySelector('[data-state]').textContent = words;
}

/** A deed of another form than that of the fields is sent after these are saved. */
async function send(editor, form, submitter, state) {
  if (state.busy) return;
  state.busy = true;
  const part = editor.querySelector('[data-part]');
  if (form !== part && state.changed) {
    const next = await post(editor, part, null);
    state.busy = false;
    if (!next?.ok) return;
    const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
    const again = next.editor.querySelector(`form[action="${CSS.escape(form.getAttribute('action'))}"]`);
    const button = again?.querySelector(`[formaction="${CSS.escape(action)}"]`) ?? again?.querySelector('button');
    if (again) await post(next.editor, again, button);
    return;
  }
  await post(editor, form, submitter);
  state.busy = false;
}

async function post(editor, form, submitter) {
  const body = new FormData(form, submitter);
  const address = submitter?.formAction && submitter.hasAttribute('formaction') ? submitter.formAction : form.action;
  const isMultipart = form.enctype === 'multipart/form-data';
  try {
    return await exchange(
      editor,
      await fetch(address, { method: 'POST', body: isMultipart ? body : new URLSearchParams(body) }),
      true,
    );
  } catch {
    say(editor, editor.querySelector('[data-part]').dataset.failed);
    return null;
  }
}

async function go(editor, href, form, state) {
  if (state.busy) return;
  state.busy = true;
  let current = editor;
  if (state.changed) {
    const saved = await post(editor, form, null);
    state.busy = false;
    if (!saved?.ok) return;
    current = saved.editor;
  }
  try {
    await exchange(current, await fetch(href), true, new URL(href).hash);
  } catch {
    location.assign(href);
  }
}

/** Puts the editor of the answered page in place of this one; where the answer is another page, goes there. */
async function exchange(editor, response, isNew, hash = '') {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = page.querySelector('[data-behavior~="form-editor"]');
  if (!next) {
    location.assign(response.url);
    return null;
  }
  const tree = editor.querySelector('#tree');
  const scrolled = tree.scrollTop;
  const inTree = tree.contains(document.activeElement);
  if (isNew && response.ok && response.url !== location.href) history.pushState(null, '', response.url + hash);
  document.title = page.title;
  const notice = page.querySelector('.notice');
  document.querySelector('.notice')?.remove();
  if (notice) editor.before(notice);
  editor.replaceWith(next);
  // Before anything is waited for: nothing may move under a pointer that is already on its way.
  next.querySelector('#tree').scrollTop = scrolled;
  const chosen = next.querySelector('[data-nav][aria-current]');
  chosen?.scrollIntoView({ block: 'nearest' });
  if (hash) document.getElementById(hash.slice(1))?.focus();
  else if (inTree) chosen?.focus();
  // What had the focus is gone; without it the keys would reach nobody.
  else next.querySelector('#sheet').focus({ preventScroll: true });
  await attachBehaviors(next.parentElement);
  return { ok: response.ok, editor: next };
}

function onKey(event, editor, form, state) {
  if (event.ctrlKey || event.metaKey) onDeedKey(event, editor, form, state);
  else onTreeKey(event, editor);
}

/** In a field the browser's own undoing is left alone. */
function onDeedKey(event, editor, form, state) {
  const key = event.key.toLowerCase();
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (key === 's') {
    event.preventDefault();
    underWay = send(editor, form, null, state);
  } else if (!isTyping && !event.altKey && (key === 'z' || key === 'y')) {
    event.preventDefault();
    editor.querySelector(key === 'y' || event.shiftKey ? '[data-redo]' : '[data-undo]')?.click();
  }
}

function onTreeKey(event, editor) {
  const link = event.target.closest('[data-nav]');
  const deed = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }[event.key];
  if (!link || !deed) return;
  event.preventDefault();
  if (event.altKey) {
    if (link.hasAttribute('aria-current')) editor.querySelector(`[data-move="${deed}"]`)?.click();
    return;
  }
  const links = [...editor.querySelectorAll('[data-nav]')];
  if (deed === 'up' || deed === 'down') links[links.indexOf(link) + (deed === 'down' ? 1 : -1)]?.focus();
}

/** A later check overtakes an earlier one. */
function openCheck(editor, form) {
  let timer = null;
  let running = null;
  const run = async () => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      const answer = await fetch(`${form.action}/check`, { method: 'POST', body: new FormData(form), signal: own.signal });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const result = editor.querySelector('[data-result]');
      result.replaceChildren(...page.body.childNodes);
      showAtFields(form, result);
    } catch {
      if (!own.signal.aborted) say(editor, form.dataset.failed);
    }
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, typingPause);
    },
  };
}

function showAtFields(form, result) {
  const found = new Map();
  for (const line of result.querySelectorAll('[data-problem]')) {
    const name = line.dataset.problem;
    found.set(name, [...(found.get(name) ?? []), line.querySelector('span').textContent]);
  }
  for (const field of form.querySelectorAll('[data-field]')) {
    const texts = found.get(field.dataset.field) ?? [];
    const error = field.querySelector('[data-error]');
    field.classList.toggle('field--wrong', texts.length > 0);
    error.hidden = texts.length === 0;
    error.textContent = texts.join(' ');
  }
}
