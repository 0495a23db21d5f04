import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/run.ts';

async function givenDeployment() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const quiet = { out: () => undefined, error: () => undefined };
  await run(['migrate'], { ASSAY_DATA: data }, quiet);
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
