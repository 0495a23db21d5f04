import type { Language } from '../../i18n/language.ts';
import { type Chosen, criteriaFor } from '../../model/choose-criteria.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessmentKind } from '../../model/dossier.ts';
import type { Variant } from '../../model/variants.ts';

/** What there is to choose from, in the reader's language; a list is empty where the criteria have none. */
export interface ChoiceOptions {
  readonly variants: readonly ChoiceOption[];
  readonly profiles: readonly (ChoiceOption & { readonly kinds: readonly AssessmentKind[] })[];
  /** How many clauses are rated in each variant with each profile. */
  readonly counts: readonly ChoiceCount[];
}

export interface ChoiceOption {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

export interface ChoiceCount {
  readonly variant: string | null;
  readonly profile: string | null;
  readonly rated: number;
}

/** The variant and profile of criteria that were taken in one of each. */
export interface ChoiceWords {
  readonly variant: string | null;
  readonly profile: string | null;
  /** Content hash of the whole version. */
  readonly source: string | null;
}

/** null where the criteria have nothing to choose. */
export function choiceOptions(criteria: Criteria, language: Language): ChoiceOptions | null {
  const { variants = [], profiles = [] } = criteria;
  if (variants.length + profiles.length === 0) return null;
  const optionOf = ({ id, title, about }: Variant) => ({
    id,
    title: textIn(title, language, criteria.language),
    about: textIn(about, language, criteria.language),
  });
  const each = <One>(list: readonly One[]): (One | null)[] => (list.length === 0 ? [null] : [...list]);
  return {
    variants: variants.map(optionOf),
    profiles: profiles.map((profile) => ({ ...optionOf(profile), kinds: profile.kinds })),
    counts: each(variants).flatMap((variant) =>
      each(profiles).map((profile) => countOf(criteria, { variant: variant?.id ?? null, profile: profile?.id ?? null })),
    ),
  };
}

function countOf(criteria: Criteria, chosen: Chosen): ChoiceCount {
  return { ...chosen, rated: ratedClauses(criteriaFor(criteria, chosen)).length };
}

export function choiceWords({ choice, language: own }: Criteria, language: Language): ChoiceWords | null {
  if (!choice) return null;
  const titleOf = (one: Variant | null) => one && textIn(one.title, language, own);
  return { variant: titleOf(choice.variant), profile: titleOf(choice.profile), source: choice.source };
}

/** `制造商 · 完整审核`; empty where nothing was chosen. */
export function choiceLine(criteria: Criteria, language: Language): string {
  const words = choiceWords(criteria, language);
  return [words?.variant, words?.profile].filter(Boolean).join(' · ');
}
