import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createApp } from '../../src/app.ts';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { findTeamPlace } from '../../src/features/assessments/team-store.ts';
import type { Actor } from '../../src/model/actor.ts';
import { type AssessmentPlace, mayEver, rightsIn } from '../../src/model/assessment-rights.ts';
import { assessmentDeedIn, type Deed, may } from '../../src/model/permissions.ts';
import { openAssets } from '../../src/web/assets.ts';
import { browser, startTestApp, type TestApp } from './app.ts';
import { passwordOfAll } from './people.ts';
import { listen } from './raw-http.ts';
import { listRoutes, type Route } from './routes.ts';
import { givenWalkData, type WalkData } from './walk-data.ts';
import { givenWalkers, type Walker } from './walkers.ts';

/**
 * What the tables of `model/` say of one person at one route. `unseen`: there is no such thing for them; `refused`: they may know
 * of it, and could never do this; `not-now`: in another state they could; `perhaps`: to some things, which queries decide.
 */
export type Verdict = 'sign-in' | 'unseen' | 'refused' | 'not-now' | 'allowed' | 'perhaps';

/** One person tried one route. */
export interface Step {
  readonly who: string;
  readonly route: Route;
  readonly verdict: Verdict;
  readonly status: number;
  readonly location: string | null;
}

export interface WalkedApp {
  readonly steps: AsyncIterable<Step>;
  /** Entries of the audit trail; every deed that was done has one. */
  readonly countEntries: () => Promise<number>;
}

/** A deployment in use, through which everybody is about to go: each role at each route, with an empty form where one is sent. */
export async function givenWalkedApp(): Promise<WalkedApp> {
  const app = await startTestApp();
  const data = await givenWalkData(app);
  const walkers = await givenWalkers(app, [data.open, data.finished, data.correcting]);
  const undone = undoing(app);
  // Who gets which answer does not depend on the pages, which take most of the time.
  undone.engine('ejs', (_file, _data, done) => done(null, ''));
  const port = await listen(undone);
  const visitors: Visitor[] = [{ walker: null, cookie: '' }];
  for (const walker of walkers) visitors.push({ walker, cookie: await signIn(app, walker) });
  return {
    steps: walk(app, data, visitors, port),
    countEntries: async () => Number((await app.deps.db('audit_entries').count({ n: '*' }).first())?.n),
  };
}

interface Visitor {
  /** null: nobody who is signed in. */
  readonly walker: Walker | null;
  readonly cookie: string;
}

async function* walk(app: TestApp, data: WalkData, visitors: readonly Visitor[], port: number): AsyncIterable<Step> {
  const routes = listRoutes(app.app);
  const http = new Agent({ keepAlive: true });
  for (const { walker, cookie } of visitors) {
    for (const assessment of [data.open, data.finished, data.self, data.correcting])
      for (const { route, verdict } of await visitsOf(app, walker, routes, assessment, assessment === data.open)) {
        const answer = await knock({ http, port, cookie }, route.method, pathOf(route, data, assessment));
        yield { who: walker?.name ?? 'stranger', route, verdict, ...answer };
      }
  }
  http.destroy();
}

async function visitsOf({ deps }: TestApp, walker: Walker | null, routes: readonly Route[], assessment: string, first: boolean) {
  const actor = walker?.actor ?? null;
  const place = actor && {
    ...(await findAssessment(deps.db, assessment)),
    ...(await findTeamPlace(deps.db, assessment, actor.id)),
  };
  const judged = routes.map((route) => ({ route, verdict: verdictOf(actor, route, place) }));
  return judged.filter(({ route, verdict }) => isWorthIt(verdict, route, walker, first));
}

/** What everybody may do not everybody need try: page-walk.test.ts goes through pages one by one. */
function isWorthIt(verdict: Verdict, { deed, path }: Route, walker: Walker | null, first: boolean): boolean {
  if (!first) return verdict === 'not-now';
  // What the role alone decides, somebody in the same role outside the team has tried.
  if (walker?.inTeam && !path.startsWith('/assessments/:id')) return false;
  if (verdict === 'allowed' || verdict === 'perhaps') return deed !== 'public' || walker === null;
  return true;
}

function verdictOf(actor: Actor | null, route: Route, place: AssessmentPlace | null): Verdict {
  const deed = route.deed as Deed;
  if (deed === 'public') return 'perhaps';
  if (actor === null) return 'sign-in';
  if (!may(actor, deed)) return 'unseen';
  const right = assessmentDeedIn(deed);
  if (right === null || place === null || !route.path.startsWith('/assessments/:id')) return 'perhaps';

  const rights = rightsIn(actor, place);
  if (!rights.follow) return 'unseen';
  if (rights[right]) return 'allowed';
  return mayEver(actor, place, right) ? 'not-now' : 'refused';
}

/** What stands in paths for the things that are walked; a parameter that is not named here gets an id that nothing has. */
export function pathOf({ path }: Pick<Route, 'path'>, data: WalkData, assessment: string): string {
  const ids: Readonly<Record<string, string>> = {
    assessments: assessment,
    organizations: data.organization,
    people: data.person,
    'received-assessments': data.received,
    criteria: 'after-sales-maturity',
  };
  const others: Readonly<Record<string, string>> = {
    clauseId: path.includes('/reconciliation/') ? data.opened : data.clause,
    evidenceId: data.evidence,
    findingId: assessment === data.correcting ? data.finding : data.raised,
    requestId: data.request,
    sampleId: data.sample,
    surveyId: data.survey,
    siteId: data.site,
    contactId: data.contact,
    competenceId: data.competence,
    itemId: data.meeting,
    userId: data.person,
    draftId: data.draft,
    version: '1.0.0',
    column: '0',
    row: '2',
    at: 'clause%3Afirst-clause',
    form: 'json',
    token: 'unknown',
  };
  const own = ids[path.split('/')[1] ?? ''];
  return path.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? own : others[name]) ?? randomUUID()) || '/';
}

/** The app over the same database, in which every deed is carried out and then undone, so that all can try all. */
export function undoing({ deps }: TestApp) {
  const undo = new Error('undone');
  const transaction = async (work: (trx: unknown) => Promise<unknown>) => {
    let result: unknown;
    const done = deps.db.transaction(async (trx) => {
      result = await work(trx);
      throw undo;
    });
    await done.catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return result;
  };
  const db = new Proxy(deps.db, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)) });
  return createApp({ ...deps, db }, openAssets());
}

/** The cookie of a session of theirs. */
async function signIn({ app }: TestApp, { account }: Walker): Promise<string> {
  const form = { signInName: account.signInName, password: passwordOfAll };
  const answer = await browser(app).post('/sign-in').type('form').send(form).expect(303);
  return (answer.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

interface Door {
  readonly http: Agent;
  readonly port: number;
  readonly cookie: string;
}

function knock({ http, port, cookie }: Door, method: string, path: string): Promise<Pick<Step, 'status' | 'location'>> {
  const headers = { Cookie: cookie, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' };
  const form = method === 'get' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': 0 };
  return new Promise((done, fail) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method: method.toUpperCase(),
      agent: http,
      headers: { ...headers, ...form },
    };
    const asking = request(options, (answer) => {
      answer.resume();
      answer.once('end', () => done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null }));
    });
    asking.once('error', fail);
    asking.end();
  });
}
