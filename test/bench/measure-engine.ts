import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { readConfig } from '../../src/config.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { prepareCriteria } from '../../src/model/prepare.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { scoreAssessment } from '../../src/model/score.ts';
import { naiveScore } from '../support/naive-score.ts';
import { makeDossier, rated } from '../support/random-criteria.ts';
import { wideCriteria } from '../support/report-dossier.ts';
import { type Figure, figure, median, milliseconds, times, timesOf } from './figures.ts';

const target = 2;

/** The score of 1,000 clauses against plain recursion over fractions, and the whole result as it is stored and explained. */
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

  const prepared = prepareCriteria(criteria);
  const input = { ...dossier, heldGrade: null, to: dossier.assessment.to };
  const ours = median(await timesOf(200, () => scoreAssessment(prepared, input)));
  const whole = median(await timesOf(200, () => resultOf(dossier)));
  const theirs = median(await timesOf(50, () => naiveScore(criteria, ratings, { minus: '0', plus: '0' })));
  return [
    figure(
      'Engine: score of 1,000 clauses',
      milliseconds(ours),
      `< ${target} ms`,
      `naive fractions: ${milliseconds(theirs)}, ${times(theirs / ours)} as long`,
    ),
    figure(
      'Engine: the same with every figure and explanation as JSON',
      milliseconds(whole),
      '',
      `${times(whole / ours)} as long`,
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
