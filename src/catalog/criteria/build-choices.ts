import type { Criteria } from '../../model/criteria.ts';
import type { Variant } from '../../model/variants.ts';
import type { VariantForm } from '../forms/variant-forms.ts';
import type { CriteriaDraft } from './draft.ts';
import type { Localizer } from './localizer.ts';

/** Variants, profiles and parts; each is absent where the file has none, so that the content hash of others stays. */
export function buildChoices(draft: CriteriaDraft, localizer: Localizer): Pick<Criteria, 'variants' | 'profiles' | 'parts'> {
  const variants = draft.variants.flatMap(({ complete }) => complete ?? []);
  const profiles = draft.profiles.flatMap(({ complete }) => complete ?? []);
  const parts = draft.parts.flatMap(({ complete }) => complete ?? []);
  return {
    ...(variants.length > 0 && { variants: variants.map((variant) => buildVariant(variant, 'variants', localizer)) }),
    ...(profiles.length > 0 && {
      profiles: profiles.map((profile) => ({ ...buildVariant(profile, 'profiles', localizer), kinds: profile.kinds ?? [] })),
    }),
    ...(parts.length > 0 && {
      parts: parts.map(({ id, title, weight, clauses, method, minimum_rate: minimumRate }) => ({
        id,
        title: localizer.text(`parts.${id}`, title, ({ head }) => head.parts?.[id]),
        weight,
        clauses,
        auditMethods: method ?? [],
        minimumRate: minimumRate ?? null,
      })),
    }),
  };
}

function buildVariant({ id, title, about }: VariantForm, list: 'variants' | 'profiles', localizer: Localizer): Variant {
  return {
    id,
    title: localizer.text(`${list}.${id}.title`, title, ({ head }) => head[list]?.[id]?.title),
    about: localizer.optional(`${list}.${id}.about`, about, ({ head }) => head[list]?.[id]?.about),
  };
}
