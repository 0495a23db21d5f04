import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainClause } from '../../src/model/explain-clause.ts';
import { compare, type Fraction, parseExact, toExact } from '../../src/model/fraction.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { prepareMethod, shareOf } from '../../src/model/share.ts';
import { rollUpSites, type SiteRating, type SiteRollUp, setAsideEverywhere, siteRollUps } from '../../src/model/site-ratings.ts';
import { makeClause, makeCriteria, makeDossier } from '../support/random-criteria.ts';

const sampled = { by: 'sample', atLeast: 1 } as const;
const method = prepareMethod(sampled, '10');

function site(name: string, rating: Rating | null, headcount: number | null = null): SiteRating {
  return { site: name, headcount, rating, note: '' };
}

function sample(size: number, failed: number): Rating {
  return { by: 'sample', size, failed };
}

const notApplicable: Rating = { by: 'not-applicable', reason: '此处不维修' };

test.each<[SiteRollUp, string]>([
  ['worst', '1/2'],
  ['mean', '3/4'],
  ['by-headcount', '7/8'],
  ['pooled', '11/12'],
])('%s of 1/2 at 10 people and 1 at 30, of samples of 2 and 10', (rollUp, share) => {
  const sites = [site('上海', sample(2, 1), 10), site('杭州', sample(10, 0), 30), site('宁波', notApplicable, 500)];
  const tally = rollUpSites(method, rollUp, sites);
  expect([tally.state, tally.share && toExact(tally.share)]).toEqual(['rated', share]);
});

test('without the headcount of one site all count alike', () => {
  const tally = rollUpSites(method, 'by-headcount', [site('上海', sample(2, 1), 10), site('杭州', sample(10, 0))]);
  expect(tally.share && toExact(tally.share)).toBe('3/4');
});

const rating = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40))
  .map(([size, failed]) => sample(size, Math.min(size, failed)));
const headcount = fc.option(fc.nat(500));
const ratedSites = fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: rating }, fc.constant(notApplicable)), headcount), {
  minLength: 1,
  maxLength: 8,
});
const named = (all: readonly (readonly [Rating | null, number | null])[]) =>
  all.map(([said, people], index) => site(`场所 ${index}`, said, people));
const rollUps = fc.constantFrom(...siteRollUps);

test('not applicable anywhere: one reason once, different ones with their sites, none where none was given', () => {
  const aside = (reason: string): Rating => ({ by: 'not-applicable', reason });
  const reasonOf = (...reasons: string[]) => {
    const all = setAsideEverywhere(reasons.map((reason, index) => site(`S${index}`, aside(reason))));
    return all.by === 'not-applicable' ? all.reason : null;
  };
  expect(reasonOf('by post', ' by post ')).toBe('by post');
  expect(reasonOf('by post', 'closed')).toBe('S0: by post; S1: closed');
  expect(reasonOf('by post', '')).toBe('S0: by post');
  expect(reasonOf('', '')).toBe('');
});

test('the order of sites makes no difference', () => {
  const shuffled = ratedSites.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(rollUps, shuffled, (rollUp, [all, other]) => {
      const [a, b] = [all, other].map((each) => rollUpSites(method, rollUp, named(each)).share);
      expect(a && toExact(a)).toBe(b && toExact(b));
    }),
  );
});

test('the roll-up lies between the worst and the best site; where all are alike it is what they are', () => {
  fc.assert(
    fc.property(rollUps, ratedSites, (rollUp, all) => {
      const { share, state } = rollUpSites(method, rollUp, named(all));
      const shares = all.flatMap(([said]) => shareOf(method, said) ?? []);
      expect(state).toBe(shares.length === 0 ? 'not-applicable' : 'rated');
      const [low, high] = [shares.toSorted(compare)[0], shares.toSorted(compare).at(-1)];
      if (low && high) expect(share && isWithin(low, share, high)).toBe(true);
      else expect(share).toBeNull();
    }),
  );
});

test('whatever the sites that are left turn out to be, the result lies between floor and ceiling', () => {
  const partly = ratedSites.chain((all) =>
    fc.tuple(fc.constant(all), fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(rollUps, partly, (rollUp, [all, left]) => {
      const before = rollUpSites(method, rollUp, named(all.map(([said, people], index) => [left[index] ? null : said, people])));
      const { share } = rollUpSites(method, rollUp, named(all));
      expect(before.state === 'unrated').toBe(left.includes(true));
      if (share) expect(isWithin(before.floor, share, before.ceiling)).toBe(true);
    }),
  );
});

function isWithin(low: Fraction, value: Fraction, high: Fraction): boolean {
  return compare(low, value) <= 0 && compare(value, high) <= 0;
}

const repairs = makeClause({ id: 'repairs', points: '10', method: sampled, siteRollUp: 'mean' });
const criteria = makeCriteria({ clauses: [repairs, makeClause({ id: 'policy', points: '10' })] });

function scoreWith(sites: readonly SiteRating[]) {
  const ratings = { repairs: { rating: null, note: '', sites }, policy: { rating: { by: 'met', met: true } as const, note: '' } };
  return resultOf(makeDossier({ criteria, ratings }));
}

test('an unrated site leaves the clause unrated, and counts as nothing in the floor and as everything in the ceiling', () => {
  const result = scoreWith([site('上海', sample(10, 2)), site('杭州', null)]);
  const [clause] = result.clauses;
  expect([result.outcome, clause?.state]).toEqual(['incomplete', 'unrated']);
  expect([result.score, result.floor, result.ceiling].map(({ shown }) => shown)).toEqual(['100.00', '70.00', '95.00']);
  expect(clause && explainClause(criteria, clause, 'zh-CN')).toContain('杭州');
});

test('says in words how the sites came together, and how each stands', () => {
  const result = scoreWith([site('杭州', sample(5, 0)), site('上海', sample(10, 2))]);
  const [clause] = result.clauses;
  expect(clause && explainClause(criteria, clause, 'zh-CN')).toBe('杭州 100%、上海 80%；平均 90%：10 × 90% = 9 分');
  expect(clause && explainClause(criteria, clause, 'en')).toContain('mean 90%: 10 × 90% = 9');
  expect(result.sites?.map(({ site, rate }) => [site, rate && toExact(parseExact(rate.exact))])).toEqual([
    ['上海', '4/5'],
    ['杭州', '1'],
  ]);
});
