import { message } from '../../i18n/translate.ts';
import { slugOf } from './clause-ids.ts';
import type { ImportNotes } from './import-report.ts';
import type { SammItem } from './samm-items.ts';
import type { SourceScale } from './source-tree.ts';
import { mapsOf, shareOf, signedOf, textOf } from './source-values.ts';

export interface AnswerSets {
  readonly scales: Readonly<Record<string, SourceScale>>;
  /** The name of the scale for an answer set; null when there is none that can be rated. */
  readonly nameOf: (id: string) => string | null;
}

/** Answer sets as named scales: each answer a level, its value the share of the points. */
export function readAnswerSets(items: readonly SammItem[], notes: ImportNotes): AnswerSets {
  const scales: Record<string, SourceScale> = {};
  const names = new Map<string, string>();
  for (const item of items.filter(({ kind }) => kind === 'AnswerSet')) {
    const id = textOf(item.map.id);
    const scale = readScale(item, notes);
    if (!scale) continue;
    const name = `answers-${slugOf(id).slice(0, 60) || names.size + 1}`;
    scales[name] = scale;
    names.set(id, name);
  }
  return { scales, nameOf: (id) => names.get(id) ?? null };
}

function readScale({ map, place }: SammItem, notes: ImportNotes): SourceScale | null {
  const answers = mapsOf(map.values).flatMap((answer) => {
    const value = signedOf(answer.value);
    if (value !== null) return [{ value, label: textOf(answer.text) || '—' }];
    notes.oddities.push({ place, text: message('imports.scoreNotNumber', { key: 'value', found: textOf(answer.value) || '—' }) });
    return [];
  });
  const sorted = [...answers].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0];
  if (low >= high) {
    notes.oddities.push({ place, text: message('imports.answersAlike') });
    return null;
  }
  if (low !== 0 || high !== 1)
    notes.oddities.push({ place, text: message('imports.answersNotFull', { low, high, from: 0, to: 1 }) });
  return sorted.map(({ value, label }, index) => ({
    value: String(index),
    share: shareOf(value - low, high - low),
    label,
    anchor: '',
    translated: null,
  }));
}
