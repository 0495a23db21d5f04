import type { Condition, Criteria, Gate, Grade } from '../../model/criteria.ts';
import { canonical, sameJson } from './canonical.ts';
import type { HeadChange, HeadPart } from './difference.ts';
import { flatValues } from './flat-values.ts';

/** What differs outside the tree; id and version are not compared. */
export function diffHead(before: Criteria, after: Criteria): HeadChange[] {
  const [from, to] = [headOf(before), headOf(after)];
  return [
    ...from.flatMap(([part, value], index) => diffPart(part, value, to[index]?.[1])),
    ...diffNamed('grade', before.grades, after.grades),
    ...diffNamed('gate', before.gates, after.gates),
  ];
}

function headOf(criteria: Criteria): [HeadPart, unknown][] {
  return [
    ['title', criteria.title],
    ['about', criteria.about],
    ['basis', criteria.basis.join('\n')],
    ['format', criteria.format],
    ['language', criteria.language],
    ['languages', criteria.languages.join(', ')],
    ['full-marks', criteria.fullMarks],
    ['rounding', criteria.rounding],
    ['fail-label', criteria.failLabel],
    ['deduction', criteria.deduction],
    ['bonus', criteria.bonus],
    ['maturity', criteria.maturity],
    ['certification', criteria.certification],
    ['variants', criteria.variants ?? null],
    ['profiles', criteria.profiles ?? null],
    ['parts', criteria.parts ?? null],
  ];
}

const texts: ReadonlySet<HeadPart> = new Set(['title', 'about', 'fail-label']);

function diffPart(part: HeadPart, before: unknown, after: unknown): HeadChange[] {
  const isNew = before === null && after !== null;
  const isGone = before !== null && after === null;
  if (!texts.has(part) && (isNew || isGone)) return [{ change: isNew ? 'added' : 'removed', part, id: null }];
  return diffValues(part, null, before, after);
}

function diffValues(part: HeadPart, id: string | null, before: unknown, after: unknown): HeadChange[] {
  if (sameJson(before, after)) return [];
  const [from, to] = [flatValues(before), flatValues(after)];
  const fields = new Set([...from.keys(), ...to.keys()]);
  return [...fields].flatMap((field): HeadChange[] => {
    const [old, now] = [from.get(field) ?? null, to.get(field) ?? null];
    return old === now ? [] : [{ change: 'value', part, id, field, from: old, to: now }];
  });
}

function diffNamed(part: 'grade' | 'gate', before: readonly (Grade | Gate)[], after: readonly (Grade | Gate)[]): HeadChange[] {
  const [old, now] = [byId(before), byId(after)];
  const removed = before.filter(({ id }) => !now.has(id)).map(({ id }): HeadChange => ({ change: 'removed', part, id }));
  const changed = after.flatMap((rule): HeadChange[] => {
    const earlier = old.get(rule.id);
    if (!earlier) return [{ change: 'added', part, id: rule.id }];
    return [
      ...diffValues(part, rule.id, { ...earlier, requires: null }, { ...rule, requires: null }),
      ...diffConditions(part, rule.id, earlier.requires, rule.requires),
    ];
  });
  return [...removed, ...changed, ...diffOrder(part, before, after)];
}

/** Gates stand in the order of the file, grades by their bound: only where nothing else tells is the order a change of its own. */
function diffOrder(part: 'grade' | 'gate', before: readonly { id: string }[], after: readonly { id: string }[]): HeadChange[] {
  const orderOf = (rules: readonly { id: string }[], others: readonly { id: string }[]) => {
    const known = new Set(others.map(({ id }) => id));
    return rules
      .map(({ id }) => id)
      .filter((id) => known.has(id))
      .join(', ');
  };
  const [from, to] = [orderOf(before, after), orderOf(after, before)];
  return from === to ? [] : [{ change: 'value', part, id: null, field: 'order', from, to }];
}

function diffConditions(
  part: 'grade' | 'gate',
  id: string,
  before: readonly Condition[],
  after: readonly Condition[],
): HeadChange[] {
  if (sameJson(before, after)) return [];
  const [old, now] = [new Set(before.map(canonical)), new Set(after.map(canonical))];
  const dropped = before.filter((condition) => !now.has(canonical(condition)));
  const asked = after.filter((condition) => !old.has(canonical(condition)));
  return [{ change: 'conditions', part, id, dropped, asked }];
}

function byId<Rule extends { readonly id: string }>(rules: readonly Rule[]): Map<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
