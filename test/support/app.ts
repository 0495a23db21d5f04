import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Deps, openLog } from '../../src/deps.ts';
import type { FileStore } from '../../src/storage/file-store.ts';
import { openFolderStore } from '../../src/storage/file-store.ts';
import { openAssets } from '../../src/web/assets.ts';
import { openThreads } from '../../src/workers/open-thread.ts';
import { givenPeople, type People, passwordOfAll } from './people.ts';
import { openTestDb, type TestDb } from './test-db.ts';

/** The time at which every test begins: 2026-01-15, five in the afternoon in Shanghai. */
export const testTime = new Date('2026-01-15T09:00:00Z');

export type Agent = ReturnType<typeof request.agent>;

export interface TestApp {
  readonly deps: Deps;
  readonly app: ReturnType<typeof createApp>;
  readonly people: People;
  /** A browser in which that person is signed in. */
  readonly as: (person: keyof People, language?: string) => Promise<Agent>;
  readonly anonymous: Agent;
}

/** What never changes while tests run, made once for all of them. */
const assets = openAssets();
const threads = openThreads();
let catalog: ReturnType<typeof openCatalog> | null = null;

/** The shipped criteria, read once a test file. */
export function shippedCatalog(): ReturnType<typeof openCatalog> {
  catalog ??= openCatalog(readConfig({}).criteriaFolder);
  return catalog;
}

export interface TestSettings {
  readonly config?: Partial<Config>;
  readonly files?: FileStore;
  readonly clock?: () => Date;
  /** A migrated database; left out: an empty one of the kind that this run is for. */
  readonly database?: TestDb;
  /** Who is in that database already; left out: the cast is put into it. */
  readonly people?: People;
  /** Takes what clears up; left out: it is done when the test ends. */
  readonly whenDone?: (clear: () => Promise<void>) => void;
}

/** The whole application on an empty database of its own with the cast of people; gone when the test ends. */
export async function startTestApp(settings: TestSettings = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-files-'));
  const { db, close } = settings.database ?? (await openTestDb());
  (settings.whenDone ?? onTestFinished)(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  const config: Config = { ...readConfig({ ASSAY_DATA: folder }), ...settings.config };
  const deps: Deps = {
    config,
    db,
    files: settings.files ?? (await openFolderStore(folder)),
    catalog: await shippedCatalog(),
    publishedCriteria: new Map(),
    criteriaCopies: new Map(),
    threads,
    clock: settings.clock ?? (() => testTime),
    log: openLog('silent'),
    sessionSecret: 'a secret that is only for tests, long enough',
  };
  const people = settings.people ?? (await givenPeople(db, testTime));
  const app = createApp(deps, assets);
  return {
    deps,
    app,
    people,
    anonymous: browser(app),
    as: (person, language = 'en') => signedIn(app, people[person].signInName, language),
  };
}

/** What several tests of a file look at and none of them changes: made for the first, cleared after the last. */
export function madeOnce<Made>(make: (settings: Pick<TestSettings, 'whenDone'>) => Promise<Made>): () => Promise<Made> {
  const clearing: (() => Promise<void>)[] = [];
  let made: Promise<Made> | null = null;
  afterAll(async () => {
    for (const clear of clearing) await clear();
  });
  return () => {
    made ??= make({ whenDone: (clear) => void clearing.push(clear) });
    return made;
  };
}

/** A client that keeps cookies and says, as browsers do, that its requests come from the site itself. */
export function browser(app: ReturnType<typeof createApp>, language = 'en'): Agent {
  return request.agent(app).set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html').set('Accept-Language', language);
}

async function signedIn(app: ReturnType<typeof createApp>, signInName: string, language: string): Promise<Agent> {
  const agent = browser(app, language);
  await agent.post('/sign-in').type('form').send({ signInName, password: passwordOfAll }).expect(303);
  return agent;
}
