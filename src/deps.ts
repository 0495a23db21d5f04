import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type Catalog, openCatalog } from './catalog/open-catalog.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import { openDb } from './db/open-db.ts';
import type { Criteria } from './model/criteria.ts';
import { readFileKeys } from './storage/file-keys.ts';
import { type FileStore, openFolderStore } from './storage/file-store.ts';
import { openThreads, type Threads } from './workers/open-thread.ts';

/** All that the program works with; made once at the start and handed on. */
export interface Deps {
  readonly config: Config;
  readonly db: Db;
  readonly files: FileStore;
  /** The criteria of the folder; those that were published on this instance stand in the database. */
  readonly catalog: Catalog;
  /** Published criteria by content hash, as far as this process has read them. */
  readonly publishedCriteria: Map<string, Criteria>;
  /** Criteria copies of assessments by content hash; they never change, so that each is read and parsed once. */
  readonly criteriaCopies: Map<string, Criteria>;
  /** Where work that takes long is done, so that requests need not wait for it. */
  readonly threads: Threads;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly sessionSecret: string;
}

export async function openDeps(config: Config): Promise<Deps> {
  return { ...(await openDepsWithoutCriteria(config)), catalog: await openCatalog(config.criteriaFolder) };
}

/** For commands that have nothing to do with the criteria: reading those takes longer than all the rest. */
export async function openDepsWithoutCriteria(config: Config): Promise<Deps> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const keys = config.filesKeyFile === null ? null : await readFileKeys(config.filesKeyFile, config.dataFolder);
  return {
    config,
    db: openDb(config),
    files: await openFolderStore(config.dataFolder, keys),
    catalog: unread,
    publishedCriteria: new Map(),
    criteriaCopies: new Map(),
    threads: openThreads(),
    clock: () => new Date(),
    log: openLog(config.logLevel),
    sessionSecret: config.sessionSecret ?? (await keptSecret(join(config.dataFolder, 'session-secret'))),
  };
}

/** Looks like no criteria to nobody: whoever asks is told of the mistake. */
const unread: Catalog = {
  get entries() {
    return neverRead();
  },
  get broken() {
    return neverRead();
  },
  find: neverRead,
};

function neverRead(): never {
  throw new Error('The criteria were not read: this was opened without them.');
}

/** A log of JSON lines. Secrets that could pass through a request are cut out here, once for all. */
export function openLog(level: string): Logger {
  return pino({
    level,
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        'res.headers["set-cookie"]',
        '*.password',
        '*.token',
        '*.passwordHash',
      ],
      censor: '[redacted]',
    },
  });
}

/** The secret of this deployment, made at the first start; only the owner may read the file. */
async function keptSecret(path: string): Promise<string> {
  try {
    await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
