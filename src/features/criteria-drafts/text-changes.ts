import { languages } from '../../i18n/language.ts';
import { type DraftTexts, overlayField, tidyTexts } from './draft-texts.ts';

/** What one save changed in one text: at that offset the one words became the other. */
export interface TextChange {
  readonly field: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** What became of the texts; empty when they are the same. */
export function changesBetween(before: DraftTexts, after: DraftTexts): TextChange[] {
  const [old, now] = [byField(before), byField(after)];
  return [...old].flatMap(([field, text]) => changeOf(field, text, now.get(field) ?? ''));
}

/** The texts as they were before the changes. */
export function withoutChanges(texts: DraftTexts, changes: readonly TextChange[]): DraftTexts {
  return withChanges(
    texts,
    changes.map((change) => ({ ...change, before: change.after, after: change.before })),
  );
}

/** The texts with the changes. Throws when these are not the texts that were changed. */
export function withChanges(texts: DraftTexts, changes: readonly TextChange[]): DraftTexts {
  const fields = byField(texts);
  for (const { field, at, before, after } of changes) {
    const text = fields.get(field) ?? '';
    if (text.slice(at, at + before.length) !== before) throw new Error(`The step does not fit the text "${field}".`);
    fields.set(field, text.slice(0, at) + after + text.slice(at + before.length));
  }
  const overlays = languages.map((language) => [language, fields.get(overlayField(language)) ?? '']);
  return tidyTexts({ source: fields.get('source') ?? '', overlays: Object.fromEntries(overlays) });
}

function byField({ source, overlays }: DraftTexts): Map<string, string> {
  const others = languages.map((language): [string, string] => [overlayField(language), overlays[language] ?? '']);
  return new Map([['source', source], ...others]);
}

function changeOf(field: string, before: string, after: string): TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [{ field, at: start, before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) }];
}
