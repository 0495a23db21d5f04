import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import type { Assessment } from '../../src/features/assessments/assessment.ts';
import { issueKind } from '../../src/features/documents/document-service.ts';
import { readCode, toCode } from '../../src/features/documents/issued-document.ts';
import { listIssuedDocuments } from '../../src/features/documents/issued-document-store.ts';
import { verifyFiles } from '../../src/features/integrity/verify-files.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { askForTask } from '../../src/features/tasks/task-service.ts';
import { message } from '../../src/i18n/translate.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { startTestApp, type TestApp, testTime } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { givenIssued } from '../support/issued.ts';
import { readPdf, solid } from '../support/read-pdf.ts';

let app: TestApp;
let audit: Assessment;
let base: string;

async function givenFinished(): Promise<Assessment> {
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment, 'mixed');
  return finishAssessment(app, assessment);
}

beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  // Papers are told apart by when they were issued, so that the clock must go on.
  const begun = performance.now();
  const clock = () => new Date(testTime.getTime() + performance.now() - begun);
  app = await startTestApp({ clock, whenDone: (done) => void clear.push(done) });
  audit = await givenFinished();
  base = `/assessments/${audit.id}/documents`;
  return async () => {
    for (const done of clear) await done();
  };
});

async function bytesOf(sha256: string): Promise<Buffer> {
  return readFile((await app.deps.files.sourceOf(sha256)).path);
}

describe('issuing a paper', () => {
  test('goes from the page by way of its task to the list, and the file is what was put on record', async () => {
    const ada = await app.as('ada');
    expect((await ada.get(base)).text).toContain('Nothing has been issued yet.');
    const asked = await ada.post(base).type('form').send({ kind: 'audit-report', language: 'zh-CN' }).expect(303);
    expect(asked.get('Location')).toMatch(/^\/tasks\//);
    await runDueTasks(app.deps, taskKinds);

    const page = (await ada.get(base)).text;
    const [, href = ''] = /href="([^"]+\/file\.pdf)"/.exec(page) ?? [];
    const [, code = ''] = /href="\/verify\/([^"]+)"/.exec(page) ?? [];
    const { body } = await ada.get(href).responseType('blob').expect(200);
    const pdf = await readPdf(body);
    expect(pdf.pages.at(-1)).toContain(solid(`文件验证 2026-01-15 由Ada出具`));
    expect(pdf.pages.at(-1)).toContain(code);
    expect(pdf.alternatives.at(-1)).toContain(`/verify/${code}`);
    expect((await ada.get('/inbox')).text).toContain(`code ${code}`);
    expect((await ada.get(`/assessments/${audit.id}/trail`)).text).toContain('issued a document');
  });

  test('in both languages writes one file with a part in each', async () => {
    const { sha256, pages } = await givenIssued(app, audit.id, { language: 'both' });
    const pdf = await readPdf(await bytesOf(sha256));
    expect(pdf.pages).toHaveLength(pages);
    expect(pdf.bookmarks.filter((title) => !title.startsWith(' '))).toEqual(['中文', 'English']);
    expect(pdf.roles.get('Part')).toBeGreaterThan(1);
    expect(pdf.title).toBe('海川电器有限公司 售后服务评价报告 · After-sales service assessment report: 海川电器有限公司');
    const contents = pdf.pages.findIndex((page) => page.startsWith('Contents') || page.includes('Contents1Summary'));
    expect(contents).toBeGreaterThan(5);
  });

  test('as a copy is marked so on every page, in the form for archives, and on the list and page that confirm it', async () => {
    const { sha256, code } = await givenIssued(app, audit.id, { kind: 'executive-summary', language: 'both', copy: true });
    const pdf = await readPdf(await bytesOf(sha256));
    expect(pdf.pages.every((page) => page.includes(solid('副本 Copy')))).toBe(true);
    expect((await (await app.as('ada')).get(base)).text).toMatch(/· Copy\b/);
    expect((await app.anonymous.get(`/verify/${code}`)).text).toMatch(/· Copy\b/);
  });

  test('is as wanted in the form for archives or smaller, and verified alike', async () => {
    const archival = await givenIssued(app, audit.id, { language: 'zh-CN' });
    const compact = await givenIssued(app, audit.id, { language: 'zh-CN', compact: true });
    const bytes = await bytesOf(compact.sha256);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(compact.size).toBeLessThan(archival.size * 0.8);
    expect((await readPdf(bytes)).pages.at(-1)).toContain(compact.code);
    const ada = await app.as('ada');
    const formOf = async ({ id }: { id: string }) => (await ada.get(`${base}/${id}/manifest.json`)).body.document.form;
    expect([await formOf(archival), await formOf(compact)]).toEqual(['PDF/A-1b', 'PDF 1.7']);
    const verified = await app.anonymous.post('/verify').attach('files', bytes, 'paper.pdf').expect(200);
    expect(verified.text).toContain(compact.code);
    // The file itself says whose it was to be, packed or not.
    const changed = Buffer.concat([bytes, Buffer.from(' ')]);
    expect((await app.anonymous.post('/verify').attach('files', changed, 'paper.pdf')).text).toContain('The file was changed');
  });

  test('asked for by the version before, which knew no other subject, is issued still', async () => {
    const { deps, people } = app;
    const input = { assessmentId: audit.id, kind: 'evidence-index', language: 'en', acceptMissing: true, copy: false };
    const asked = { kind: issueKind, input, title: message('paper.evidence-index'), uniqueKey: 'of the version before' };
    await deps.db.transaction((trx) => askForTask(trx, { ...asked, actor: toActor(people.ada), at: deps.clock() }));
    await runDueTasks(deps, taskKinds);
    const [newest] = await listIssuedDocuments(deps.db, { of: 'assessment', id: audit.id });
    expect(newest?.kind).toBe('evidence-index');
  });

  test('is for those who may, once the result stands, and of papers that there are', async () => {
    const bo = await app.as('bo');
    expect((await bo.get(base)).text).not.toContain('Issue document');
    await bo.post(base).type('form').send({ kind: 'audit-report', language: 'en' }).expect(404);
    await (await app.as('cai')).post(base).type('form').send({ kind: 'audit-report', language: 'en' }).expect(404);
    const ada = await app.as('ada');
    const refused = await ada.post(base).type('form').send({ kind: 'self-report', language: 'en' }).expect(422);
    expect(refused.text).toContain('There is nothing to write of that kind');
    await ada.post(base).type('form').send({ kind: 'novel', language: 'en' }).expect(422);

    const open = await givenAssessment(app);
    await ada.post(`/assessments/${open.id}/documents`).type('form').send({ kind: 'audit-report', language: 'en' }).expect(409);
    const draft = await ada.get(`/assessments/${open.id}/documents`);
    expect(draft.text).toContain('The result does not stand yet');
  });

  test('what cannot be printed is told before anything is issued', async () => {
    const { deps } = app;
    const assessment = await givenAssessment(app);
    await rateAll(deps, assessment, 'best');
    await deps.db('ratings').where({ assessment_id: assessment.id }).limit(1).update({ note: '维修师傅 𓀀 很快' });
    await finishAssessment(app, assessment);
    const ada = await app.as('ada');
    const place = `/assessments/${assessment.id}/documents`;
    const task = (await ada.post(place).type('form').send({ kind: 'audit-report', language: 'en' })).get('Location') ?? '';
    await runDueTasks(deps, taskKinds);
    const page = (await ada.get(task)).text;
    expect(page).toContain('Not issued');
    expect(page).toContain('𓀀 (U+13000)');
    expect((await ada.get(place)).text).toContain('Nothing has been issued yet.');

    await givenIssued(app, assessment.id, { acceptMissing: true });
    expect((await ada.get(place)).text).toContain('/file.pdf');
  });
});

test('previews say so on every page and change nothing', async () => {
  const ada = await app.as('ada');
  const before = await app.deps.db('issued_documents').count({ n: '*' }).first();
  const { body } = await ada.get(`${base}/preview.pdf?kind=audit-report&language=en`).responseType('blob').expect(200);
  const pdf = await readPdf(body);
  expect(pdf.pages.every((page) => page.includes('Preview'))).toBe(true);
  expect(pdf.pages.at(-1)).not.toContain('Verification');
  await ada.get(`${base}/preview.pdf?kind=novel&language=en`).expect(422);
  expect(await app.deps.db('issued_documents').count({ n: '*' }).first()).toEqual(before);
});

describe('verifying', () => {
  test('a code confirms what was issued, however it is typed, and tells of a later one', async () => {
    const first = await givenIssued(app, audit.id);
    const typed = first.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const found = await app.anonymous.get('/verify').query({ code: typed }).expect(303);
    const page = (await app.anonymous.get(found.get('Location') ?? '')).text;
    expect(page).toContain('Such a document was issued');
    expect(page).toContain(first.sha256);
    expect(page).not.toContain('Ada');
    // A copy takes nothing from the paper that it is a copy of.
    await givenIssued(app, audit.id, { copy: true });
    expect((await app.anonymous.get(`/verify/${first.code}`)).text).not.toContain('The same paper was issued again');
    await givenIssued(app, audit.id);
    expect((await app.anonymous.get(`/verify/${first.code}`)).text).toContain('The same paper was issued again');
  });

  test('what nobody issued is told so', async () => {
    expect((await app.anonymous.get('/verify/0000-0000-0000').expect(404)).text).toContain('No document has this code');
    expect((await app.anonymous.get('/verify?code=x')).text).toContain('This is no code');
    expect(
      (await app.anonymous.post('/verify').attach('files', Buffer.from('%PDF-1.4\n%%EOF'), 'x.pdf').expect(422)).text,
    ).toContain('not issued here');
    expect((await app.anonymous.post('/verify').type('form').send({}).expect(422)).text).toContain('Choose the file');
  });

  test('an uploaded file is genuine, or was changed', async () => {
    const { sha256 } = await givenIssued(app, audit.id);
    const bytes = await bytesOf(sha256);
    const genuine = await app.anonymous.post('/verify').attach('files', bytes, 'r.pdf').expect(200);
    expect(genuine.text).toContain('The document is genuine');
    const changed = await app.anonymous.post('/verify').attach('files', Buffer.concat([bytes, Buffer.from(' ')]), 'r.pdf');
    expect(changed.status).toBe(422);
    expect(changed.text).toContain('The file was changed');
    expect(await app.deps.files.has(sha256)).toBe(true);
  });

  test('the command confirms a file by its manifest alone', async () => {
    const { sha256, id } = await givenIssued(app, audit.id);
    const ada = await app.as('ada');
    const folder = app.deps.config.dataFolder;
    const [pdf, manifest] = [join(folder, 'r.pdf'), join(folder, 'm.json')];
    await writeFile(pdf, await bytesOf(sha256));
    await writeFile(manifest, (await ada.get(`${base}/${id}/manifest.json`).expect(200)).text);
    const lines: string[] = [];
    const verify = (file: string, with_: string) => {
      lines.length = 0;
      const output = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
      return run(['document', 'verify', file, '--manifest', with_, '--language', 'en'], {}, output);
    };
    expect(await verify(pdf, manifest)).toBe(0);
    expect(lines.join('\n')).toContain('byte for byte');
    await writeFile(pdf, 'another');
    expect(await verify(pdf, manifest)).toBe(1);
    await writeFile(manifest, '{}');
    expect(await verify(pdf, manifest)).not.toBe(0);
    expect(lines.join('\n')).toContain('is no manifest');
  });
});

test('the integrity of files knows issued papers and keeps them', async () => {
  const { sha256, code } = await givenIssued(app, audit.id);
  const fine = await verifyFiles(app.deps, async () => undefined);
  expect(fine.findings).toEqual([]);
  await writeFile((await app.deps.files.sourceOf(sha256)).path, 'something else');
  const { findings } = await verifyFiles(app.deps, async () => undefined);
  expect(findings).toMatchObject([{ what: 'changed', name: sha256, usedBy: [{ reference: code }] }]);
});

test('codes have no signs that are taken for one another', () => {
  const code = toCode(Uint8Array.from({ length: 12 }, (_, index) => index * 7 + 250));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readCode(code.toLowerCase())).toBe(code);
  expect(readCode('U123-4567-89AB')).toBeNull();
  expect(readCode('')).toBeNull();
});
