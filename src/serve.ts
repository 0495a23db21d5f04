import type { Config } from './config.ts';
import { migrate } from './db/migrate.ts';
import { type Deps, openDeps } from './deps.ts';
import { offerSetup } from './features/accounts/account-service.ts';
import { linkDays } from './features/accounts/password-link-store.ts';
import { warnOfSigningKey } from './features/certificates/sign-waiting.ts';
import { beginScanning } from './features/file-scans/scan-service.ts';
import { startTaskRunner } from './features/tasks/task-runner.ts';
import { jobs, warnOfClock } from './jobs/jobs.ts';
import { startScheduler } from './jobs/scheduler.ts';
import { taskKinds } from './jobs/task-kinds.ts';
import { type RunningServer, startServer } from './server.ts';

/**
 * Migrates, listens, prints the address and, while there is no administrator, a one-time link to create one. Resolves
 * when the server has stopped after SIGTERM or SIGINT.
 */
export async function serve(
  config: Config,
  print: (line: string) => void,
  prepare?: (deps: Deps) => Promise<void>,
): Promise<void> {
  const deps = await openDeps(config);
  const server = await start(deps, prepare).catch(async (error: unknown) => {
    // An open database would keep the process alive, and nobody would see that it failed.
    await deps.db.destroy();
    throw error;
  });

  print(`衡准 Assay: ${config.address}`);
  const token = await offerSetup(deps);
  if (token !== null)
    print(`创建管理员 · Create the administrator (once, within ${linkDays} days): ${config.address}/setup/${token}`);

  await warnOfClock(deps);
  await warnOfSigningKey(deps);
  await beginScanning(deps);
  const scheduler = startScheduler(deps, jobs);
  const runner = startTaskRunner(deps, taskKinds);
  await stopSignal();
  print('正在停止 · Stopping');
  await runner.stop();
  await scheduler.stop();
  await server.stop();
}

async function start(deps: Deps, prepare?: (deps: Deps) => Promise<void>): Promise<RunningServer> {
  await migrate(deps.db);
  await deps.files.sweep();
  await prepare?.(deps);
  for (const { file, problems } of deps.catalog.broken)
    deps.log.error({ file, problems: problems.length }, 'criteria file refused');
  return startServer(deps);
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGTERM', () => done());
    process.once('SIGINT', () => done());
  });
}
