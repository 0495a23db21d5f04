import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import type { DocumentSubject } from '../../src/features/documents/document-kind.ts';
import type { IssuedDocument } from '../../src/features/documents/issued-document.ts';
import { listIssuedDocuments } from '../../src/features/documents/issued-document-store.ts';
import { stateFinding } from '../../src/features/findings/finding-service.ts';
import { issueFindings } from '../../src/features/findings/issue-service.ts';
import { verifyFiles } from '../../src/features/integrity/verify-files.ts';
import { addAgendaItem } from '../../src/features/plans/agenda-service.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { type Agent, startTestApp, type TestApp, testTime } from '../support/app.ts';
import { finishAssessment, givenAssessment, givenPlanned, rateAll } from '../support/assessments.ts';
import { partsOf, type ReadPdf, readPdf, solid } from '../support/read-pdf.ts';
import { startTimeAuthority } from '../support/time-authority.ts';

let app: TestApp;

beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  const begun = performance.now();
  const clock = () => new Date(testTime.getTime() + performance.now() - begun);
  app = await startTestApp({ clock, whenDone: (done) => void clear.push(done) });
  return async () => {
    for (const done of clear) await done();
  };
});

interface Issued extends IssuedDocument {
  readonly bytes: Buffer;
  readonly pdf: ReadPdf;
  readonly verified: string;
}

/** Issued from the page, in both languages; what its file says and what everybody is told of it. */
async function issue(agent: Agent, page: string, subject: DocumentSubject, kind: string): Promise<Issued> {
  const asked = await agent.post(page).type('form').send({ kind, language: 'both' });
  expect(asked.status, asked.text.slice(0, 300)).toBe(303);
  await runDueTasks(app.deps, taskKinds);
  const [document] = await listIssuedDocuments(app.deps.db, subject);
  if (!document) throw new Error('Nothing was issued.');
  const shown = (await agent.get(page).expect(200)).text;
  expect(shown).toContain(`/verify/${document.code}`);
  const [path = '', query] = page.split('?');
  const file = `${path}/${document.id}/file.pdf${query ? `?${query}` : ''}`;
  expect(shown.replaceAll('&amp;', '&')).toContain(file);
  const bytes: Buffer = (await agent.get(file).responseType('blob').expect(200)).body;
  const pdf = await readPdf(bytes);
  expect(partsOf(pdf)).toEqual(['中文', 'English']);
  expect(pdf.pages.at(-1)).toContain(document.code);
  const verified = (await app.anonymous.get(`/verify/${document.code}`).expect(200)).text;
  expect(verified).not.toContain('Ada');
  return { ...document, bytes, pdf, verified };
}

describe('the plan', () => {
  test('is issued while it is only planned, as the company sees it; papers on the result are not', async () => {
    const { id } = await givenPlanned(app);
    const page = `/assessments/${id}/documents`;
    const ada = await app.as('ada');
    expect((await ada.post(page).type('form').send({ kind: 'plan', language: 'en' })).status).toBe(422);
    const [actor, bo] = [toActor(app.people.ada), app.people.bo.id];
    const item = {
      title: null,
      day: '2026-01-05',
      from: '09:00',
      to: '10:00',
      site: null,
      people: [bo],
      clauses: [],
      revision: 0,
    };
    await addAgendaItem(app.deps, actor, id, { ...item, kind: 'opening', title: 'Opening in hall 3' });
    await addAgendaItem(app.deps, actor, id, {
      ...item,
      kind: 'mystery-visit',
      title: 'Secret call',
      from: '15:00',
      to: '16:00',
    });

    const preview = await ada.get(`${page}/preview.pdf?kind=plan&language=zh-CN`).responseType('blob').expect(200);
    expect((await readPdf(preview.body)).pages.every((one) => one.includes('预览'))).toBe(true);
    const issued = await issue(ada, page, { of: 'assessment', id }, 'plan');
    const text = issued.pdf.pages.join('');
    expect(text).toContain(solid('Opening in hall 3'));
    expect(text).not.toContain(solid('Secret call'));
    expect(issued.verified).toContain('Audit plan');
    expect(issued.verified).not.toContain('Result');
    const manifest = JSON.parse((await ada.get(`${page}/${issued.id}/manifest.json`).expect(200)).text);
    expect(manifest).toMatchObject({ format: 'assay-document/2', plan: { items: 1 }, criteria: { id: 'complaint-management' } });

    await ada.post(page).type('form').send({ kind: 'audit-report', language: 'en' }).expect(409);
    await ada.post(page).type('form').send({ kind: 'booklet', language: 'en' }).expect(422);
    await (await app.as('bo')).post(page).type('form').send({ kind: 'plan', language: 'en' }).expect(404);
    // The company has what was handed to it, and nothing else; a stranger nothing.
    const dora = await app.as('dora');
    const shown = (await dora.get(page).expect(200)).text;
    expect(shown).toContain(issued.code);
    expect(shown).not.toContain('Executive summary');
    await dora.get(`${page}/${issued.id}/file.pdf`).expect(200);
    await app.deps.db('issued_documents').where({ id: issued.id }).update({ kind: 'audit-report' });
    await dora.get(`${page}/${issued.id}/file.pdf`).expect(404);
    expect((await dora.get(page)).text).not.toContain(issued.code);
    await dora.get(`${page}/preview.pdf?kind=plan&language=en`).expect(404);
    await (await app.as('cai')).get(page).expect(404);
  });
});

describe('the nonconformity forms', () => {
  test('are issued once the company is told, with those that it was told of', async () => {
    const assessment = await givenAssessment(app);
    await rateAll(app.deps, assessment, 'mixed');
    const { id } = assessment;
    const page = `/assessments/${id}/documents`;
    const [ada, actor] = [await app.as('ada'), toActor(app.people.ada)];
    const finding = { grade: 'minor', clause: null, statement: 'Slips lack a signature' } as const;
    await stateFinding(app.deps, actor, id, finding);
    expect((await ada.get(page)).text).not.toContain('Nonconformity forms');
    await finishRating(ada, id);
    const issued = await issue(ada, page, { of: 'assessment', id }, 'nonconformity-forms');
    expect(issued.pdf.pages.join('')).toContain(solid('Slips lack a signature'));
    expect(issued.verified).toContain('N1');
    expect((await app.anonymous.post('/verify').attach('files', issued.bytes, 'f.pdf').expect(200)).text).toContain('is genuine');
  });
});

async function finishRating(ada: Agent, id: string): Promise<void> {
  await ada.post(`/assessments/${id}/closing`).expect(303);
  const dues = { answerDue: '2026-01-14', correctionDue: '2026-02-20' };
  await issueFindings(app.deps, toActor(app.people.ada), id, { findingId: null, ...dues });
}

describe('the booklet', () => {
  const page = '/criteria/complaint-management/1.0.0/documents';
  const subject = { of: 'criteria', id: 'complaint-management', version: '1.0.0', variant: null, profile: null } as const;

  test('is issued by the office, to be had by everybody who works here, and is confirmed with its criteria', async () => {
    const root = await app.as('root');
    const issued = await issue(root, page, subject, 'booklet');
    expect(issued.verified).toContain('Customer complaint management criteria 1.0.0');
    const dora = await app.as('dora');
    await dora.get(`${page}/${issued.id}/file.pdf`).expect(200);
    expect((await dora.get(page)).text).not.toContain('Issue document');
    await dora.post(page).type('form').send({ kind: 'booklet', language: 'en' }).expect(404);
    await root.post(page).type('form').send({ kind: 'portfolio', language: 'en' }).expect(422);
    await root.post(page).type('form').send({ kind: 'booklet', language: 'fr' }).expect(422);
    await root.get('/criteria/complaint-management/7.0.0/documents').expect(404);
    await root.get(`/criteria/after-sales-maturity/1.0.0/documents/${issued.id}/file.pdf`).expect(404);
    expect((await root.get('/audit-trail')).text).toContain('issued a document');

    await issue(root, page, subject, 'booklet');
    expect((await app.anonymous.get(`/verify/${issued.code}`)).text).toContain('issued again');
  });

  test('of one variant and profile is another document than that of the next', async () => {
    const root = await app.as('root');
    const of = (variant: string) =>
      ({ of: 'criteria', id: 'after-sales-maturity', version: '1.1.0', variant, profile: 'full' }) as const;
    const pageOf = (variant: string) => `/criteria/after-sales-maturity/1.1.0/documents?variant=${variant}&profile=full`;
    const seller = await issue(root, pageOf('seller'), of('seller'), 'booklet');
    await issue(root, pageOf('maker'), of('maker'), 'booklet');
    expect((await app.anonymous.get(`/verify/${seller.code}`)).text).not.toContain('issued again');
  }, 60_000);

  test('is confirmed offline by its manifest', async () => {
    const root = await app.as('root');
    const { bytes, id } = await issue(root, page, subject, 'booklet');
    const folder = app.deps.config.dataFolder;
    const [pdf, manifest] = [join(folder, 'b.pdf'), join(folder, 'b.json')];
    await writeFile(pdf, bytes);
    await writeFile(manifest, (await root.get(`${page}/${id}/manifest.json`)).text);
    const lines: string[] = [];
    const output = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
    expect(await run(['document', 'verify', pdf, '--manifest', manifest, '--language', 'en'], {}, output)).toBe(0);
    expect(lines.join('\n')).toContain('Criteria: complaint-management 1.0.0');
    await writeFile(pdf, 'another');
    expect(await run(['document', 'verify', pdf, '--manifest', manifest, '--language', 'en'], {}, output)).toBe(1);
  });
});

describe('the overview', () => {
  const page = '/portfolio/documents';

  test('is issued for the office with the results behind it, stamped, kept, and confirmed without a name', async () => {
    const assessment = await givenAssessment(app);
    await rateAll(app.deps, assessment, 'mixed');
    await finishAssessment(app, assessment);
    const { url, trustFile } = await startTimeAuthority();
    Object.assign(app.deps.config, { timeAuthority: { url, trustFile } });
    const root = await app.as('root');
    const issued = await issue(root, page, { of: 'portfolio' }, 'portfolio');
    await runDueTasks(app.deps, taskKinds);
    Object.assign(app.deps.config, { timeAuthority: null });
    expect(issued.verified).toContain('1 organization');
    expect(issued.verified).not.toContain('海川');
    expect((await root.get(page)).text).toContain('time-stamp.tsr');
    await root.get(`${page}/${issued.id}/time-stamp.tsr`).expect(200);
    await root.post(`${page}/${issued.id}/time-stamp`).expect(409);
    const manifest = JSON.parse((await root.get(`${page}/${issued.id}/manifest.json`)).text);
    expect(manifest.portfolio.results).toMatchObject([{ assessment: assessment.number, organization: '海川电器有限公司' }]);
    for (const person of ['ada', 'dora'] as const) {
      await (await app.as(person)).get(page).expect(404);
      await (await app.as(person)).get(`${page}/${issued.id}/file.pdf`).expect(404);
    }
    await writeFile((await app.deps.files.sourceOf(issued.sha256)).path, 'something else');
    const { findings } = await verifyFiles(app.deps, async () => undefined);
    expect(findings).toMatchObject([{ what: 'changed', usedBy: [{ reference: issued.code, href: '/portfolio/documents' }] }]);
  });
});
