/** Milliseconds to wait after a key before the text is checked. */
const typingPause = 400;

/** Numbers the lines of the texts, checks them while one types, leads from a problem to its line and warns before text is lost. */
export function attach(form) {
  const texts = [...form.querySelectorAll('[data-text]')].map((box) => numberLines(box));
  const check = openCheck(form);
  let changed = form.dataset.changed !== undefined;

  form.addEventListener('input', (event) => {
    texts.find(({ area }) => area === event.target)?.renumber();
    changed = true;
    say(form, form.dataset.unsaved);
    check.soon();
  });
  form.addEventListener('submit', () => {
    changed = false;
  });
  form.addEventListener('click', (event) => {
    const link = event.target.closest('[data-jump]');
    const area = link && form.elements[link.dataset.jump];
    if (!area) return;
    event.preventDefault();
    jump(area, Number(link.dataset.line), Number(link.dataset.column));
  });
  window.addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

function say(form, words) {
  form.querySelector('[data-state]').textContent = words;
}

function numberLines(box) {
  const area = box.querySelector('textarea');
  const lines = box.querySelector('[data-lines]');
  let count = 0;
  const renumber = () => {
    const found = area.value.split('\n').length;
    if (found === count) return;
    count = found;
    lines.textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
    follow();
  };
  const follow = () => {
    lines.scrollTop = area.scrollTop;
  };
  lines.hidden = false;
  area.addEventListener('scroll', follow);
  renumber();
  return { area, renumber };
}

/** Puts the cursor at the place and the line into the middle of the box. */
function jump(area, line, column) {
  const before = area.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const end = area.value.indexOf('\n', start);
  area.focus();
  area.setSelectionRange(start + column - 1, end < 0 ? area.value.length : end);
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 3);
  area.scrollLeft = 0;
}

/** A later check overtakes an earlier one. */
function openCheck(form) {
  const result = form.querySelector('[data-result]');
  let timer = null;
  let running = null;

  const run = async () => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new FormData(form), signal: own.signal });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      result.replaceChildren(...page.body.childNodes);
      say(form, form.dataset.unsaved);
    } catch {
      if (!own.signal.aborted) say(form, form.dataset.failed);
    }
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, typingPause);
    },
  };
}
