import { openDb, openSqlite } from '../../src/db/open-db.ts';
import { type Deps, openLog } from '../../src/deps.ts';
import { startTaskRunner } from '../../src/features/tasks/task-runner.ts';

/**
 * A process that takes the next task of kind `test`, says so and never ends: a test kills it. Its argument is the address of a
 * PostgreSQL database or the file of an SQLite one.
 */
const [place = ''] = process.argv.slice(2);
const db = place.startsWith('postgres') ? openDb({ databaseUrl: place, dataFolder: '' }) : openSqlite(place);
const deps = { db, clock: () => new Date(), log: openLog('warn') } as unknown as Deps;
const pace = { beat: 100, lease: 1500 };
const endless = {
  kind: 'test',
  run: async () => {
    process.stdout.write('taken\n');
    return new Promise<never>(() => undefined);
  },
};
startTaskRunner(deps, [endless], pace);
setInterval(() => undefined, 1000);
