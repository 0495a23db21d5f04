import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { readConfig } from '../../src/config.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { naiveScore } from '../support/naive-score.ts';
import { makeDossier, rated } from '../support/random-criteria.ts';
import { wideCriteria } from '../support/report-dossier.ts';
import { type Figure, figure, median, milliseconds, times, timesOf } from './figures.ts';

const target = 2;

/** The whole result of 1,000 clauses with every explanation, and only the score by plain recursion over fractions. */
export async function measureEngine(): Promise<Figure[]> {
  const { entries } = await openCatalog(readConfig({}).criteriaFolder);
  const base = entries.find(({ criteria }) => criteria.id === 'after-sales-maturity')?.criteria;
  if (!base) throw new Error('The shipped criteria are gone.');

  const criteria = wideCriteria(base, 1000);
  const ratings = ratingsOf(criteria);
  const dossier = makeDossier({ criteria, ratings: rated(ratings) });
  const own = resultOf(dossier);
  const naive = naiveScore(criteria, ratings, { minus: '0', plus: '0' });
  if (own.score.exact !== naive.score) throw new Error(`${own.score.exact} is not ${naive.score}.`);

  const ours = median(await timesOf(200, () => resultOf(dossier)));
  const theirs = median(await timesOf(50, () => naiveScore(criteria, ratings, { minus: '0', plus: '0' })));
  return [
    figure(
      'Engine: full result of 1,000 clauses',
      milliseconds(ours),
      `< ${target} ms`,
      `naive fractions, score only: ${milliseconds(theirs)}, ${times(theirs / ours)} as long`,
    ),
  ];
}

/** Every fifth clause not met, every eleventh not applicable. */
function ratingsOf(criteria: Criteria): Record<string, Rating> {
  const ratings = ratedClauses(criteria).map(({ id }, index): [string, Rating] => [
    id,
    index % 11 === 10 ? { by: 'not-applicable', reason: '不涉及' } : { by: 'met', met: index % 5 !== 4 },
  ]);
  return Object.fromEntries(ratings);
}
