import { beforeAll, describe, expect, test } from 'vitest';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { lostPointsChart } from '../../src/charts/lost-points-chart.ts';
import { percent, percentText } from '../../src/charts/percent.ts';
import { clauseCharts, sectionsChart } from '../../src/charts/rate-charts.ts';
import { targetRate } from '../../src/charts/target.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { reportDossier, wideCriteria } from '../support/report-dossier.ts';

let criteria: Criteria;
let dossier: Dossier;

beforeAll(async () => {
  const reading = await readCriteria('criteria/after-sales-maturity.yaml');
  if (!reading.criteria) throw new Error('The criteria cannot be read.');
  criteria = reading.criteria;
  dossier = reportDossier(criteria);
});

const previous = { number: 'A-1', to: '2025-01-08', score: '84.10', grade: null, rates: { system: '0.825' } };

describe('sections', () => {
  test('stand with their rate in the order of the criteria', () => {
    const result = resultOf(dossier);
    const figure = sectionsChart(dossier, result, 'zh-CN');
    const rates = result.clauses.filter(({ depth }) => depth === 0).map(({ rate }) => Number(percent(rate?.shown ?? '0')));
    expect(figure.chart.data.datasets[0]?.data).toEqual(rates);
    expect(figure.chart.data.labels).toEqual(['5.1 售后服务体系', '5.2 商品服务', '5.3 顾客服务']);
    expect(figure.rows.map((row) => row[3])).toEqual(rates.map((rate) => `${rate.toFixed(2)}%`));
  });

  test('show the target as a mark of another shape than the bars', () => {
    const figure = sectionsChart(dossier, resultOf(dossier), 'en');
    expect(figure.chart.data.datasets[1]).toMatchObject({
      type: 'line',
      label: 'Target (Five stars)',
      pointStyle: 'line',
      showLine: false,
    });
  });

  test('compare with the last assessment only where there was one', () => {
    const compared = { ...dossier, previous };
    expect(sectionsChart(dossier, resultOf(dossier), 'en').chart.data.datasets).toHaveLength(2);
    const figure = sectionsChart(compared, resultOf(compared), 'en');
    expect(figure.chart.data.datasets[2]?.data).toEqual([82.5, null, null]);
    expect(figure.head.at(-1)).toBe('Last assessment (2025-01-08)');
    expect(figure.rows.map((row) => row.at(-1))).toEqual(['82.50%', '—', '—']);
  });

  test('a section that is not rated has no bar, and a word in the table', () => {
    const open = { ...dossier, ratings: {} };
    const figure = sectionsChart(open, resultOf(open), 'zh-CN');
    expect(figure.chart.data.datasets[0]?.data).toEqual([null, null, null]);
    expect(figure.rows.map((row) => row[3])).toEqual(['未评定', '未评定', '未评定']);
  });
});

describe('the target of a clause', () => {
  test('is the bound of the grade over full marks', () => {
    const grade = { id: 'g', label: {}, from: '95', requires: [] };
    expect(targetRate({ ...criteria, fullMarks: '200' }, grade, 'system')).toBe('0.4750');
  });

  test('is what the grade asks of that very clause when it does', () => {
    const grade = { id: 'g', label: {}, from: '95', requires: [{ if: 'rate' as const, clause: 'system', atLeast: '0.9' }] };
    expect(targetRate(criteria, grade, 'system')).toBe('0.9');
    expect(targetRate(criteria, grade, 'goods')).toBe('0.9500');
  });
});

describe('clauses', () => {
  test('are those of the second level', () => {
    const [figure, ...more] = clauseCharts(dossier, resultOf(dossier), 'zh-CN');
    expect(more).toEqual([]);
    expect(figure?.bars).toBe(15);
    expect(figure?.rows[0]?.[0]).toBe('5.1.1 组织架构');
  });

  test('are spread evenly over several charts when they are many', () => {
    const many = reportDossier(wideCriteria(criteria, 60));
    const figures = clauseCharts(many, resultOf(many), 'en');
    expect(figures.map(({ bars }) => bars)).toEqual([20, 20, 20]);
    expect(figures.map(({ title }) => title)).toEqual([
      'Rates of the clauses (1 of 3)',
      'Rates of the clauses (2 of 3)',
      'Rates of the clauses (3 of 3)',
    ]);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(3);
  });
});

describe('points lost', () => {
  test('stand dearest first, fifteen at most, and agree with the table', () => {
    const figure = lostPointsChart(dossier, resultOf(dossier), 'zh-CN');
    const values = (figure?.chart.data.datasets[0]?.data ?? []).map(Number);
    expect(values.length).toBeGreaterThan(3);
    expect(values.length).toBeLessThanOrEqual(15);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(values.every((value) => value > 0)).toBe(true);
    expect(figure?.rows.map((row) => Number(row[1]))).toEqual(values);
  });

  test('are no chart when nothing was lost', () => {
    const perfect = reportDossier(wideCriteria(criteria, 3));
    const ratings = Object.fromEntries(
      Object.keys(perfect.ratings).map((id) => [id, { rating: { by: 'met' as const, met: true }, note: '' }]),
    );
    const all = { ...perfect, ratings };
    expect(lostPointsChart(all, resultOf(all), 'en')).toBeNull();
  });
});

test('every chart is plain JSON', () => {
  const compared = { ...dossier, previous };
  const result = resultOf(compared);
  const figures = [
    sectionsChart(compared, result, 'en'),
    ...clauseCharts(compared, result, 'en'),
    lostPointsChart(compared, result, 'en'),
  ];
  for (const figure of figures) expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
});

test('a rate is printed in percent, rounded once', () => {
  expect(percent('0.9375')).toBe('93.75');
  expect(percent('0.66666')).toBe('66.67');
  expect(percentText(null)).toBe('—');
});
