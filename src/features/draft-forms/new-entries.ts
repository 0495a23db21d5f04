import { freshName } from '../../catalog/edit/clause-names.ts';
import { addEntry, changePart } from '../../catalog/edit/part-deeds.ts';
import type { WantedMap } from '../../catalog/edit/write-node.ts';
import { PlainNumber } from '../../catalog/source/plain-number.ts';
import type { DraftTexts } from '../criteria-drafts/draft-texts.ts';
import { at, textOf } from './field-values.ts';
import type { OpenDraft } from './form-target.ts';
import { type ListedKind, listedKinds } from './listed-entries.ts';

export const entryKinds = ['scale', 'variant', 'profile', 'part', 'grade', 'gate'] as const satisfies readonly (
  | 'scale'
  | ListedKind
)[];
export type EntryKind = (typeof entryKinds)[number];

/** The texts with one more entry, and the address of its form. */
export interface Added {
  readonly texts: DraftTexts;
  readonly at: string;
}

/** A new scale, or one more entry of a list. */
export function withNewEntry(texts: DraftTexts, draft: OpenDraft, kind: EntryKind): Added {
  if (kind === 'scale') return withNewScale(texts, draft);
  const { list } = listedKinds[kind];
  const found = at(draft.own, [list]);
  const entries: readonly unknown[] = Array.isArray(found) ? found : [];
  const id = freshName(`new-${kind}`, new Set(entries.map((entry) => textOf(at(entry, ['id'])) ?? '')));
  return { texts: addEntry(texts, list, firstOf(kind, id, draft, entries)), at: `${kind}:${entries.length}` };
}

function firstOf(kind: ListedKind, id: string, draft: OpenDraft, entries: readonly unknown[]): WantedMap {
  const say = (english: string, chinese: string) => (draft.ownLanguage === 'en' ? english : chinese);
  switch (kind) {
    case 'variant':
      return { id, title: say('New kind of enterprise', '新企业类型') };
    case 'profile':
      return { id, title: say('New profile', '新评价方案') };
    case 'part':
      return { id, title: say('New part', '新组成部分'), weight: new PlainNumber('1'), clauses: freeClauses(draft, entries) };
    case 'grade':
      return { id, label: say('New grade', '新等级'), from: new PlainNumber(freeBound(entries)) };
    case 'gate':
      return { id, title: say('New gate', '新限制'), requires: [firstCondition(draft)] };
  }
}

/** The top-level clauses that no part has yet. */
function freeClauses({ check }: OpenDraft, parts: readonly unknown[]): string[] {
  const taken = new Set(
    parts.flatMap((part) => {
      const clauses = at(part, ['clauses']);
      return Array.isArray(clauses) ? clauses.map((id: unknown) => textOf(id) ?? '') : [];
    }),
  );
  return (check.draft?.clauses ?? []).flatMap(({ form }) => (form.id && !taken.has(form.id) ? [form.id] : []));
}

function withNewScale(texts: DraftTexts, draft: OpenDraft): Added {
  const scales = at(draft.own, ['scales']);
  const name = freshName('new-scale', new Set(Object.keys(typeof scales === 'object' && scales !== null ? scales : {})));
  const level = (value: string, share: string, label: string) => ({
    value: new PlainNumber(value),
    share: new PlainNumber(share),
    label,
  });
  const levels =
    draft.ownLanguage === 'en'
      ? [level('0', '0', 'Not done'), level('1', '0.5', 'Partly done'), level('2', '1', 'Fully done')]
      : [level('0', '0', '未做到'), level('1', '0.5', '部分做到'), level('2', '1', '完全做到')];
  return { texts: changePart(texts, [], { scales: { [name]: { levels } } }, {}), at: `scale:${name}` };
}

/** A bound that no grade has yet. */
function freeBound(grades: readonly unknown[]): string {
  const taken = new Set(grades.map((grade) => textOf(at(grade, ['from']))));
  return ['60', '70', '80', '90', '95', '50', '40'].find((bound) => !taken.has(bound)) ?? '0';
}

function firstCondition({ check }: OpenDraft): WantedMap {
  const id = check.draft?.clauses[0]?.form.id ?? '';
  return { clause: id, rate_at_least: new PlainNumber('0.6') };
}
