import { beforeAll, describe, expect, test } from 'vitest';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { bandChart } from '../../src/charts/band-chart.ts';
import { findingsChart } from '../../src/charts/findings-chart.ts';
import { heatMap } from '../../src/charts/heat-map.ts';
import { trendChart } from '../../src/charts/trend-chart.ts';
import { waterfallChart } from '../../src/charts/waterfall-chart.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { reportDossier } from '../support/report-dossier.ts';

let criteria: Criteria;
let dossier: Dossier;

beforeAll(async () => {
  const reading = await readCriteria('criteria/after-sales-maturity.yaml');
  if (!reading.criteria) throw new Error('The criteria cannot be read.');
  criteria = reading.criteria;
  dossier = reportDossier(criteria);
});

describe('from full marks to the score', () => {
  test('every step follows from the one before, and the last is the score, digit by digit', () => {
    const result = resultOf(dossier);
    const figure = waterfallChart(dossier, result, 'zh-CN');
    const rows = figure?.rows ?? [];
    expect(rows[0]).toEqual(['满分', '', '100.00']);
    expect(rows.at(-1)).toEqual(['得分', '', result.score.shown]);
    expect(rows.at(-2)?.[2]).toBe(result.score.shown);
    expect(rows.map(([name]) => name)).toContain('特别扣分');
  });

  test('is not drawn while something is unrated', () => {
    const open = { ...dossier, ratings: {} };
    expect(waterfallChart(open, resultOf(open), 'en')).toBeNull();
  });

  test('says where the axis begins when it does not begin at nothing', () => {
    expect(waterfallChart(dossier, resultOf(dossier), 'en')?.title).toMatch(/the axis begins at \d0/);
  });
});

describe('the score among the grades', () => {
  test('each grade has its bound and what is missing to it', () => {
    const figure = bandChart(dossier, resultOf(dossier), 'en');
    expect(figure?.rows[0]).toEqual(['Five stars', '95', '2.62']);
    expect(figure?.rows[1]).toEqual(['Four stars', '90', '—']);
    expect(figure?.rows.at(-1)?.[0]).toBe('Below the grades');
  });

  test('the last assessment is a mark of another shape', () => {
    const previous = { number: 'A-1', to: '2025-01-08', score: '84.10', grade: null, rates: {} };
    const compared = { ...dossier, previous };
    const sets = bandChart(compared, resultOf(compared), 'en')?.chart.data.datasets ?? [];
    expect(sets.map((set) => ('pointStyle' in set ? set.pointStyle : null))).toEqual(['rect', 'rect', 'line', 'rectRot']);
    const [last] = sets.slice(-1);
    expect(last?.data.filter((value) => value !== null)).toEqual([84.1]);
  });

  test('criteria without grades have none', () => {
    const bare = { ...dossier, criteria: { ...criteria, grades: [] } };
    expect(bandChart(bare, resultOf(dossier), 'en')).toBeNull();
  });
});

describe('clause by clause', () => {
  test('every rated clause has one square in the line of its indicator', () => {
    const figure = heatMap(dossier, resultOf(dossier), 'en');
    const squares = (figure?.rows ?? []).flatMap((row) => row.slice(1).map(Number)).reduce((sum, count) => sum + count, 0);
    expect(squares).toBe(101);
    const drawn = figure?.chart.data.datasets.reduce((sum, { data }) => sum + data.length, 0);
    expect(drawn).toBe(101);
    expect(figure?.rows).toHaveLength(15);
  });

  test('is left out where its lines would not fit on a page', () => {
    const more = criteria.clauses.flatMap((section) => [section, section, section]);
    const wide = { ...dossier, criteria: { ...criteria, clauses: more } };
    expect(heatMap(wide, resultOf(dossier), 'en')).toBeNull();
  });
});

test('findings are counted by section and class, those of the whole apart', () => {
  const figure = findingsChart(dossier, 'en');
  const counted = (figure?.rows ?? []).flatMap((row) => row.slice(1).map(Number)).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(dossier.findings.length);
  expect(findingsChart({ ...dossier, findings: [] }, 'en')).toBeNull();
});

test('a trend needs two assessments', () => {
  const point = (label: string, score: string) => ({ label, score, grade: '—' });
  expect(trendChart([point('a', '80')], null, 'en')).toBeNull();
  const figure = trendChart([point('a', '80.00'), point('b', '91.50')], { label: 'Five stars', from: '95' }, 'en');
  expect(figure?.chart.data.datasets.map(({ data }) => data)).toEqual([
    [80, 91.5],
    [95, 95],
  ]);
});
