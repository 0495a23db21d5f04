import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const execute = promisify(execFile);

/** The program as it is started from the package. */
async function assay(...args: string[]) {
  try {
    const { stdout, stderr } = await execute(process.execPath, ['src/bin/assay.js', ...args], {
      env: { ...process.env, LANG: 'en_US.UTF-8' },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: error.code, stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

test('assay criteria check', async () => {
  const { code, stdout, stderr } = await assay('criteria', 'check', 'criteria/complaint-management.yaml');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^criteria\/complaint-management\.yaml: no problems/);
}, 60_000);

test('assay score --json', async () => {
  const { code, stdout } = await assay('score', 'docs/examples/haichuan-initial.yaml', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ criteria: { id: 'after-sales-maturity' }, grade: expect.any(String) });
}, 60_000);

test('bad input: one message, exit 1, no stack', async () => {
  const { code, stdout, stderr } = await assay('score', 'package.json');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^package\.json:\d+:\d+: /);
  expect(stderr).not.toMatch(/\n\s+at /);
}, 60_000);

test('usage error: exit 2', async () => {
  expect(await assay('score')).toEqual({ code: 2, stdout: '', stderr: 'An argument is missing: file. See --help.\n' });
}, 60_000);
