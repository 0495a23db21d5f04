import { attachBehaviors } from '../attach-behaviors.js';
import { acceptDrops } from './evidence-drop.js';
import { uploadRow } from './evidence-row.js';
import { sendForm } from './evidence-send.js';

/**
 * Hands files in as soon as they are chosen, dropped or taken, one after the other, each with its progress in words, and
 * offers to try again what failed. Then the list is fetched anew and `evidence-changed` bubbles.
 */
export function attach(section) {
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  const form = part('form');
  if (!form) return;
  const texts = JSON.parse(part('texts').textContent);
  const queue = [];
  let working = false;

  const enqueue = (file, number = null) => {
    const job = { file, form, data: formData(form, file, number) };
    job.row = uploadRow(part('uploads'), nameOf(job), texts, () => push(job));
    push(job);
  };
  const push = (job) => {
    job.row.wait();
    queue.push(job);
    if (!working) void work();
  };
  const work = async () => {
    working = true;
    const count = { done: 0, failed: 0 };
    for (let job = queue.shift(); job; job = queue.shift()) count[await send(form.action, job, texts)] += 1;
    working = false;
    part('status').textContent = texts.done.replace('[done]', count.done).replace('[failed]', count.failed);
    if (count.done > 0) await refresh(section, part('list'));
  };
  const takeAll = (files) => {
    const list = [...files];
    for (const [index, file] of list.entries()) enqueue(file, list.length > 1 ? index + 1 : null);
    clear(form);
  };

  part('drop').hidden = false;
  acceptDrops(section, takeAll);
  for (const input of form.querySelectorAll('input[type="file"]')) {
    input.addEventListener('change', () => takeAll(input.files));
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    enqueue(null);
  });
}

async function send(address, job, texts) {
  if (job.file && texts.limit !== null && job.file.size > texts.limit) {
    job.row.fail(texts.tooLarge, false);
    return 'failed';
  }
  const { status, body } = await sendForm(address, job.data, (percent) => job.row.progress(percent));
  if (status === 201) {
    job.row.succeed();
    if (!job.file) clear(job.form);
    return 'done';
  }
  const reasons = Object.values(body?.error?.fields ?? {});
  const retry = status === 0 || status >= 500;
  job.row.fail(reasons.length > 0 ? reasons.join(' ') : (body?.error?.message ?? texts.connectionLost), retry);
  return 'failed';
}

function nameOf({ file, form, data }) {
  return file ? file.name : data.get('title') || data.get('link') || form.elements.kind.selectedOptions[0].textContent;
}

/** The fields as they stand now, with that one file; a title for several files is numbered. */
function formData(form, file, number) {
  const data = new FormData(form);
  if (number !== null && data.get('title') !== '') data.set('title', `${data.get('title')} ${number}`);
  data.delete('files');
  data.delete('next');
  if (file) data.append('files', file, file.name);
  return data;
}

/** What belonged to one piece is taken out; the clause stays for the next. */
function clear(form) {
  for (const name of ['title', 'ownDate', 'link', 'note']) form.elements[name].value = '';
  for (const input of form.querySelectorAll('input[type="file"]')) input.value = '';
}

async function refresh(section, list) {
  // Without network the list stays as it was; what was saved shows when the page is opened again.
  const response = await fetch(section.dataset.source, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  list.replaceChildren(...fresh.querySelector('[data-part="list"]').childNodes);
  // What was lacking may be there now, so that another kind is offered first.
  section.querySelector('[name="kind"]').value = fresh.querySelector('[name="kind"]')?.value ?? '';
  await attachBehaviors(list);
  section.dispatchEvent(new CustomEvent('evidence-changed', { bubbles: true, detail: { clause: section.dataset.clause } }));
}
