import type { TextKey } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Aggregate, RatingMethod } from '../../model/criteria.ts';
import type { ClauseResult } from '../../model/result.ts';

const states = {
  rated: 'exports.rated',
  partly: 'results.partly',
  unrated: 'results.unrated',
  'not-applicable': 'results.notApplicable',
} as const satisfies Record<ClauseResult['state'], TextKey>;

export function stateWord(state: ClauseResult['state'], t: Translate): string {
  return t(states[state]);
}

/** How a clause is rated, or how those below it are put together. */
export function methodWord(method: RatingMethod['by'] | Aggregate | null, t: Translate): string {
  return method === null ? '' : t(`sheets.word.${method}`);
}
