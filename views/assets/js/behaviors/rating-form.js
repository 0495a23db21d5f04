import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { sendRating } from '../save-rating.js';

/** Milliseconds to wait after a key before saving; a choice is saved at once. */
const typingPause = 600;
const longestRetry = 30_000;

/** Saves a rating by itself on each change, says so in words, and never drops what was typed. */
export function attach(form) {
  new RatingForm(form).start();
}

class RatingForm {
  #form;
  #address;
  #part;
  #texts;
  #timer = null;
  #sending = null;
  /** The body last saved; equal to the present one when nothing waits. */
  #savedBody;
  #retry = 1000;

  constructor(form) {
    this.#form = form;
    this.#address = new URL(form.action).pathname;
    this.#part = (name) => form.querySelector(`[data-${name}]`);
    this.#texts = JSON.parse(form.closest('.workbench').querySelector('[data-texts]').textContent);
    this.#savedBody = this.#body();
  }

  start() {
    const form = this.#form;
    this.#showShare();
    if (form.querySelector('fieldset').disabled) return;
    this.#part('save').hidden = true;
    const clear = this.#part('clear');
    clear.hidden = false;
    clear.addEventListener('click', () => this.#clear());
    form.addEventListener('input', (event) => this.#changed(event.target));
    form.addEventListener('submit', (event) => this.#submitted(event));
    this.#part('take-theirs').addEventListener('click', () => dropDraft(this.#address));
    window.addEventListener('online', () => this.flush());
    window.addEventListener('pagehide', () => this.#leave());
    form.flush = () => this.flush();
    this.#restore();
  }

  /** Sends what waits; resolves when nothing is on its way any more. */
  async flush() {
    clearTimeout(this.#timer);
    if (this.#sending) await this.#sending;
    if (this.#isDirty()) await this.#send();
  }

  #body() {
    const fields = new URLSearchParams(new FormData(this.#form));
    fields.delete('revision');
    return fields.toString();
  }

  #isDirty() {
    return this.#form.isConnected && this.#body() !== this.#savedBody;
  }

  #changed(field) {
    this.#exclude(field);
    this.#showShare();
    keepDraft(this.#address, this.#withRevision());
    this.#say(this.#texts.unsaved);
    const typing = field.type === 'text' || field.tagName === 'TEXTAREA';
    this.#schedule(typing ? typingPause : 0);
  }

  /** "None of these" and the items exclude each other; whoever rates takes back "not applicable". */
  #exclude(field) {
    const notApplicable = this.#form.elements.notApplicable;
    if (notApplicable && field.closest('[data-method]')) notApplicable.checked = false;
    if (!field.checked) return;
    const others = { nonePresent: 'present', present: 'nonePresent' }[field.name];
    if (others) for (const other of this.#form.querySelectorAll(`[name="${others}"]`)) other.checked = false;
  }

  #schedule(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  #withRevision() {
    return `revision=${this.#form.elements.revision.value}&${this.#body()}`;
  }

  async #send() {
    const body = this.#body();
    this.#say(this.#texts.saving);
    this.#sending = sendRating(this.#address, this.#withRevision());
    const answer = await this.#sending;
    this.#sending = null;
    const handlers = {
      saved: () => this.#saved(answer, body),
      conflict: () => this.#conflict(answer.conflict),
      stale: () => this.#stale(answer),
      refused: () => this.#refused(answer.message),
      'signed-out': () => this.#problem(this.#texts.signedOut),
      unreachable: () => this.#unreachable(answer.message),
    };
    handlers[answer.outcome]();
  }

  #saved({ revision, savedAt }, body) {
    this.#form.elements.revision.value = revision;
    this.#savedBody = body;
    this.#retry = 1000;
    this.#showError('');
    this.#part('conflict').hidden = true;
    if (this.#isDirty()) {
      keepDraft(this.#address, this.#withRevision());
      this.#schedule(0);
    } else {
      dropDraft(this.#address);
      const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: this.#texts.timeZone }).format(
        new Date(savedAt),
      );
      this.#say(this.#texts.saved.replace('{time}', time));
    }
    this.#form.dispatchEvent(new CustomEvent('rating-saved', { bubbles: true }));
  }

  /** The assessment has other criteria now: nothing more is sent from this sheet; what was typed stays here and as a draft. */
  #stale({ message, gone }) {
    this.#showError(message);
    this.#problem(this.#texts.unsaved);
    this.#form.dispatchEvent(new CustomEvent('criteria-changed', { bubbles: true, detail: { gone } }));
  }

  #refused(message) {
    this.#showError(message);
    this.#problem(this.#texts.notSaved.replace('{reason}', message));
  }
  #unreachable(message) {
    this.#problem(message ?? this.#texts.offline);
    this.#schedule(this.#retry);
    this.#retry = Math.min(this.#retry * 2, longestRetry);
  }

  #conflict({ revision, name, at, words, note }) {
    const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: this.#texts.timeZone }).format(new Date(at));
    this.#part('conflict-lead').textContent = this.#texts.conflict.replace('{name}', name);
    this.#part('conflict-who').textContent = this.#texts.theirs.replace('{name}', name).replace('{time}', time);
    this.#part('conflict-words').textContent = words;
    this.#part('conflict-note').textContent = note;
    this.#part('conflict-mine').textContent = this.#form.elements.note.value;
    this.#part('conflict').hidden = false;
    for (const name of ['keep-mine', 'keep-both']) this.#part(name).dataset.revision = revision;
    this.#problem(this.#texts.unsaved);
  }

  #submitted(event) {
    event.preventDefault();
    const revision = event.submitter?.dataset.revision;
    if (revision) this.#form.elements.revision.value = revision;
    if (event.submitter?.name === 'keepBoth') this.#keepBothNotes();
    this.#savedBody = null;
    void this.flush();
  }

  #keepBothNotes() {
    const { note } = this.#form.elements;
    note.value = [this.#part('conflict-note').textContent.trim(), note.value.trim()].filter(Boolean).join('\n\n');
  }

  #clear() {
    for (const field of this.#form.querySelectorAll('fieldset input, fieldset textarea')) {
      if (field.name === 'note') continue;
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else field.value = '';
    }
    this.#changed(this.#form.elements.revision);
  }

  /** A draft that an earlier visit left behind goes back into the form and is sent. */
  #restore() {
    const draft = readDraft(this.#address);
    if (draft === null) return;
    const fields = new URLSearchParams(draft);
    const stands = this.#form.elements.note.value;
    for (const field of this.#form.querySelectorAll('fieldset input, fieldset textarea')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = fields.getAll(field.name).includes(field.value);
      else field.value = fields.get(field.name) ?? '';
    }
    const criteria = fields.get('criteria');
    if (criteria && criteria !== this.#form.elements.criteria.value) return this.#restoredStale(stands);
    this.#form.elements.revision.value = fields.get('revision') ?? this.#form.elements.revision.value;
    this.#showShare();
    if (!this.#isDirty()) {
      dropDraft(this.#address);
      return;
    }
    this.#say(this.#texts.restored);
    this.#schedule(0);
  }

  /** Typed under other criteria: the person decides beside the clause as it is now, nothing is sent by itself. */
  #restoredStale(note) {
    this.#showShare();
    this.#part('conflict-lead').textContent = this.#texts.staleRestored;
    this.#part('conflict-who').textContent = this.#texts.staleStands;
    this.#part('conflict-words').textContent = this.#part('words').textContent;
    this.#part('conflict-note').textContent = note;
    this.#part('take-theirs').textContent = this.#texts.staleDrop;
    this.#part('conflict').hidden = false;
    this.#part('keep-mine').dataset.revision = this.#form.elements.revision.value;
    this.#savedBody = this.#body();
    this.#problem(this.#texts.unsaved);
  }

  /** The window closes: what waits is sent on its own; should that fail, the draft is still here. */
  #leave() {
    if (this.#isDirty() && !this.#sending) void sendRating(this.#address, this.#withRevision(), { keepalive: true });
  }

  /** The share of a sample as one types it. */
  #showShare() {
    const sample = this.#part('sample');
    if (!sample) return;
    const [size, failed] = ['size', 'failed'].map((name) => this.#form.elements[name].value.normalize('NFKC').trim());
    const valid = /^\d+$/.test(size) && /^\d+$/.test(failed) && Number(size) > 0 && Number(failed) <= Number(size);
    const share = valid ? `${Number((((size - failed) / size) * 100).toFixed(1))} %` : '–';
    this.#part('share').textContent = share;
  }

  #showError(message) {
    const error = this.#part('error');
    error.textContent = message;
    error.hidden = message === '';
  }

  #say(words) {
    const saved = this.#part('saved');
    saved.textContent = words;
    saved.dataset.state = 'fine';
  }

  #problem(words) {
    const saved = this.#part('saved');
    saved.textContent = words;
    saved.dataset.state = 'problem';
    this.#form.dispatchEvent(new CustomEvent('rating-unsaved', { bubbles: true, detail: words }));
  }
}
