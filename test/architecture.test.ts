import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { countLines, importsOf, ownImportsOf, readSources, type SourceFile } from './support/source-files.ts';

/** Lowest first. A file imports from its own room or from one before it in this list. */
const rooms = [
  'i18n',
  'model',
  'project-root.ts',
  'workers',
  'config.ts',
  'db',
  'catalog',
  'storage',
  'deps.ts',
  'charts',
  'pdf',
  'web',
  'features/audit-trail',
  'features/notices',
  'features/mail',
  'features/tasks',
  'features/access',
  'features/sign-in-proofs',
  'features/accounts',
  'features/account-security',
  'features/passkeys',
  'features/single-sign-on',
  'features/api-tokens',
  'features/password-resets',
  'features/organizations',
  'features/legal-holds',
  'features/people',
  'features/criteria',
  'features/competences',
  'features/assessments',
  'features/rating-duties',
  'features/assessment-parts',
  'features/independence',
  'features/file-checks',
  'features/file-scans',
  'features/evidence',
  'features/holidays',
  'features/integrity',
  'features/requests',
  'features/findings',
  'features/ratings',
  'features/assignments',
  'features/samples',
  'features/surveys',
  'features/dossiers',
  'features/self-comparison',
  'features/criteria-upgrades',
  'features/workbench',
  'features/reconciliation',
  'features/results',
  'features/assessment-exports',
  'features/reports',
  'features/branding',
  'features/certificates',
  'features/register',
  'features/time-stamps',
  'features/finding-forms',
  'features/portfolio',
  'features/cases',
  'features/programmes',
  'features/disputes',
  'features/booklets',
  'features/plans',
  'features/documents',
  'features/packages',
  'features/teams',
  'features/assessment-files',
  'features/received-assessments',
  'features/criteria-drafts',
  'features/retention',
  'features/privacy',
  'features/trail-pages',
  'features/reminders',
  'features/draft-forms',
  'features/home',
  'features/doctor',
  'jobs',
  'app.ts',
  'server.ts',
  'serve.ts',
  'main.ts',
  'cli',
  'demo',
  'bin',
];

/** Parts of a feature that speak HTTP without being its routes: what runs before them, what several of them answer, streams. */
const httpParts = new Set([
  'features/accounts/request-frame.ts',
  'features/accounts/enter.ts',
  'features/api-tokens/token-access.ts',
  'features/accounts/reauthenticate.ts',
  'features/accounts/second-factor-demand.ts',
  'features/people/show-link.ts',
  'features/assessments/assessment-gate.ts',
  'features/assessment-exports/send-export.ts',
  'features/evidence/receive-upload.ts',
  'features/disputes/dispute-upload.ts',
  'features/evidence/evidence-download.ts',
  'features/evidence/evidence-list.ts',
  'features/workbench/open-workbench.ts',
  'features/findings/read-findings.ts',
  'features/cases/show-case.ts',
]);

const files = readSources('src', '.ts', '.js');
const paths = new Set(files.map(({ path }) => path));

test(`looks at the sources, ${files.length} files`, () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => ownImportsOf(file, { types: true })).length).toBeGreaterThan(files.length);
});

test('every file is in a room', () => {
  expect(pathsWhere((file) => rankOf(file.path) < 0)).toEqual([]);
});

test('every import of our own leads to a file of src', () => {
  const lost = linksOf((from, to) => !paths.has(to) && !to.startsWith('..') && from !== to);
  expect(lost).toEqual([]);
});

test('a file imports only from its own room or a lower one', () => {
  expect(linksOf((from, to) => paths.has(to) && rankOf(to) > rankOf(from))).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const edges = new Map(files.map((file) => [file.path, ownImportsOf(file, { types: false })]));
  expect(findCycle(edges)).toEqual([]);
});

test('a cycle would be found', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['a']],
  ]);
  expect(findCycle(edges)).toEqual(['a', 'b', 'd', 'a']);
});

test('only the database room, stores and migrations know Knex', () => {
  const allowed = (path: string) => path.startsWith('db/') || path.endsWith('-store.ts');
  expect(pathsWhere((file) => isImporting(file, 'knex') && !allowed(file.path))).toEqual([]);
});

test('only the web room, routes and the app know Express', () => {
  const allowed = (path: string) =>
    path.startsWith('web/') || path === 'app.ts' || path.endsWith('-routes.ts') || httpParts.has(path);
  expect(pathsWhere((file) => isImporting(file, 'express') && !allowed(file.path))).toEqual([]);
});

test('nothing but the database room knows the SQLite driver', () => {
  const allowed = new Set(['db/sqlite.ts', 'db/open-db.ts', 'db/driver-errors.ts']);
  expect(pathsWhere((file) => isImporting(file, 'sqlite3') || /require\('sqlite3'\)/.test(file.text))).toEqual([]);
  expect(pathsWhere((file) => /dialects\/sqlite3|from '\.[^']*\/sqlite\.ts'/.test(file.text) && !allowed.has(file.path))).toEqual(
    [],
  );
});

test('migrations stand alone', () => {
  const migrations = readSources('migrations', '.ts');
  expect(migrations.length).toBeGreaterThan(0);
  for (const migration of migrations) expect(importsOf(migration).map(({ from }) => from)).toEqual(['knex']);
});

test('only the programs read the environment', () => {
  const programs = ['main.ts', 'workers/thread-entry.js'];
  const allowed = (path: string) => programs.includes(path) || path.startsWith('cli/') || path.startsWith('demo/');
  expect(pathsWhere((file) => /process\.env\b/.test(file.text) && !allowed(file.path))).toEqual([]);
});

test('file names are unique', () => {
  // A file of texts is called as its subject, whatever else is; the two main.ts are programs.
  const named = files.filter(({ path }) => !path.startsWith('i18n/texts/') && basename(path) !== 'main.ts');
  const names = named.map(({ path }) => basename(path));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each([
  { what: 'sources', folder: 'src', ending: '.ts', most: 250 },
  { what: 'templates', folder: 'views', ending: '.ejs', most: 120 },
  { what: 'style sheets', folder: 'views', ending: '.css', most: 200 },
  { what: 'scripts of the browser', folder: 'views', ending: '.js', most: 250 },
])('$what have $most lines at most', ({ folder, ending, most }) => {
  const read = readSources(folder, ending);
  expect(read.length).toBeGreaterThan(0);
  const long = read.map(({ path, text }) => ({ path, lines: countLines(text) })).filter(({ lines }) => lines > most);
  expect(long).toEqual([]);
});

function rankOf(path: string): number {
  return rooms.findIndex((room) => path === room || path.startsWith(`${room}/`));
}

function pathsWhere(holds: (file: SourceFile) => boolean): string[] {
  return files.filter(holds).map(({ path }) => path);
}

/** The imports between our own files for which that holds, each as `from → to`. */
function linksOf(holds: (from: string, to: string) => boolean): string[] {
  return files.flatMap((file) =>
    ownImportsOf(file, { types: true })
      .filter((to) => holds(file.path, to))
      .map((to) => `${file.path} → ${to}`),
  );
}

function isImporting(file: SourceFile, name: string): boolean {
  return importsOf(file).some(({ from }) => from === name || from.startsWith(`${name}/`));
}

/** The files of one cycle in order, the first again at the end; empty when there is none. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of edges.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of edges.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
