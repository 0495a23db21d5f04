import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

/** Tests that need a database; they run twice, once on each. */
const onDatabase = ['test/features/**/*.test.ts', 'test/web/**/*.test.ts', 'test/db/**/*.test.ts'];
/** Those whose subject is HTTP or the drawing of a paper: a second database would show nothing that the first does not. */
const onAnyDatabase = ['assets', 'headers', 'same-origin', 'slow-clients', 'request-limits', 'route-deeds', 'server'].map(
  (name) => `test/web/${name}.test.ts`,
);
const inBrowser = ['test/browser/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'threads',
    // One core would stand idle by the runner's own choice on a machine with two.
    maxWorkers: 2,
    // Tests share no state through modules (there is none), so that each worker loads the program once.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // The four projects need the same modules: what one has compiled the others take.
    experimental: { fsModuleCache: true },
    setupFiles: 'test/support/plain-environment.ts',
    // Far more than any test takes: a machine that is busy with other things must not make one fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'rules', include: ['test/**/*.test.ts'], exclude: [...onDatabase, ...inBrowser] } },
      { extends: true, test: { name: 'sqlite', include: onDatabase, globalSetup: 'test/support/sqlite-setup.ts' } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onDatabase,
          exclude: [...onAnyDatabase, 'test/features/booklets.test.ts', 'test/features/weak-password.test.ts'],
          globalSetup: 'test/support/postgres-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          globalSetup: 'test/support/sqlite-setup.ts',
          testTimeout: 240_000,
        },
      },
    ],
  },
});
