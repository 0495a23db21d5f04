import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { type Actor, hasRole, isOfCompany } from '../../model/actor.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { frameOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listAssessments } from '../assessments/assessment-list-store.ts';
import { toNoticeLine } from '../notices/inbox-pages.ts';
import { listInbox } from '../notices/inbox-store.ts';
import { readSummaries } from '../results/result-store.ts';
import { type Audience, finishedLines, firstSteps, type HomePage, openLines } from './home-page.ts';
import { readCounts, readPlaces } from './home-store.ts';

/** So many finished assessments are shown; the list has all. */
const mostFinished = 5;
const mostNotices = 5;

/** The first page after signing in: what waits for this person. */
export function homeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('public'), async (_req, res) => {
    const { actor } = frameOf(res);
    if (!actor) return res.redirect(303, '/sign-in');
    await showHome(deps, res, actor);
  });

  return router;
}

async function showHome(deps: Deps, res: Response, actor: Actor): Promise<void> {
  const language = languageOf(res);
  const open = await listAssessments(deps.db, actor, { state: 'open' }, 1);
  const finished = await listAssessments(deps.db, actor, { state: 'finished' }, 1);
  const places = await readPlaces(
    deps.db,
    actor,
    open.rows.map(({ id }) => id),
  );
  const latest = finished.rows.slice(0, mostFinished);
  const summaries = await readSummaries(
    deps.db,
    latest.map(({ id }) => id),
  );
  const unread =
    frameOf(res).unread > 0 ? (await listInbox(deps.db, actor.id, 'unread', { page: 1, size: mostNotices })).notices : [];
  const audience = audienceOf(actor);
  const counts = hasRole(actor, 'administrator') ? await readCounts(deps.db) : null;
  const page: HomePage = {
    title: translatorOf(res)('home.title'),
    audience,
    counts,
    steps: counts && firstSteps(counts),
    ...openLines(open.rows, places, actor, language),
    openTitle: openTitles[audience],
    notices: unread.map((notice) => toNoticeLine(notice, language)),
    finished: finishedLines(latest, summaries, actor, language),
    total: open.total + finished.total,
    start: startTextOf(actor),
  };
  renderPage(res, 'home/home', page);
}

const openTitles = {
  office: 'home.open',
  leaders: 'home.ownOpen',
  auditors: 'home.ownOpen',
  company: 'home.ownSelf',
} as const satisfies Record<Audience, TextKey>;

function audienceOf(actor: Actor): Audience {
  if (isOfCompany(actor)) return 'company';
  if (hasRole(actor, 'administrator', 'programme-manager', 'observer')) return 'office';
  return hasRole(actor, 'lead-auditor') ? 'leaders' : 'auditors';
}

function startTextOf(actor: Actor): HomePage['start'] {
  if (!may(actor, 'assessments.start')) return null;
  return isOfCompany(actor) ? 'assessments.startSelf' : 'assessments.start';
}
