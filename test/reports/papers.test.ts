import { beforeAll, describe, expect, test } from 'vitest';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { type PaperId, type PaperLanguage, paperIds } from '../../src/features/reports/paper.ts';
import { offeredPapers } from '../../src/features/reports/papers/all-papers.ts';
import { renderPaper } from '../../src/features/reports/render-paper.ts';
import { writeInThread } from '../../src/features/reports/write-paper.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { openThreads } from '../../src/workers/open-thread.ts';
import { exampleBrand } from '../support/paper-inputs.ts';
import { issue } from '../support/paper-shelf.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { reportDossier } from '../support/report-dossier.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await dossierBy('after-sales-maturity', 'three-star');
});

async function dossierBy(name: string, grade: string | null): Promise<Dossier> {
  const { criteria } = await readCriteria(`criteria/${name}.yaml`);
  if (!criteria) throw new Error('The criteria cannot be read.');
  const rates = Object.fromEntries(ratedClauses(criteria).map(({ id }, index) => [id, index % 9 === 0 ? '0.5' : '1']));
  return reportDossier(criteria, { previous: { number: 'A-2025-0003', to: '2025-01-08', score: '84.10', grade, rates } });
}

function orderOf(paper: PaperId, language: PaperLanguage, input = dossier) {
  return { paper, language, source: { dossier: input, result: resultOf(input), asFound: null }, brand: null, issue };
}

async function read(paper: PaperId, language: PaperLanguage, input = dossier) {
  const { bytes, pages } = await renderPaper(orderOf(paper, language, input));
  return { pdf: await readPdf(bytes), pages };
}

test('an executive summary has two pages, in either language', async () => {
  expect((await read('executive-summary', 'zh-CN')).pages).toBe(2);
  expect((await read('executive-summary', 'en')).pages).toBe(2);
});

test('a preview of what is not finished is a draft on every page, of what is a preview', async () => {
  const open = { ...dossier, assessment: { ...dossier.assessment, finishedAt: null } };
  for (const [input, word] of [
    [open, '草稿 Draft'],
    [dossier, '预览 Preview'],
  ] as const) {
    const { bytes } = await renderPaper({ ...orderOf('executive-summary', 'both', input), issue: 'preview' });
    for (const page of (await readPdf(bytes)).pages) expect(page).toContain(solid(word));
  }
});

test('only papers of an audit bear the mark of the accreditation', async () => {
  const self = { ...dossier, assessment: { ...dossier.assessment, kind: 'self' as const } };
  const alternatives = async (input: Dossier) => {
    const { bytes } = await renderPaper({ ...orderOf('executive-summary', 'en', input), brand: exampleBrand });
    return (await readPdf(bytes)).alternatives;
  };
  expect(await alternatives(dossier)).toContain(exampleBrand.accreditation);
  expect(await alternatives(self)).not.toContain(exampleBrand.accreditation);
});

describe('what is in them', () => {
  test('findings with their correction', async () => {
    const [finding] = dossier.findings;
    if (!finding) throw new Error('There is no finding.');
    const answer = {
      correction: '已补签',
      cause: '新员工未培训',
      action: '每月抽查',
      responsible: '李敏',
      plannedFor: null,
      proof: ['E3'],
    };
    const answered = { ...dossier, findings: [{ ...finding, grade: 'minor' as const, answer }] };
    const { bytes } = await renderPaper(orderOf('findings-paper', 'zh-CN', answered));
    const text = (await readPdf(bytes)).pages.join('');
    for (const part of [solid(finding.statement), '新员工未培训', '每月抽查', '李敏']) expect(text).toContain(part);
  });

  test('the index of evidence names every hash, and every clause once', async () => {
    const { pdf } = await read('evidence-index', 'en');
    const text = pdf.pages.join('');
    for (const { file } of dossier.evidence) if (file) expect(text).toContain(file.sha256.slice(0, 32));
    expect(text).toContain('Clauseswithoutevidence');
  });

  test('the comparison tells scores of both and which clauses moved how far', async () => {
    const { pdf } = await read('comparison-paper', 'en');
    const text = pdf.pages.join('');
    expect(text).toContain('84.10');
    expect(text).toContain('+50.00');
    expect(text).toContain('−100.00');
  });
});

test('papers of which there is nothing to write are not offered', () => {
  const source = (input: Dossier) => ({ dossier: input, result: resultOf(input), asFound: null });
  expect(offeredPapers(source(dossier))).toEqual(paperIds.filter((id) => id !== 'self-report'));
  const bare = {
    ...dossier,
    previous: null,
    findings: [],
    evidence: [],
    assessment: { ...dossier.assessment, kind: 'self' as const },
  };
  expect(offeredPapers(source(bare))).toEqual(['self-report', 'executive-summary', 'roadmap-paper']);
});

test('a thread writes the same bytes, and tells how far it is', async () => {
  const order = orderOf('executive-summary', 'both');
  const news: unknown[] = [];
  const written = await writeInThread({ threads: openThreads() }, order, { onNews: (told) => news.push(told) });
  expect(Buffer.from(written.bytes).equals((await renderPaper(order)).bytes)).toBe(true);
  expect(news[0]).toEqual({ share: 0, chapter: 1, chapters: 8 });
});
