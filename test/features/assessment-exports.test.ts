import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { type Agent, startTestApp } from '../support/app.ts';
import { givenAssessment, rateAll } from '../support/assessments.ts';
import { entriesOf } from '../support/zip-archive.ts';

const app = await startTestApp({ whenDone: afterAll });
const assessment = await givenAssessment(app);
await rateAll(app.deps, assessment, 'mixed');
const [hostile] = await app.deps.db('ratings').where({ assessment_id: assessment.id }).select('clause_id').limit(1);
const note = '=HYPERLINK("http://x","y") <b>&amp;</b> 第一行\n第二行';
await app.deps.db('ratings').where({ assessment_id: assessment.id, clause_id: hostile.clause_id }).update({ note });
const path = `/assessments/${assessment.id}`;

async function load(agent: Agent, form: string, language = 'en') {
  return agent.get(`${path}/exports/${form}?language=${language}`).responseType('blob').expect(200);
}

describe('the result in other forms', () => {
  test('stands on the page of the result, each form behind a link that leads to it', async () => {
    const ada = await app.as('ada');
    const { text } = await ada.get(`${path}/result`).expect(200);
    const links = [...text.matchAll(/href="([^"]*\/exports\/[a-z]+)"/g)].map(([, href = '']) => href);
    expect(links.map((link) => link.split('/').at(-1))).toEqual(['xlsx', 'docx', 'csv', 'json', 'oscal', 'yaml']);
    for (const link of links) {
      const answer = await ada.get(link).responseType('blob').expect(200);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.body.length).toBeGreaterThan(1000);
    }
  });

  test('as CSV has a line for each rated clause; what a spreadsheet would run is a text', async () => {
    const { body } = await load(await app.as('ada'), 'csv');
    const rows: Record<string, string>[] = parse(body.toString('utf8'), { columns: true, bom: true });
    expect(rows).toHaveLength(34);
    expect(rows.find(({ Id }) => Id === hostile.clause_id)?.Note).toBe(`'${note}`);
    expect(rows.every(({ Points }) => /^\d+\.\d\d$/.test(Points ?? ''))).toBe(true);
  });

  test('as JSON says the same as the page', async () => {
    const ada = await app.as('ada');
    const result = JSON.parse((await load(ada, 'json')).body.toString());
    const { text } = await ada.get(`${path}/result`).expect(200);
    expect(text).toContain(result.score);
    expect(Object.keys(result.clauses)).toHaveLength(43);
  });

  test('as a workbook speaks the language that is asked for', async () => {
    const ada = await app.as('ada');
    for (const [language, names] of [
      ['zh-CN', ['结果', '条款', '发现', '证据']],
      ['en', ['Result', 'Clauses', 'Findings', 'Evidence']],
    ] as const) {
      const workbook = new Workbook();
      await workbook.xlsx.load((await load(ada, 'xlsx', language)).body);
      expect(workbook.worksheets.map(({ name }) => name)).toEqual(names);
    }
  });

  test('as OSCAL refers only to what is in it, and is the same each time', async () => {
    const ada = await app.as('ada');
    const first = (await load(ada, 'oscal')).body.toString();
    expect((await load(ada, 'oscal')).body.toString()).toBe(first);
    const { 'assessment-results': results } = JSON.parse(first);
    const [result] = results.results;
    const known = new Set([
      ...result.observations.map(({ uuid }: { uuid: string }) => uuid),
      ...results['back-matter'].resources.map(({ uuid }: { uuid: string }) => uuid),
    ]);
    const asked = [...first.matchAll(/"(?:observation-uuid|href)": "#?([0-9a-f-]{36})"/g)].map(([, uuid]) => uuid);
    expect(asked.length).toBeGreaterThan(34);
    expect(asked.filter((uuid) => !known.has(uuid))).toEqual([]);
    const states = result.findings.map(({ target }: { target: { status: { state: string } } }) => target.status.state);
    expect(new Set(states)).toEqual(new Set(['satisfied', 'not-satisfied']));
  });

  test('as a Word document holds every clause and note as text', async () => {
    const entries = entriesOf((await load(await app.as('ada'), 'docx', 'zh-CN')).body);
    const text = (entries['word/document.xml'] ?? '').replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '');
    expect(text).toContain('=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;) &lt;b&gt;&amp;amp;&lt;/b&gt; 第一行');
    expect(text).toContain('海川电器有限公司');
  });

  test('does not exist for a stranger, nor in a form that there is none of', async () => {
    await (await app.as('cai')).get(`${path}/exports/xlsx`).expect(404);
    await (await app.as('ada')).get(`${path}/exports/exe`).expect(404);
    await (await app.as('ada')).get(`${path}/exports/csv?language=fr`).expect(422);
  });
});
