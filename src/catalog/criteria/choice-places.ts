import { type ChoiceNames, type Chosen, choiceKey, choicesOf, isIn } from '../../model/choose-criteria.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';

/** One variant with one profile, and which clauses are in it. */
export interface ChoicePlace {
  readonly chosen: Chosen;
  /** As an author writes it, `maker+short`; empty when there is nothing to choose. */
  readonly name: string;
  readonly has: (clause: ClauseDraft) => boolean;
}

export interface ChoicePlaces {
  readonly names: ChoiceNames;
  /** null while variants or profiles could not be read: nothing may be concluded. */
  readonly all: readonly ChoicePlace[] | null;
}

export function choicePlacesOf({ head, variants, profiles, all }: CriteriaDraft): ChoicePlaces {
  const idsOf = (list: readonly { readonly form: { readonly id?: string | undefined } }[]) =>
    list.flatMap(({ form: { id } }) => (id === undefined ? [] : [{ id }]));
  const names: ChoiceNames = {
    variants: new Set(idsOf(variants).map(({ id }) => id)),
    profiles: new Set(idsOf(profiles).map(({ id }) => id)),
  };
  const isUnread =
    head.broken.has('variants') ||
    head.broken.has('profiles') ||
    (head.form.variants?.length ?? 0) > names.variants.size ||
    (head.form.profiles?.length ?? 0) > names.profiles.size;
  if (isUnread) return { names, all: null };

  const index = new Map(all.map((clause, place) => [clause, place]));
  const places = choicesOf({ variants: idsOf(variants), profiles: idsOf(profiles) }).map((chosen): ChoicePlace => {
    const there = new Uint8Array(all.length);
    all.forEach(({ form, parent }, place) => {
      const isBelow = parent === null || there[index.get(parent) ?? -1] === 1;
      if (isBelow && isIn(form.only_in, chosen, names)) there[place] = 1;
    });
    return { chosen, name: choiceKey(chosen), has: (clause) => there[index.get(clause) ?? -1] === 1 };
  });
  return { names, all: places };
}

const mostNamed = 4;

/** `maker+short, seller+short`, cut when there are many. */
export function namesOfPlaces(places: readonly ChoicePlace[]): string {
  const named = places.slice(0, mostNamed).map(({ name }) => name);
  return [...named, ...(places.length > mostNamed ? ['…'] : [])].join(', ');
}
