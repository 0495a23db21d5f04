import { attachBehaviors } from '../attach-behaviors.js';
import { readDraft } from '../drafts.js';
import { sendDrafts } from '../send-drafts.js';
import { showLost, showStale } from '../stale-criteria.js';
import { listenToKeys } from '../workbench-keys.js';

/** Goes from clause to clause without loading the whole page, and keeps tree and ledger up to date. */
export function attach(workbench) {
  new Workbench(workbench).start();
}

class Workbench {
  #root;
  #base;
  #texts;
  #filter;
  #ahead = new Map();
  #ledgerTimer = null;
  #ledgerTurn = 0;

  constructor(root) {
    this.#root = root;
    this.#base = root.dataset.base;
    this.#filter = root.dataset.filter;
    this.#texts = JSON.parse(root.querySelector('[data-texts]').textContent);
  }

  start() {
    const root = this.#root;
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('rating-saved', () => {
      this.#markUnsent(this.#openAddress());
      this.#refreshLedger();
    });
    root.addEventListener('criteria-changed', (event) =>
      showStale(root, event.detail.gone ? `${this.#base}/workbench` : location.href),
    );
    root.addEventListener('evidence-changed', () => this.#refreshLedger());
    root.addEventListener('rating-unsaved', (event) => this.#announce(event.detail));
    window.addEventListener('popstate', () => this.#returned());
    window.addEventListener('online', () => this.#sendDrafts());
    history.scrollRestoration = 'manual';

    const keys = root.querySelector('[data-keys]');
    const open = root.querySelector('[data-keys-open]');
    open.hidden = false;
    open.addEventListener('click', () => keys.showModal());
    listenToKeys(root, { step: (name) => this.#step(name), help: () => keys.showModal() });

    const narrow = window.matchMedia('(max-width: 60rem)');
    if (narrow.matches) root.querySelector('[data-ledger-details]').open = false;
    this.#currentLink()?.scrollIntoView({ block: 'center' });
    this.#fetchAhead();
    void this.#sendDrafts();
  }

  #clicked(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const filter = event.target.closest('[data-filter-link]');
    const link = event.target.closest('a[data-clause-link]');
    if (filter) {
      event.preventDefault();
      this.#applyFilter(filter.dataset.filterLink);
    } else if (link) {
      event.preventDefault();
      void this.#go(link.pathname);
    }
  }

  /** Where the open sheet is sent: of a clause that is rated site by site, the address of the site, whatever the page's own. */
  #openAddress() {
    return new URL(this.#root.querySelector('form.rating')?.action ?? this.#currentLink()?.href ?? '', location.href).pathname;
  }

  #step(name) {
    const link = this.#root.querySelector(`[data-step="${name}"]`);
    if (link) void this.#go(link.pathname);
    else if (name === 'unrated') this.#announce(this.#texts.allRated);
  }

  /** Back and forward lead to another clause; opening and closing the tree on a phone only changes the fragment. */
  #returned() {
    if (location.pathname !== this.#openAddress()) void this.#show(location.pathname);
  }

  async #go(path) {
    // The tree lies over the sheet on a phone while it is the target; only a real move takes that back.
    if (location.hash) location.hash = '';
    // What waits at the clause one leaves is sent, but a slow network holds nobody up: the draft is kept.
    const left = this.#openAddress();
    void this.#root
      .querySelector('form.rating')
      ?.flush?.()
      .then(() => this.#markUnsent(left));
    history.pushState(null, '', path + (this.#filter === 'all' ? '' : `?filter=${this.#filter}`));
    await this.#show(path);
  }

  async #show(path) {
    const html = await this.#fetchSheet(path);
    if (html === null) return location.assign(path);
    if (location.pathname !== path) return;
    const sheet = this.#root.querySelector('[data-sheet]');
    sheet.innerHTML = html;
    sheet.scrollTop = 0;
    if (window.matchMedia('(max-width: 60rem)').matches) window.scrollTo(0, 0);
    await attachBehaviors(sheet);

    if (sheet.querySelector('[data-clause-sheet]').dataset.criteria !== this.#root.dataset.criteria)
      showStale(this.#root, location.href);
    document.title = sheet.querySelector('[data-clause-sheet]').dataset.title;
    this.#currentLink()?.removeAttribute('aria-current');
    const link = this.#linkTo(path);
    link?.setAttribute('aria-current', 'true');
    link?.scrollIntoView({ block: 'nearest' });
    sheet.focus({ preventScroll: true });
    this.#announce(document.title);
    this.#root.dispatchEvent(new CustomEvent('clause-shown'));
    this.#fetchAhead();
  }

  #fetchSheet(path) {
    const known = this.#ahead.get(path);
    this.#ahead.clear();
    return known ?? this.#request(path);
  }

  async #request(path) {
    try {
      const response = await fetch(`${path}/sheet`, { headers: { Accept: 'text/html' } });
      return response.ok && !response.redirected ? await response.text() : null;
    } catch {
      return null;
    }
  }

  /** The clauses to which one key leads are fetched before the key is pressed. */
  #fetchAhead() {
    for (const name of ['next', 'unrated']) {
      const path = this.#root.querySelector(`[data-step="${name}"]`)?.pathname;
      if (path && !this.#ahead.has(path)) this.#ahead.set(path, this.#request(path));
    }
  }

  #currentLink() {
    return this.#root.querySelector('.tree a[aria-current]');
  }

  #linkTo(path) {
    const clause = path.replace(/\/sites\/[^/]+$/, '');
    return [...this.#root.querySelectorAll('.tree a')].find((link) => link.pathname === clause);
  }

  #clauseId() {
    return this.#root.querySelector('[data-clause-sheet]').dataset.clauseSheet;
  }

  #refreshLedger() {
    clearTimeout(this.#ledgerTimer);
    this.#ledgerTimer = setTimeout(() => this.#fetchLedger(), 120);
    this.#ahead.clear();
  }

  async #fetchLedger() {
    this.#ledgerTurn += 1;
    const turn = this.#ledgerTurn;
    const clause = this.#clauseId();
    let answer;
    try {
      const response = await fetch(`${this.#base}/ledger?clause=${encodeURIComponent(clause)}`, {
        headers: { Accept: 'application/json' },
      });
      if (!response.ok) return;
      answer = await response.json();
    } catch {
      return;
    }
    // A later answer may have overtaken this one.
    if (turn !== this.#ledgerTurn) return;
    if (answer.criteria !== this.#root.dataset.criteria) return showStale(this.#root, location.href);
    this.#exchangeLedger(answer.html);
    this.#exchangeMarks(answer);
    const words = this.#root.querySelector('[data-words]');
    if (words && clause === this.#clauseId()) words.textContent = answer.words;
  }

  #exchangeLedger(html) {
    const ledger = this.#root.querySelector('[data-ledger]');
    const open = ledger.querySelector('[data-ledger-details]').open;
    ledger.innerHTML = html;
    ledger.querySelector('[data-ledger-details]').open = open;
  }

  #exchangeMarks({ marks, counts }) {
    for (const item of this.#root.querySelectorAll('.tree > li')) {
      const mark = marks[item.dataset.clause];
      if (!mark) continue;
      item.dataset.state = mark.state;
      item.dataset.filters = mark.filters.join(' ');
      item.toggleAttribute('data-needs-evidence', mark.needsEvidence);
      const done = item.querySelector('[data-done]');
      if (done) done.textContent = `${mark.done}/${mark.toDo}`;
      const words = item.querySelector('[data-mark-words]');
      if (words)
        words.textContent = [this.#texts.marks[mark.state], mark.needsEvidence && this.#texts.needsEvidence]
          .filter(Boolean)
          .join(', ');
    }
    // Not every tree has every filter: only in a team is there “mine”.
    for (const [filter, count] of Object.entries(counts)) {
      const place = this.#root.querySelector(`[data-filter-count="${filter}"]`);
      if (place) place.textContent = count;
    }
  }

  #applyFilter(filter) {
    this.#filter = filter;
    let shown = 0;
    for (const item of this.#root.querySelectorAll('.tree > li')) {
      item.hidden = !item.dataset.filters.split(' ').includes(filter);
      if (!item.hidden) shown += 1;
    }
    for (const link of this.#root.querySelectorAll('[data-filter-link]')) {
      if (link.dataset.filterLink === filter) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#root.querySelector('[data-filter-empty]').hidden = shown > 0;
    history.replaceState(null, '', location.pathname + (filter === 'all' ? '' : `?filter=${filter}`));
  }

  /** Sends what earlier visits could not; clauses that still wait are marked in the tree. */
  async #sendDrafts() {
    const mark = (address, waits) => this.#linkTo(address)?.closest('li').toggleAttribute('data-unsent', waits);
    const { saved, lost } = await sendDrafts(this.#base, this.#openAddress(), mark);
    if (saved) this.#refreshLedger();
    showLost(this.#root, lost);
  }

  /** The tree says of a clause whether something typed there has not reached the server. */
  #markUnsent(address) {
    this.#linkTo(address)
      ?.closest('li')
      .toggleAttribute('data-unsent', readDraft(address) !== null);
  }

  #announce(words) {
    this.#root.querySelector('[data-announce]').textContent = words;
  }
}
