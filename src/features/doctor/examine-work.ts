import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { isMigrated } from '../../db/migrate.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { retentionStateOf } from '../../model/retention.ts';
import { readLastRun, readRules } from '../retention/retention-rule-store.ts';
import { checkProvider } from '../single-sign-on/provider.ts';
import { countUnprotectedAdministrators } from './administrator-store.ts';
import { advice, type Finding, fine, mend } from './doctor-finding.ts';

const hour = 60 * 60 * 1000;

/** Backups older than this are no help. */
const oldestBackup = 48 * hour;
/** The periods of keeping are applied every six hours; a day without it means that no server runs, or that it fails. */
const longestPause = 24 * hour;

/** The newest thing in the folder of backups, or the file that a backup leaves; without the setting nothing can be seen. */
export async function examineBackups({ backups, databaseUrl }: Config, now: Date): Promise<Finding[]> {
  if (backups === null) return [advice(message(databaseUrl === null ? 'doctor.backupSqlite' : 'doctor.backupPostgres'))];
  const newest = await newestIn(backups);
  if (newest === null) return [mend(message('doctor.backupNone', { place: backups }))];
  const hours = Math.floor((now.getTime() - newest) / hour);
  return [hours * hour > oldestBackup ? mend(message('doctor.backupOld', { hours })) : fine(message('doctor.backup', { hours }))];
}

async function newestIn(place: string): Promise<number | null> {
  try {
    const found = await stat(place);
    if (!found.isDirectory()) return found.mtimeMs;
    const times = await Promise.all((await readdir(place)).map(async (name) => (await stat(join(place, name))).mtimeMs));
    return times.length === 0 ? null : Math.max(...times);
  } catch {
    return null;
  }
}

/** Whether the provider of single sign-on answers, as the one that is configured and with what is needed of it. */
export async function examineProvider({ oidc }: Config): Promise<Finding[]> {
  if (oidc === null) return [];
  const state = await checkProvider(oidc);
  const { name } = oidc;
  if (state === 'away') return [mend(message('doctor.providerAway', { name }))];
  return [state === 'no-pkce' ? advice(message('doctor.providerPlain', { name })) : fine(message('doctor.provider', { name }))];
}

/** What is done in the database: how administrators sign in, and whether the periods of keeping are applied. */
export async function examineWork({ db, config, clock }: Deps): Promise<Finding[]> {
  if (!(await isMigrated(db))) return [];
  const bare = await countUnprotectedAdministrators(db);
  const isPublic = config.address.startsWith('https:');
  const factors = bare === 0 ? [] : [(isPublic ? mend : advice)(message('doctor.bareAdministrators', { count: bare }))];
  const inForce = (await readRules(db)).some((rule) => retentionStateOf(rule) === 'in-force');
  if (!inForce) return factors;
  const last = await readLastRun(db);
  const isLate = last === null || clock().getTime() - Date.parse(last) > longestPause;
  return [...factors, isLate ? mend(message('doctor.retentionLate')) : fine(message('doctor.retention', { last }))];
}
