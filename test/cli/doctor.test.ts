import { chmod, cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { openSqlite } from '../../src/db/open-db.ts';
import { clientSecret, startProvider } from '../support/identity-provider.ts';

/** A data folder with a migrated database, which takes a second to make. */
let migrated = '';
beforeAll(async () => {
  migrated = await mkdtemp(join(tmpdir(), 'assay-doctor-'));
  const quiet = { out: () => undefined, error: () => undefined };
  await run(['migrate'], { ASSAY_DATA: migrated }, quiet);
});
afterAll(() => rm(migrated, { recursive: true, force: true }));

async function givenDeployment() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  await cp(migrated, data, { recursive: true });
  const doctor = async (settings: Record<string, string> = {}, language = 'en') => {
    const lines: string[] = [];
    const output = { out: (text: string) => lines.push(text), error: (text: string) => lines.push(text) };
    const code = await run(['doctor', '--language', language], { ASSAY_DATA: data, ...settings }, output);
    return { code, text: lines.join('\n') };
  };
  return { folder, data, doctor };
}

test('a deployment for trying out has nothing to mend, and advice in both languages', async () => {
  const { doctor } = await givenDeployment();
  const english = await doctor();
  expect(english.code).toBe(0);
  expect(english.text).toContain('Only its owner reads the data folder');
  expect(english.text).toContain('advice  Files are not scanned for viruses');
  expect((await doctor({}, 'zh-CN')).text).toMatch(/建议 +没有配置病毒检查/);
});

test.each([
  ['a public address without TLS', { ASSAY_ADDRESS: 'http://audit.example' }, 'has no TLS'],
  ['https without a proxy', { ASSAY_ADDRESS: 'https://audit.example' }, 'ASSAY_TRUSTED_PROXIES is 0'],
  ['a scanner that is away', { ASSAY_CLAMD: '/nowhere/clamd' }, 'The virus scanner does not answer'],
  [
    'a mail server that is away',
    { ASSAY_SMTP_URL: 'smtp://127.0.0.1:9', ASSAY_MAIL_FROM: 'a@b.example' },
    'mail server does not answer',
  ],
])('%s is to be mended', async (_what, settings: Record<string, string>, text) => {
  const { doctor } = await givenDeployment();
  const answer = await doctor(settings);
  expect(answer.code).toBe(1);
  expect(answer.text).toContain('MEND');
  expect(answer.text).toContain(text);
});

test('a folder or a key that others can read is to be mended', async () => {
  const { doctor, data, folder } = await givenDeployment();
  await chmod(data, 0o755);
  const key = join(folder, 'files.key');
  await writeFile(key, 'a1'.repeat(32), { mode: 0o644 });
  const answer = await doctor({ ASSAY_FILES_KEY_FILE: key });
  expect(answer.code).toBe(1);
  expect(answer.text).toContain('Run chmod 700');
  expect(answer.text).toContain(`Others on this machine can read ${key}`);
  expect(answer.text).not.toContain('a1a1');
});

test('backups: none, fresh ones in a folder or as a marker, old ones', async () => {
  const { doctor, folder } = await givenDeployment();
  expect((await doctor()).text).toContain('ASSAY_BACKUPS can say where they lie');
  const backups = join(folder, 'backups');
  const none = await doctor({ ASSAY_BACKUPS: backups });
  expect(none.code).toBe(1);
  expect(none.text).toContain('There is no backup at');
  await mkdir(backups);
  expect((await doctor({ ASSAY_BACKUPS: backups })).text).toContain('There is no backup at');

  const file = join(backups, 'monday.tar');
  await writeFile(file, 'x');
  for (const place of [backups, file]) {
    const fresh = await doctor({ ASSAY_BACKUPS: place });
    expect(fresh.code).toBe(0);
    expect(fresh.text).toContain('The newest backup is 0 hours old');
  }
  const longAgo = new Date(Date.now() - 50 * 60 * 60 * 1000);
  await utimes(file, longAgo, longAgo);
  const old = await doctor({ ASSAY_BACKUPS: backups });
  expect(old.code).toBe(1);
  expect(old.text).toContain('The newest backup is 50 hours old');
});

test('the provider of single sign-on answers as itself, or is to be mended', async () => {
  const { doctor } = await givenDeployment();
  const { issuer } = await startProvider('http://localhost:3000/sign-in/oidc/callback', {});
  const settings = { ASSAY_OIDC_CLIENT_ID: 'assay', ASSAY_OIDC_CLIENT_SECRET: clientSecret, ASSAY_OIDC_NAME: '集团' };
  const there = await doctor({ ...settings, ASSAY_OIDC_ISSUER: issuer });
  expect(there.text).toContain('The provider of single sign-on, 集团, answers');
  expect(there.code).toBe(0);
  // The same server under another name is another issuer.
  for (const away of [issuer.replace('127.0.0.1', 'localhost'), 'http://127.0.0.1:9']) {
    const answer = await doctor({ ...settings, ASSAY_OIDC_ISSUER: away });
    expect(answer.code).toBe(1);
    expect(answer.text).toContain('does not answer, or another one does');
    expect(answer.text).not.toContain(clientSecret);
  }
});

test('administrators with a password alone, and periods of keeping that nobody applies, are told', async () => {
  const { doctor, data } = await givenDeployment();
  const db = openSqlite(join(data, 'assay.sqlite'));
  onTestFinished(() => db.destroy());
  await db('users').insert({ id: 'a', sign_in_name: 'a', name: 'A', active: true, created_at: '' });
  await db('user_roles').insert({ user_id: 'a', role: 'administrator' });
  expect((await doctor()).text).toContain('advice  1 administrator signs in with a password alone');
  const secure = { ASSAY_ADDRESS: 'https://audit.example', ASSAY_TRUSTED_PROXIES: '1' };
  expect((await doctor(secure)).text).toContain('MEND    1 administrator signs in');
  await db('authenticators').insert({ user_id: 'a', sealed_secret: 'x', confirmed_at: '', last_step: 0 });
  expect((await doctor(secure)).text).not.toContain('password alone');

  await db('retention_rules').insert({ kind: 'notices', months: 12, confirmed_months: 12, set_by: 'a', set_at: '' });
  const late = await doctor();
  expect(late.code).toBe(1);
  expect(late.text).toContain('were not applied for a day');
  await db('background_jobs').insert({ name: 'retention', last_run_at: new Date().toISOString() });
  expect((await doctor()).text).toContain('Periods of keeping were last applied');
});
