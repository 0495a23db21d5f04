import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { ratedClauses, walkClauses } from '../../src/model/clauses.ts';
import type { Clause, Criteria } from '../../src/model/criteria.ts';
import type { ClauseRating, Dossier } from '../../src/model/dossier.ts';
import type { Rating } from '../../src/model/rating.ts';
import type { Result } from '../../src/model/result.ts';
import { resultOf } from '../../src/model/result-of.ts';

const shipped = [
  {
    id: 'real-estate-after-sales',
    requirements: ['A-D1', 'A-D2', ...Array.from({ length: 12 }, (_, index) => `A-${index + 1}`)],
    sections: 5,
    mustPass: 'acceptance-before-handover',
    capped: 'title-papers-complete',
  },
  {
    id: 'complaint-management',
    requirements: ['B-0', 'B-1.1', 'B-1.2', 'B-1.3', 'B-2.1', 'B-2.2', 'B-2.3', 'B-2.4'],
    sections: 6,
    mustPass: 'written-procedure',
    capped: 'record-completeness',
  },
];

describe.each(shipped)('$id', ({ id, requirements, sections, mustPass, capped }) => {
  let criteria: Criteria;
  let percentInEnglish: number | undefined;

  beforeAll(async () => {
    const reading = await readCriteria(join('criteria', `${id}.yaml`));
    expect(reading.problems).toEqual([]);
    if (!reading.criteria) throw new Error(`${id} was not read`);
    criteria = reading.criteria;
    percentInEnglish = reading.translations.find(({ language }) => language === 'en')?.percent;
  });

  test('every requirement has a clause of its number, and every rated clause traces to one', () => {
    const numbers = [...walkClauses(criteria.clauses)].map(({ clause }) => clause.number);
    expect(numbers).toEqual(expect.arrayContaining(requirements));

    const traced = (clause: Clause) =>
      requirements.some((number) => clause.number === number || clause.number.startsWith(`${number}.`));
    expect(ratedClauses(criteria).filter((clause) => !traced(clause))).toEqual([]);
  });

  test('is complete in English, and every rated clause can be judged', () => {
    expect(percentInEnglish).toBe(100);
    const lacking = ratedClauses(criteria).filter(
      ({ requirement, guidance, maturity, auditMethods, evidence }) =>
        !requirement || !guidance || !maturity || auditMethods.length === 0 || evidence.length === 0,
    );
    expect(lacking.map((clause) => clause.id)).toEqual([]);
  });

  test('its sections add up to 100 points, and full ratings reach the top', () => {
    expect(criteria.clauses).toHaveLength(sections);
    expect(criteria.clauses.reduce((sum, { points }) => sum + Number(points), 0)).toBe(100);

    const result = rate(criteria, {});
    expect(result.score.shown).toBe('100.00');
    expect(result.grade).toBe('excellent');
    expect(result.maturity?.overall).toBe(5);
  });

  test('its gates fail and cap the result', () => {
    const failed = rate(criteria, { [mustPass]: { by: 'met', met: false } });
    expect(failed.outcome).toBe('failed');

    const none: Rating = id === 'complaint-management' ? { by: 'sample', size: 10, failed: 5 } : { by: 'checklist', present: [] };
    const held = rate(criteria, { [capped]: none });
    expect(held.band).not.toBe('pass');
    expect(held.grade).toBe('pass');
  });
});

test('title papers are judged by their days: ninety in full, a hundred and five in part, then nothing', async () => {
  const { criteria } = await readCriteria('criteria/real-estate-after-sales.yaml');
  if (!criteria) throw new Error('not read');
  const obtained = (days: string) =>
    rate(criteria, { 'title-papers-days': { by: 'measure', value: days } }).clauses.find(({ id }) => id === 'title-papers')
      ?.obtained.shown;
  expect(['90', '91', '105', '121'].map(obtained)).toEqual(['8.00', '4.80', '4.80', '0.00']);
});

/** The result when every clause has its best rating, save those given. */
function rate(criteria: Criteria, but: Readonly<Record<string, Rating>>): Result {
  const ratings: Record<string, ClauseRating> = {};
  for (const clause of ratedClauses(criteria)) ratings[clause.id] = { rating: but[clause.id] ?? best(clause), note: '' };
  return resultOf({ ...dossier, criteria, ratings });
}

function best({ method, points }: Clause): Rating {
  if (!method) throw new Error('not a rated clause');
  switch (method.by) {
    case 'met':
      return { by: 'met', met: true };
    case 'sample':
      return { by: 'sample', size: method.atLeast, failed: 0 };
    case 'level':
      return { by: 'level', level: method.levels.at(-1)?.value ?? 0 };
    case 'points':
      return { by: 'points', points };
    case 'measure':
      return { by: 'measure', value: method.bands[0]?.at ?? '0' };
    case 'checklist':
      return { by: 'checklist', present: method.items.map((item) => item.id) };
  }
}

const dossier: Omit<Dossier, 'criteria' | 'ratings'> = {
  organization: { name: '海川电器有限公司', registrationNumber: null, trade: null, headcount: null, address: null, sites: [] },
  assessment: {
    number: null,
    kind: 'initial',
    from: '2026-01-05',
    to: '2026-01-07',
    team: [],
    targetGrade: null,
    heldGrade: null,
    finishedAt: null,
  },
  adjustments: [],
  findings: [],
  evidence: [],
  previous: null,
};
