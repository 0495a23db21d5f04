import { createHash } from 'node:crypto';
import { stat, statfs } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { isMigrated } from '../../db/migrate.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { findOptionalLastTime } from '../audit-trail/trail-store.ts';
import { isStepBack } from '../audit-trail/verify-trail.ts';
import { readSigningKey } from '../certificates/signing-key.ts';
import { scannerVersion } from '../file-scans/clamd.ts';
import { askForStamp } from '../time-stamps/time-authority.ts';
import { advice, type Finding, fine, mend } from './doctor-finding.ts';
import { examineBackups, examineProvider, examineWork } from './examine-work.ts';
import { isMailServerThere } from './mail-check.ts';

/** Looks a deployment over, one thing after the other; changes nothing. */
export async function examine(deps: Deps): Promise<Finding[]> {
  const { config } = deps;
  return [
    ...(await examineFolders(config)),
    ...examineAddress(config),
    ...(await examineDatabase(deps)),
    ...(await examineServices(deps)),
    ...(await examineWork(deps)),
    ...examineSettings(config),
  ];
}

const leastFree = 1024 ** 3;

async function examineFolders(config: Config): Promise<Finding[]> {
  const folder = config.dataFolder;
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  const secrets = [config.filesKeyFile, config.signingKey?.file, config.signingKey?.passwordFile].flatMap((file) => file ?? []);
  const open = await Promise.all(secrets.map(async (file) => ((await isOpenToOthers(file)) ? [file] : [])));
  return [
    (await isOpenToOthers(folder))
      ? mend(message('doctor.folderOpen', { folder }))
      : fine(message('doctor.folderClosed', { folder })),
    bavail * bsize < leastFree ? mend(message('doctor.diskLow', { free })) : fine(message('doctor.disk', { free })),
    ...open.flat().map((file) => mend(message('doctor.keyOpen', { file }))),
  ];
}

/** Whether others than the owner may read it; where it is missing, other checks say so. */
async function isOpenToOthers(path: string): Promise<boolean> {
  try {
    return ((await stat(path)).mode & 0o077) !== 0;
  } catch {
    return false;
  }
}

function examineAddress({ address, trustedProxies }: Config): Finding[] {
  const { protocol, hostname } = new URL(address);
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  if (protocol === 'http:')
    return [isLocal ? advice(message('doctor.local', { address })) : mend(message('doctor.noTls', { address }))];
  return [trustedProxies === 0 ? mend(message('doctor.noProxy', { address })) : fine(message('doctor.tls', { address }))];
}

async function examineDatabase({ db, clock, config }: Deps): Promise<Finding[]> {
  if (!(await isMigrated(db))) return [mend(message('doctor.notMigrated'))];
  const last = await findOptionalLastTime(db);
  return [
    fine(message(config.databaseUrl === null ? 'doctor.sqlite' : 'doctor.postgres')),
    isStepBack(last, clock().toISOString())
      ? mend(message('doctor.clock', { last: last ?? '' }))
      : fine(message('doctor.clockFine')),
  ];
}

async function examineServices({ config, clock }: Deps): Promise<Finding[]> {
  const now = clock();
  return [
    await examineMail(config),
    await examineScanner(config),
    await examineSigning(config, now),
    await examineTimeAuthority(config),
    ...(await examineProvider(config)),
    ...(await examineBackups(config, now)),
  ];
}

async function examineMail(config: Config): Promise<Finding> {
  if (config.smtpUrl === null) return advice(message('doctor.noMail'));
  return (await isMailServerThere(config.smtpUrl)) ? fine(message('doctor.mail')) : mend(message('doctor.mailAway'));
}

async function examineScanner({ clamd }: Config): Promise<Finding> {
  if (clamd === null) return advice(message('doctor.noScanner'));
  try {
    return fine(message('doctor.scanner', { version: await scannerVersion(clamd) }));
  } catch {
    return mend(message('doctor.scannerAway'));
  }
}

async function examineSigning(config: Config, now: Date): Promise<Finding> {
  const { trouble } = await readSigningKey(config, now);
  if (trouble === null) return fine(message('doctor.signing'));
  return trouble === 'none' ? advice(message('doctor.noSigning')) : mend(message('doctor.signingBad', { trouble }));
}

/** Has the hash of nothing stamped. */
async function examineTimeAuthority({ timeAuthority }: Config): Promise<Finding> {
  if (timeAuthority === null) return advice(message('doctor.noTimeAuthority'));
  try {
    const { authority } = await askForStamp(timeAuthority, createHash('sha256').digest('hex'));
    return fine(message('doctor.timeAuthority', { authority }));
  } catch (error) {
    if (error instanceof AppError) return mend(error.text);
    return mend(message('doctor.timeAuthorityAway', { words: error instanceof Error ? error.message : String(error) }));
  }
}

function examineSettings({ secondFactor, filesKeyFile }: Config): Finding[] {
  return [
    secondFactor === 'required' ? fine(message('doctor.factorRequired')) : advice(message('doctor.factorOffered')),
    filesKeyFile === null ? advice(message('doctor.plainFiles')) : fine(message('doctor.sealedFiles')),
  ];
}
