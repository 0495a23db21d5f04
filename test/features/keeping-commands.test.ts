import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { message } from '../../src/i18n/translate.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { startMailServer } from '../support/mail-server.ts';
import { png } from '../support/sample-files.ts';
import { givenEntries, tamper } from '../support/tamper.ts';
import { environmentOf } from '../support/trouble.ts';

/** Runs a command on the database of the test, in English unless told otherwise. */
async function assay(app: TestApp, line: string, environment: Record<string, string> = {}) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(
    line.split(' '),
    { LANG: 'en_US.UTF-8', ASSAY_LOG_LEVEL: 'silent', ...environmentOf(app), ...environment },
    { out: (text) => out.push(text), error: (text) => error.push(text) },
  );
  return { code, out, error };
}

test('audit-trail verify and head: a whole chain, one cut off behind a noted head, an entry that was altered', async () => {
  const app = await startTestApp();
  expect((await assay(app, 'audit-trail head')).out).toEqual(['Nothing is recorded yet.']);
  await givenEntries(app, 5);
  const head = (await assay(app, 'audit-trail head')).out[0] ?? '';
  expect(head).toMatch(/^5:[0-9a-f]{64}$/);
  const whole = await assay(app, 'audit-trail verify');
  expect(whole).toMatchObject({ code: 0, error: [] });
  expect(whole.out).toContain(head);
  expect(JSON.parse((await assay(app, 'audit-trail verify --json')).out[0] ?? '')).toMatchObject({ intact: true, entries: 5 });

  await tamper(app, (trx) => trx('audit_entries').where({ place: 5 }).delete());
  expect((await assay(app, 'audit-trail verify')).code).toBe(0);
  const cut = await assay(app, `audit-trail verify --head ${head} --json`);
  expect(cut.code).toBe(1);
  expect(JSON.parse(cut.out[0] ?? '')).toMatchObject({ intact: false, keptHeads: [{ fault: 'cut-off' }] });

  await tamper(app, (trx) => trx('audit_entries').where({ place: 3 }).update({ deed: 'site.added' }));
  const altered = await assay(app, 'audit-trail verify --language zh-CN');
  expect(altered.code).toBe(1);
  expect(altered.out.join('\n')).toMatch(/3/);
  expect(JSON.parse((await assay(app, 'audit-trail verify --json')).out[0] ?? '')).toMatchObject({
    fault: { place: 3, kind: 'altered' },
  });
  const badHead = await assay(app, 'audit-trail verify --head five');
  expect(badHead).toMatchObject({ code: 1, out: [] });
  expect(badHead.error.join('\n')).toContain('five');
});

test('evidence verify: nothing wrong, then the file that changed and the one that is missing by name', async () => {
  const app = await startTestApp();
  const bo = await app.as('bo');
  const upload = bo.post(`/assessments/${await givenAssessment(app)}/evidence`);
  for (const name of ['front', 'back']) upload.attach('files', png(name), `${name}.png`);
  await upload.expect(303);
  const { ASSAY_DATA = '' } = environmentOf(app);
  const files = join(ASSAY_DATA, 'files');
  if (ASSAY_DATA !== app.deps.config.dataFolder) await cp(join(app.deps.config.dataFolder, 'files'), files, { recursive: true });
  const fine = await assay(app, 'evidence verify');
  expect(fine.code).toBe(0);
  expect(fine.out.join('\n')).toContain('2 files');

  const rows: { sha256: string; file_name: string }[] = await app.deps.db('evidence').select('sha256', 'file_name');
  const pathOf = (name: string) => {
    const sha256 = rows.find(({ file_name }) => file_name === name)?.sha256 ?? '';
    return join(files, sha256.slice(0, 2), sha256);
  };
  await writeFile(pathOf('front.png'), 'something else');
  await rm(pathOf('back.png'));
  const wrong = await assay(app, 'evidence verify');
  expect(wrong.code).toBe(1);
  expect(wrong.out.filter((line) => line.includes('front.png'))[0]).toMatch(/changed/i);
  expect(wrong.out.filter((line) => line.includes('back.png'))[0]).toMatch(/missing/i);
  const { ok, findings } = JSON.parse((await assay(app, 'evidence verify --json')).out.join('\n'));
  expect([ok, findings.map(({ what }: { what: string }) => what).sort()]).toEqual([false, ['changed', 'missing']]);
});

test('notices run: sends what waits over SMTP, once, and ends with 1 when a letter failed', async () => {
  const app = await startTestApp();
  await app.deps.db('users').where({ id: app.people.bo.id }).update({ email: 'bo@example.com', language: 'en' });
  const tell = () =>
    app.deps.db.transaction((trx) =>
      insertNotice(trx, {
        to: [app.people.bo.id],
        text: message('notices.assessmentSoon', { number: 'A-7', day: '2026-01-20' }),
        href: '/',
        assessmentId: null,
        // Written by the clock of this machine: the command has no other.
        at: new Date(Date.now() - 10 * 60_000),
      }),
    );
  await tell();
  const server = await startMailServer();
  const smtp = { ASSAY_SMTP_URL: server.url, ASSAY_MAIL_FROM: 'Assay <assay@example.com>' };
  const first = await assay(app, 'notices run', smtp);
  expect(first).toMatchObject({ code: 0, error: [] });
  expect(server.taken).toHaveLength(1);
  expect((await assay(app, 'notices run', smtp)).code).toBe(0);
  expect(server.taken).toHaveLength(1);

  await app.deps.db('mails').delete();
  await app.deps.db('notices').delete();
  await tell();
  const refusing = await startMailServer(() => 'refuse');
  expect((await assay(app, 'notices run', { ...smtp, ASSAY_SMTP_URL: refusing.url })).code).toBe(1);
  expect((await assay(app, 'notices run')).code).toBe(0);
});
