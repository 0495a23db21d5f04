import type { ClauseDraft } from '../../catalog/criteria/draft.ts';
import { nameOf } from './clause-addresses.ts';
import { at, textOf } from './field-values.ts';
import type { FormProblem } from './form-problems.ts';
import type { OpenDraft } from './form-target.ts';
import { type ListedKind, listedKinds } from './listed-entries.ts';
import { type PointsState, pointsState } from './points-left.ts';

/** The forms of a draft, in order. */
export interface FormNav {
  readonly head: readonly NavItem[];
  readonly variants: readonly NavItem[];
  readonly profiles: readonly NavItem[];
  readonly scales: readonly NavItem[];
  readonly clauses: readonly ClauseItem[];
  readonly parts: readonly NavItem[];
  readonly grades: readonly NavItem[];
  readonly gates: readonly NavItem[];
  readonly rest: readonly NavItem[];
}

export interface NavItem {
  readonly at: string;
  readonly name: string;
  readonly problems: number;
}

export interface ClauseItem extends NavItem {
  readonly number: string;
  readonly depth: number;
  readonly isInner: boolean;
  /** As stated; empty where nothing is. */
  readonly points: string;
  /** Where the points below must add up. */
  readonly sum: PointsState | null;
}

export function formNav(draft: OpenDraft, problems: readonly FormProblem[]): FormNav {
  const { words, own, check, places } = draft;
  const { t } = words;
  const counts = new Map<string, number>();
  for (const { at: place } of problems) if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
  const item = (place: string, name: string): NavItem => ({ at: place, name, problems: counts.get(place) ?? 0 });
  const scales = at(own, ['scales']);
  const listed = (kind: ListedKind) => {
    const { list, name } = listedKinds[kind];
    const entries = at(own, [list]);
    return (Array.isArray(entries) ? entries : []).map((entry: unknown, index) =>
      item(`${kind}:${index}`, textOf(at(entry, [name])) || textOf(at(entry, ['id'])) || t('drafts.untitled')),
    );
  };
  const clauseItem = (clause: ClauseDraft): ClauseItem => ({
    ...item(
      `clause:${places?.keyOf(clause) ?? ''}`,
      clause.form.title ?? (clause.form.number ? '' : nameOf(clause, t('drafts.untitled'))),
    ),
    number: clause.form.number ?? '',
    depth: depthOf(clause),
    isInner: clause.children.length > 0,
    points: clause.form.points ?? '',
    sum: pointsState(clause),
  });
  return {
    head: [item('head', t('draftForms.head'))],
    variants: listed('variant'),
    profiles: listed('profile'),
    scales: Object.keys(typeof scales === 'object' && scales !== null ? scales : {}).map((name) => item(`scale:${name}`, name)),
    clauses: (check.draft?.all ?? []).map(clauseItem),
    parts: listed('part'),
    grades: listed('grade'),
    gates: listed('gate'),
    rest: [
      item('adjustments', t('sheets.sheet.adjustments')),
      item('maturity', t('sheets.sheet.maturity')),
      item('certification', t('sheets.sheet.certification')),
    ],
  };
}

function depthOf({ parent }: ClauseDraft): number {
  let depth = 0;
  for (let above = parent; above; above = above.parent) depth += 1;
  return depth;
}
