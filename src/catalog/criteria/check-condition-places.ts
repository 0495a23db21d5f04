import { type Message, message } from '../../i18n/translate.ts';
import { isIn } from '../../model/choose-criteria.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { checkOnlyIn } from './check-choices.ts';
import { type ChoicePlace, type ChoicePlaces, namesOfPlaces } from './choice-places.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';
import { checkedNames } from './named-clauses.ts';

/**
 * Reports conditions on clauses that are not there in every variant and profile in which the condition holds: it would
 * silently say nothing there, so the author must say where it is meant.
 */
export function checkConditionPlaces(
  draft: CriteriaDraft,
  clauses: ReadonlyMap<string, ClauseDraft>,
  places: ChoicePlaces,
  report: Report,
): void {
  for (const { form, path } of [...draft.grades, ...draft.gates]) {
    form.requires?.forEach((condition, index) => {
      checkOnlyIn(condition.only_in, [...path, 'requires', index], places, report);
      const owner = 'only_in' in form ? form.only_in : undefined;
      const meant = (places.all ?? []).filter(
        ({ chosen }) => isIn(owner, chosen, places.names) && isIn(condition.only_in, chosen, places.names),
      );
      for (const { id, place, clausesOf } of checkedNames(condition, draft, clauses)) {
        const lacking = meant.filter(({ has }) => clausesOf.length > 0 && !clausesOf.some(has));
        if (lacking.length > 0) reportLacking(id, clausesOf, lacking, [...path, 'requires', index, ...place], report);
      }
    });
  }
}

function reportLacking(
  id: string,
  clauses: readonly ClauseDraft[],
  lacking: readonly ChoicePlace[],
  path: Path,
  report: Report,
): void {
  report.at(path, message('criteria.notThereIn', { id, choices: namesOfPlaces(lacking) }), hintFor(clauses));
}

/** Where the clause itself says that it applies; null where that is said in more than one place. */
function hintFor([clause, ...others]: readonly ClauseDraft[]): Message | null {
  if (!clause || others.length > 0) return null;
  const said: (readonly string[])[] = [];
  for (let at: ClauseDraft | null = clause; at; at = at.parent) if (at.form.only_in) said.push(at.form.only_in);
  const [only, ...more] = said;
  return only && more.length === 0 ? message('criteria.sayOnlyIn', { only: `only_in: [${only.join(', ')}]` }) : null;
}
