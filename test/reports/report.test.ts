import { beforeAll, describe, expect, test } from 'vitest';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { renderReport } from '../../src/features/reports/report.ts';
import type { Language } from '../../src/i18n/language.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { describeOutcome } from '../../src/model/explain.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { type ReadPdf, readPdf, solid } from '../support/read-pdf.ts';
import { reportDossier, wideCriteria } from '../support/report-dossier.ts';

let criteria: Criteria;
let dossier: Dossier;
let bytes: Buffer;
let chinese: ReadPdf;
let english: ReadPdf;

async function render(input: Dossier, language: Language): Promise<Buffer> {
  return await renderReport(input, resultOf(input), language);
}

beforeAll(async () => {
  const reading = await readCriteria('criteria/after-sales-maturity.yaml');
  if (!reading.criteria) throw new Error('The criteria cannot be read.');
  criteria = reading.criteria;
  dossier = reportDossier(criteria);
  bytes = await render(dossier, 'zh-CN');
  chinese = await readPdf(bytes);
  english = await readPdf(await render(dossier, 'en'));
});

describe('a finished audit', () => {
  test('shows organization, criteria, lead auditor, grade and score on the cover', () => {
    const [cover = ''] = chinese.pages;
    for (const text of [
      '海川电器有限公司',
      '初次评价',
      '售后服务管理成熟度评价准则（after-sales-maturity1.0.0版）',
      '2026年1月5日至2026年1月7日',
      '王建国',
      'A-2026-0007',
    ]) {
      expect(cover).toContain(text);
    }
    const result = resultOf(dossier);
    expect(cover).toContain(result.score.shown);
    expect(cover).toContain(criteria.grades.find(({ id }) => id === result.grade)?.label['zh-CN']);
    expect(cover).not.toContain('草稿');
  });

  test('opens the summary with the result in one sentence', () => {
    const result = resultOf(dossier);
    expect(chinese.pages.join('')).toContain(`结论${solid(describeOutcome(criteria, result, 'zh-CN'))}`);
    expect(english.pages.join('')).toContain(`Summary${solid(describeOutcome(criteria, result, 'en'))}`);
  });

  test('prints every rated clause with its requirement, points and note', () => {
    const text = chinese.pages.join('').replace(/售后服务管理成熟度评价准则（[^）]*）第\d+页，共\d+页/g, '');
    for (const clause of ratedClauses(criteria)) {
      expect(text).toContain(solid(clause.number + (clause.title['zh-CN'] ?? '')));
    }
    expect(text).toContain('备注：抽查近三个月的维修单二十份');
    expect(text).toContain('评定：抽查20项，不合格3项');
  });

  test('lists evidence with date, file name and SHA-256', () => {
    const text = chinese.pages.join('');
    for (const { reference, title, file } of dossier.evidence) {
      expect(text).toContain(solid(`${reference}${title}`));
      if (file) expect(text).toContain(file.name);
    }
    expect(text).toContain('11119f86d081884c');
  });

  test('prints reasons for clauses that do not apply, deductions, findings and the team', () => {
    const text = chinese.pages.join('');
    for (const part of [
      '组织不销售该类商品，无此项活动。',
      '承诺二十四小时上门',
      '一般不符合',
      '配件价格在两个网点的公示方式不一致',
      'SC-2019-04417',
      '认证决定',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('is written in English too, with what was typed left as it is', () => {
    const text = english.pages.join('');
    for (const part of [
      'Initialassessment',
      'After-salesservicesystem',
      'Minornonconformity',
      '5Januaryto',
      '海川电器有限公司',
    ]) {
      expect(text.replace('5January2026to', '5Januaryto')).toContain(part);
    }
    expect(text).toContain(`Page2of${english.pages.length}`);
  });

  test('numbers every page and says how many there are', () => {
    chinese.pages.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页，共${chinese.pages.length}页`);
    });
  });

  test('has contents whose page numbers lead to the chapters', () => {
    const contents = chinese.pages[1] ?? '';
    for (const chapter of chinese.bookmarks.filter((title) => !title.startsWith(' '))) {
      const page = Number(new RegExp(`${solid(chapter)}(\\d+?)(?=\\d+[\\u4e00-\\u9fff]|5\\.|售后|$)`).exec(contents)?.[1]);
      expect(chinese.pages[page - 1], chapter).toContain(solid(chapter));
    }
  });

  test('is tagged: headings, tables, figures with alternative text, bookmarks, title and language', () => {
    expect(chinese).toMatchObject({ title: '海川电器有限公司 售后服务评价报告', language: 'zh-CN' });
    expect(chinese.roles.get('H1')).toBe(12);
    expect(chinese.roles.get('Figure')).toBe(7);
    expect(chinese.roles.get('TR') ?? 0).toBeGreaterThan(150);
    expect(chinese.alternatives[0]).toContain('5.1 售后服务体系：');
    expect(chinese.bookmarks.filter((title) => !title.startsWith(' ')).slice(0, 2)).toEqual(['1  结论', '2  图示']);
    expect(chinese.bookmarks).toContain('  5.1  售后服务体系');
  });

  test('draws charts with labels that can be searched', () => {
    const page = chinese.pages.find((text) => text.includes('图1')) ?? '';
    expect(page).toContain('得分率（%）');
    expect(page).toContain('目标（五星级）');
  });
});

test('the same assessment gives the same bytes', async () => {
  expect((await render(dossier, 'zh-CN')).equals(bytes)).toBe(true);
  expect(chinese.created).toContain('20260107093000');
});

test('an assessment that is not finished is a draft with three figures', async () => {
  const some = Object.fromEntries(Object.entries(dossier.ratings).filter((_, index) => index % 3 > 0));
  const open = { ...dossier, ratings: some, assessment: { ...dossier.assessment, finishedAt: null } };
  const { pages } = await readPdf(await render(open, 'zh-CN'));
  const result = resultOf(open);
  expect(result.outcome).toBe('incomplete');
  expect(pages[0]).toContain(
    `目前得分${result.score.shown}仅计已评定条款下限${result.floor.shown}未评定条款均得零分上限${result.ceiling.shown}`,
  );
  for (const page of pages) expect(page).toContain('草稿');
});

test('a bare assessment has sentences where there is nothing to list', async () => {
  const bare = { ...dossier, evidence: [], findings: [], adjustments: [], assessment: { ...dossier.assessment, team: [] } };
  const { pages } = await readPdf(await render(bare, 'en'));
  const text = pages.join('');
  for (const sentence of [
    'No evidence was recorded.',
    'No findings were recorded.',
    'There are no special deductions and no bonus.',
  ]) {
    expect(text).toContain(solid(sentence));
  }
});

test('many clauses are left to the tables instead of a book of charts', async () => {
  const { pages, roles } = await readPdf(await render(reportDossier(wideCriteria(criteria, 160), { evidence: [] }), 'zh-CN'));
  expect(roles.get('Figure')).toBe(6);
  expect(pages.join('')).toContain('各条款的得分率不作图示');
});

test('what the font lacks is marked and named; long words and names stay on the page', async () => {
  const [first = ''] = Object.keys(dossier.ratings);
  const note = `完成 𓀀 ${'W'.repeat(3000)}${'备注内容，'.repeat(20_000)}`;
  const ratings = { ...dossier.ratings, [first]: { rating: dossier.ratings[first]?.rating ?? null, note } };
  const nasty = { ...dossier, ratings, organization: { ...dossier.organization, name: '超长名称'.repeat(75) } };
  const start = performance.now();
  const { pages } = await readPdf(await render(nasty, 'zh-CN'));
  expect(performance.now() - start).toBeLessThan(15_000);
  const text = pages.join('');
  expect(text).toContain('完成〓WWW');
  expect(text).toContain('文中“〓”代替了字体中没有的字符：U+13000。');
  expect(pages.length).toBeGreaterThan(40);
});
