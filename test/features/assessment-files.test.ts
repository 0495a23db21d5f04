import { beforeAll, describe, expect, test } from 'vitest';
import { readAssessmentText } from '../../src/catalog/assessment/read-assessment-file.ts';
import { writeAssessment } from '../../src/catalog/assessment/write-assessment.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { givenRichAudit, type RichAudit } from '../support/rich-audit.ts';

let app: TestApp;
let audit: RichAudit;

beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  app = await startTestApp({ whenDone: (done) => void clear.push(done) });
  audit = await givenRichAudit(app);
  return async () => {
    for (const done of clear) await done();
  };
});

async function textFor(agent: Agent): Promise<string> {
  const answer = await agent.get(`${audit.path}/exports/yaml`).responseType('blob').expect(200);
  return answer.body.toString('utf8');
}

describe('the file of an assessment', () => {
  test('holds plan, requests, statements, ratings of several, items and readings, and reads back as it was written', async () => {
    const text = await textFor(audit.ada);
    const { dossier, papers, problems } = await readAssessmentText('a.yaml', text, { catalog: app.deps.catalog });
    expect(problems).toEqual([]);
    if (!dossier) throw new Error('It does not read back.');
    expect(writeAssessment(dossier, papers)).toBe(text);

    expect(papers.plan?.draws).toHaveLength(1);
    expect(papers.plan?.draws[0]?.sites.map(({ name }) => name)).toEqual(['总部', '镇海 & 北仑', 'Outlet “3”']);
    expect(papers.plan?.days).toEqual([
      { name: 'Ada', days: '2' },
      { name: 'Bo', days: '1.5' },
    ]);
    expect(papers.plan?.agenda.map(({ kind, people }) => [kind, people])).toEqual([
      ['opening', ['Ada', 'Bo']],
      ['audit', ['Bo']],
    ]);
    expect(papers.plan?.agenda[0]?.attendees).toEqual([
      { name: '陈经理', position: '经理', present: true },
      { name: 'Lin', position: '', present: false },
    ]);
    expect(papers.requests).toMatchObject([
      {
        reference: 'R1',
        state: 'handed-in',
        evidence: ['E4'],
        steps: [
          { deed: 'ask', by: 'Bo' },
          { deed: 'hand-in', by: 'Dora' },
        ],
      },
    ]);
    expect(papers.statements.map(({ signedName, ruling }) => [signedName, ruling?.ruling ?? null])).toEqual([
      ['Ada', null],
      ['Bo', null],
      ['Bo', 'accepted'],
    ]);
    expect(papers.comparisons).toMatchObject([
      {
        clause: 'organization-department',
        raters: [
          { name: 'Ada', rating: { by: 'met', met: true } },
          { name: 'Bo', rating: { by: 'met', met: false } },
        ],
        agreed: [{ by: 'Ada', reason: '任命文件在人事部', after: { rating: { by: 'met', met: true }, note: '文件已补看' } }],
      },
    ]);
    expect(papers.items[0]?.items.map(({ outcome, note }) => [outcome, note])[1]).toEqual(['fail', '第 2 份']);
    expect(papers.readings[0]?.excluded).toMatchObject([{ row: 3, reason: '测试数据', by: 'Bo' }]);
    expect(papers.steps.map(({ step }) => step)).toEqual(['begin']);
  });

  test('names no mystery shopper and no visit of theirs, whoever asks for it', async () => {
    for (const person of ['ada', 'root'] as const) {
      const text = await textFor(await app.as(person));
      expect(text).not.toMatch(/Cai|2026-CAI|暗访/);
    }
  });

  test('gives statements to the leader and the office alone', async () => {
    expect(await textFor(audit.ada)).toContain('表妹曾在该公司实习');
    expect(await textFor(await app.as('root'))).toContain('表妹曾在该公司实习');
    const text = await textFor(audit.bo);
    expect(text).not.toContain('表妹曾在该公司实习');
    expect(text).toContain('requests:');
    await audit.dora.get(`${audit.path}/exports/yaml`).expect(404);
  });
});
