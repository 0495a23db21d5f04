import { z } from 'zod';
import { entryFor } from '../../catalog/criteria/entry-for.ts';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import { type Chosen, choicesOf, hasChoice, isChoice } from '../../model/choose-criteria.ts';
import { type ChoiceOptions, choiceLine, choiceOptions } from './choice-words.ts';

/** Which variant and profile of criteria are looked at. */
export const choiceQuery = z.object({
  variant: z.string().max(80).nullable().catch(null),
  profile: z.string().max(80).nullable().catch(null),
});

/** Criteria as they are looked at: as a whole, or in one variant and profile. */
export interface ChoiceView {
  readonly options: ChoiceOptions;
  readonly chosen: Chosen | null;
  /** `制造商 · 完整审核`; empty for the whole. */
  readonly line: string;
  /** `?variant=maker&profile=short`; empty for the whole. */
  readonly query: string;
}

/** The version in the variant and profile asked for; the whole where these are none of it. */
export function viewedEntry<Entry extends CatalogEntry>(entry: Entry, asked: Chosen): Entry {
  if (!hasChoice(entry.criteria) || !isChoice(entry.criteria, asked)) return entry;
  return { ...entry, ...entryFor(entry, asked) };
}

/** The same, but the first variant with the first profile where none is asked for: what is rated is never the whole. */
export function ratedEntry<Entry extends CatalogEntry>(entry: Entry, asked: Chosen): Entry {
  const [first = asked] = choicesOf(entry.criteria);
  return viewedEntry(entry, isChoice(entry.criteria, asked) ? asked : first);
}

/** null for criteria that have nothing to choose. `viewed` is what `viewedEntry` gave. */
export function choiceView(whole: CatalogEntry, viewed: CatalogEntry, language: Language): ChoiceView | null {
  const options = choiceOptions(whole.criteria, language);
  if (!options) return null;
  const { choice } = viewed.criteria;
  const chosen = choice ? { variant: choice.variant?.id ?? null, profile: choice.profile?.id ?? null } : null;
  return { options, chosen, line: choiceLine(viewed.criteria, language), query: chosen ? queryOf(chosen) : '' };
}

export function queryOf({ variant, profile }: Chosen): string {
  const parts = Object.entries({ variant, profile }).flatMap(([key, id]) => (id ? [`${key}=${id}`] : []));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
