import { message } from '../../i18n/translate.ts';
import { choiceKey, pointsKeys } from '../../model/choose-criteria.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { type ChoicePlace, type ChoicePlaces, namesOfPlaces } from './choice-places.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';

/** Reports what is wrong with variants and profiles and with where clauses say that they apply. */
export function checkChoices(draft: CriteriaDraft, places: ChoicePlaces, report: Report): void {
  checkChoiceIds(draft, report);
  for (const { form, path } of draft.profiles) checkDoubled(form.kinds ?? [], [...path, 'kinds'], report);
  if (places.all === null) return;
  for (const clause of draft.all) {
    checkOnlyIn(clause.form.only_in, clause.path, places, report);
    checkPointKeys(clause, places, report);
    checkPresence(clause, places.all, report);
  }
  for (const { form, path } of draft.gates) checkOnlyIn(form.only_in, path, places, report);
}

/** Variants and profiles share one set of names, since `only_in` names either. */
function checkChoiceIds({ variants, profiles }: CriteriaDraft, report: Report): void {
  const seen = new Set<string>();
  for (const { form, path } of [...variants, ...profiles]) {
    if (form.id === undefined) continue;
    if (seen.has(form.id)) report.at([...path, 'id'], message('criteria.doubledId', { found: form.id }));
    seen.add(form.id);
  }
}

function checkDoubled(list: readonly string[], path: Path, report: Report): void {
  list.forEach((found, index) => {
    if (list.indexOf(found) < index) report.at([...path, index], message('criteria.doubledEntry', { found }));
  });
}

/** Reports names that are no variant and no profile. `path` is that of the map that has `only_in`. */
export function checkOnlyIn(onlyIn: readonly string[] | undefined, path: Path, { names }: ChoicePlaces, report: Report): void {
  if (!onlyIn) return;
  const known = [...names.variants, ...names.profiles];
  checkDoubled(onlyIn, [...path, 'only_in'], report);
  onlyIn.forEach((found, index) => {
    if (known.includes(found)) return;
    report.at([...path, 'only_in', index], unknownChoice(found, known), suggest(found, known));
  });
}

function unknownChoice(found: string, known: readonly string[]) {
  if (known.length === 0) return message('criteria.noChoices', { found });
  return message('criteria.choiceUnknown', { found, allowed: known.join(', ') });
}

function checkPointKeys(clause: ClauseDraft, { names, all }: ChoicePlaces, report: Report): void {
  const { points_in: pointsIn } = clause.form;
  if (!pointsIn) return;
  const single = [...names.variants, ...names.profiles];
  const known = new Set([...single, ...(all ?? []).map(({ name }) => name)]);
  for (const key of Object.keys(pointsIn)) {
    if (!known.has(key)) report.atKey([...clause.path, 'points_in', key], unknownChoice(key, single), suggest(key, known));
  }
  for (const { chosen } of all ?? []) {
    const [first = '', second] = pointsKeys(pointsIn, chosen);
    const key = choiceKey(chosen);
    if (second === undefined || first === key || pointsIn[first] === pointsIn[second]) continue;
    const text = message('criteria.pointsAmbiguous', { first, second, key });
    report.atKey([...clause.path, 'points_in', second], text, message('criteria.sayTogether', { key }));
  }
}

function checkPresence(clause: ClauseDraft, places: readonly ChoicePlace[], report: Report): void {
  const { parent, children, role, path } = clause;
  const there = places.filter(({ has }) => has(clause));
  if (there.length === 0 && places.some(({ has }) => parent === null || has(parent))) {
    report.atKey([...path, 'only_in'], message('criteria.neverIn', { clause: clause.form.id ?? '' }));
  }
  if (role !== 'inner' || children.length === 0) return;
  const empty = there.filter(({ has }) => !children.some(has));
  if (empty.length === 0) return;
  report.at(path, message('criteria.emptyIn', { clause: clause.form.id ?? '', choices: namesOfPlaces(empty) }));
}
