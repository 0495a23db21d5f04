import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { givenRichAudit } from '../support/rich-audit.ts';

const base = '/received-assessments';
let home: TestApp;
let elsewhere: TestApp;
let rich: string;
let finished: string;
let root: Agent;

/** Two instances that know nothing of each other, and two audits on one of them: open with everything, and finished. */
beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  const whenDone = (done: () => Promise<void>) => void clear.push(done);
  elsewhere = await startTestApp({ whenDone });
  home = await startTestApp({ whenDone });
  ({ path: rich } = await givenRichAudit(elsewhere));
  const assessment = await givenAssessment(elsewhere);
  await rateAll(elsewhere.deps, assessment, 'mixed');
  await finishAssessment(elsewhere, assessment);
  finished = `/assessments/${assessment.id}`;
  root = await home.as('root');
  return async () => {
    for (const done of clear) await done();
  };
});

async function bytesAt(agent: Agent, path: string): Promise<Buffer> {
  return (await agent.get(path).responseType('blob').expect(200)).body;
}

function bring(agent: Agent, content: Buffer | string, deed = 'take') {
  return agent.post(base).field('deed', deed).attach('file', Buffer.from(content), 'a.yaml');
}

async function take(content: Buffer | string): Promise<string> {
  const answer = await bring(root, content);
  expect(answer.status, answer.text).toBe(303);
  return String(answer.headers.location);
}

describe('an assessment from elsewhere', () => {
  test('comes in as a file and goes out as the same file, open or finished; every other form is the same to the byte', async () => {
    const ada = await elsewhere.as('ada');
    for (const path of [rich, finished]) {
      const file = await bytesAt(ada, `${path}/exports/yaml`);
      const here = await take(file);
      expect((await bytesAt(root, `${here}/exports/yaml`)).equals(file)).toBe(true);
      const others = ['xlsx', 'docx', 'csv', 'json', 'oscal'].map((form) => `exports/${form}?language=en`);
      for (const other of [...others, 'report.pdf?language=en'])
        expect((await bytesAt(root, `${here}/${other}`)).equals(await bytesAt(ada, `${path}/${other}`)), other).toBe(true);
      await root.get(`${here}/exports/exe`).expect(404);
    }
  });

  test('shows its result as its own instance does, says that it is kept as it came, and leads nowhere to rate on', async () => {
    const [row] = await home.deps.db('received_assessments').whereNotNull('finished_at');
    const page = (await root.get(`${base}/${row.id}`).expect(200)).text;
    const there = (await (await elsewhere.as('ada')).get(`${finished}/result`)).text;
    const [sentence] = /<p class="verdict__sentence[^<]+<\/p>/.exec(there) ?? [];
    if (!sentence) throw new Error('The result has no sentence.');
    expect(page).toContain(sentence);
    expect(page).toContain('Kept as it came: taken in by Root');
    expect(page).toContain(row.sha256);
    expect(page).not.toMatch(/href="[^"]*\/(clauses|workbench|completion)/);
    const list = (await root.get(base).expect(200)).text;
    expect(list).toContain('open when the file was written');
    expect(list).toContain(`href="${base}/${row.id}"`);
    expect((await root.get(`${base}?search=no-such-thing`)).text).not.toContain(`href="${base}/${row.id}"`);
    expect((await root.get(`${base}?search=${encodeURIComponent('海川')}`)).text).toContain(`href="${base}/${row.id}"`);
  });

  test('is only looked at where that is asked for, and taken in once', async () => {
    const file = await readFile('docs/examples/haichuan-self.yaml');
    const before = await home.deps.db('received_assessments').pluck('id');
    const checked = await bring(root, file, 'check').expect(200);
    expect(checked.text).toContain('is in order and has not been taken in');
    expect(await home.deps.db('received_assessments').pluck('id')).toEqual(before);
    await take(file);
    expect((await bring(root, file).expect(422)).text).toContain('This very file has been taken in already');
  });

  test('with problems is refused with each of them at its place, and nothing is stored', async () => {
    const before = await home.deps.db('received_assessments').pluck('id');
    const text = (await bytesAt(await elsewhere.as('ada'), `${finished}/exports/yaml`)).toString('utf8');
    const broken = text.replace('kind: initial', 'kind: inital').replace('format: 1', 'format: 1\nnonsense: <b>');
    const { text: page } = await bring(root, broken).expect(422);
    expect(page).toContain('has problems and was not taken in');
    expect(page).toContain('Unknown key “nonsense”');
    expect(page).toContain('Did you mean “initial”?');
    expect(page).toMatch(/Line \d+, column \d+/);
    for (const bytes of ['', '\u0000', '[', 'a: &a [*a]', Buffer.from([0xff, 0xfe, 0x41])]) await bring(root, bytes).expect(422);
    const other = text.replace(/version: \d+\.\d+\.\d+/, 'version: 9.9.9');
    expect((await bring(root, other).expect(422)).text).toContain('have no version 9.9.9');
    await root.post(base).field('deed', 'take').expect(422);
    await root.post(base).type('form').send({ deed: 'burn' }).expect(422);
    expect(await home.deps.db('received_assessments').pluck('id')).toEqual(before);
  });

  test('takes files of evidence by their hash alone', async () => {
    const text =
      'format: 1\ncriteria: {id: complaint-management, version: 1.0.0}\norganization: {name: A}\nassessment: {kind: self, from: 2026-01-05, to: 2026-01-07}\nevidence:\n  - {id: E1, kind: record, title: T, file: ../../etc/passwd}\n';
    expect((await bring(root, text).expect(422)).text).toContain('cannot be reached from here');
  });

  test('is the office’s alone, and leaves a trace when it comes and goes', async () => {
    const [row] = await home.deps.db('received_assessments').limit(1);
    for (const person of ['ada', 'dora'] as const) {
      const agent = await home.as(person);
      for (const path of [base, `${base}/${row.id}`, `${base}/${row.id}/exports/yaml`, `${base}/${row.id}/report.pdf`])
        await agent.get(path).expect(404);
      await bring(agent, 'format: 1').expect(404);
      await agent.post(`${base}/${row.id}/removal`).expect(404);
    }
    await root.post(`${base}/${row.id}/removal`).expect(303);
    await root.get(`${base}/${row.id}`).expect(404);
    await root.post(`${base}/${row.id}/removal`).expect(404);
    const deeds: string[] = await home.deps.db('audit_entries').where({ subject_id: row.id }).pluck('deed');
    expect(deeds.sort()).toEqual(['received.removed', 'received.taken']);
    expect((await (await home.as('root')).get('/assessments')).text).toContain(`href="${base}"`);
    expect((await (await home.as('ada')).get('/assessments')).text).not.toContain(`href="${base}"`);
  });
});
