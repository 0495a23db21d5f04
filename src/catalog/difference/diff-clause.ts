import type { Clause, LocalizedText, RatingMethod } from '../../model/criteria.ts';
import { sameJson } from './canonical.ts';
import type { ClauseChange, TextChange } from './difference.ts';

/** What differs in a clause itself: not where it stands, and nothing of its children. */
export function diffClause(before: Clause, after: Clause): ClauseChange[] {
  const changes: ClauseChange[] = [];
  if (before.number !== after.number) changes.push({ change: 'renumbered', from: before.number, to: after.number });
  changes.push(...diffText('title', before.title, after.title));
  changes.push(...diffText('requirement', before.requirement, after.requirement));
  changes.push(...diffText('guidance', before.guidance, after.guidance));
  if (before.points !== after.points) changes.push({ change: 'points', from: before.points, to: after.points });
  changes.push(...diffPlaces(before, after));
  if (before.weight !== after.weight) changes.push({ change: 'weight', from: before.weight, to: after.weight });
  if (before.aggregate !== after.aggregate) changes.push({ change: 'aggregate', from: before.aggregate, to: after.aggregate });
  changes.push(...diffMethod(before.method, after.method), ...diffRules(before, after));
  return changes;
}

/** In which variants and profiles the clause is, and points that differ there. */
function diffPlaces(before: Clause, after: Clause): ClauseChange[] {
  if (before.onlyIn === after.onlyIn && before.pointsIn === after.pointsIn) return [];
  const onlyIn = { from: before.onlyIn ?? [], to: after.onlyIn ?? [] };
  const pointsIn = { from: pointsInList(before), to: pointsInList(after) };
  return [
    ...(sameJson(onlyIn.from, onlyIn.to) ? [] : [{ change: 'only-in' as const, ...onlyIn }]),
    ...(sameJson(pointsIn.from, pointsIn.to) ? [] : [{ change: 'points-in' as const, ...pointsIn }]),
  ];
}

function pointsInList({ pointsIn = {} }: Clause): string[] {
  return Object.entries(pointsIn).map(([where, points]) => `${where} = ${points}`);
}

function diffRules(before: Clause, after: Clause): ClauseChange[] {
  const changes: ClauseChange[] = [];
  if (before.notApplicable !== after.notApplicable)
    changes.push({ change: 'not-applicable', from: before.notApplicable, to: after.notApplicable });
  const sites = { from: before.siteRollUp ?? 'once', to: after.siteRollUp ?? 'once' } as const;
  if (sites.from !== sites.to) changes.push({ change: 'at-sites', ...sites });
  if (before.maturity !== after.maturity) changes.push({ change: 'maturity', from: before.maturity, to: after.maturity });
  if (!sameJson(before.auditMethods, after.auditMethods))
    changes.push({ change: 'audit-methods', from: before.auditMethods, to: after.auditMethods });
  return [...changes, ...diffEvidence(before, after)];
}

/** The titles are compared one by one where the kinds are the same in the same order. */
function diffEvidence(before: Clause, after: Clause): ClauseChange[] {
  const [from, to] = [evidenceKinds(before), evidenceKinds(after)];
  if (!sameJson(from, to)) return [{ change: 'evidence', from: evidenceNames(before), to: evidenceNames(after) }];
  return before.evidence.flatMap(({ title }, index) =>
    diffText(`evidence.${index + 1}`, title, after.evidence[index]?.title ?? null),
  );
}

function evidenceKinds({ evidence }: Clause): string[] {
  return evidence.map(({ kind, required }) => `${kind}${required ? '*' : ''}`);
}

/** Kind, whether it is required, and the titles, e.g. `record*: 维修单 / Repair slips`. */
function evidenceNames({ evidence }: Clause): string[] {
  return evidence.map(({ kind, required, title }) => `${kind}${required ? '*' : ''}: ${Object.values(title).join(' / ')}`);
}

/** Another way of rating, or the same with other numbers, is one change; where only words differ, each is one. */
function diffMethod(before: RatingMethod | null, after: RatingMethod | null): ClauseChange[] {
  const changes: ClauseChange[] = sameMethod(before, after) ? [] : [{ change: 'method', from: before, to: after }];
  if (before?.by !== after?.by) return changes;
  const [from, to] = [methodTexts(before), methodTexts(after)];
  for (const [name, text] of from) {
    const other = to.get(name);
    if (other !== undefined) changes.push(...diffText(name, text, other));
  }
  return changes;
}

/** Whether a rating means the same under both: the same way with the same numbers, whatever the words. */
export function sameMethod(before: RatingMethod | null, after: RatingMethod | null): boolean {
  return sameJson(withoutTexts(before), withoutTexts(after));
}

function withoutTexts(method: RatingMethod | null): unknown {
  if (method?.by === 'level')
    return {
      by: 'level',
      levels: method.levels.map(({ value, share, anchor }) => ({ value, share, anchored: anchor !== null })),
    };
  if (method?.by === 'measure') return { ...method, unit: null };
  if (method?.by === 'checklist') return { ...method, items: method.items.map(({ id, weight }) => ({ id, weight })) };
  return method;
}

function methodTexts(method: RatingMethod | null): Map<string, LocalizedText | null> {
  if (method?.by === 'measure') return new Map([['unit', method.unit]]);
  if (method?.by === 'checklist') return new Map(method.items.map(({ id, label }) => [`items.${id}`, label]));
  if (method?.by !== 'level') return new Map();
  return new Map(
    method.levels.flatMap(({ value, label, anchor }): [string, LocalizedText | null][] => [
      [`levels.${value}.label`, label],
      [`levels.${value}.anchor`, anchor],
    ]),
  );
}

/** One change a language in which the texts differ. */
export function diffText(text: string, before: LocalizedText | null, after: LocalizedText | null): TextChange[] {
  if (before === after) return [];
  const languages = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...languages].flatMap((language) => {
    const [from, to] = [before?.[language] ?? null, after?.[language] ?? null];
    return from === to ? [] : [{ change: 'reworded', text, language, from, to }];
  });
}
