import { type Chosen, isChoice } from '../../model/choose-criteria.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessmentKind } from '../../model/dossier.ts';
import type { ChoiceOptions } from '../criteria/choice-words.ts';
import type { UpgradeHead } from './map-page.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-upgrades/choose': ChoosePage;
  }
}

/** The newer version has variants or profiles, and nobody has said yet which of them it will be rated in. */
export interface ChoosePage extends UpgradeHead {
  readonly which: WhichView;
}

/** To what it is moved: version, variant and profile, as selects; a list of fewer than two versions is not shown. */
export interface WhichView {
  readonly versions: readonly string[];
  readonly variants: readonly { readonly value: string; readonly label: string }[];
  readonly profiles: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: Chosen;
}

/**
 * What was asked for, else what it is rated in now, as far as the newer version has that and it is for that kind of
 * assessment. `isWhole`: nothing is left to choose.
 */
export function chosenOf(
  criteria: Criteria,
  asked: Chosen,
  now: Criteria,
  kind: AssessmentKind,
): { readonly chosen: Chosen; readonly isWhole: boolean } {
  const { variants = [], profiles = [] } = criteria;
  const fitting = profiles.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  const idIn = (list: readonly { readonly id: string }[], id: string | null | undefined) =>
    list.find((one) => one.id === id)?.id ?? null;
  const chosen = {
    variant: idIn(variants, asked.variant) ?? idIn(variants, now.choice?.variant?.id),
    profile: idIn(fitting, asked.profile) ?? idIn(fitting, now.choice?.profile?.id),
  };
  return { chosen, isWhole: isChoice(criteria, chosen) };
}

export function whichView(
  options: ChoiceOptions | null,
  versions: readonly string[],
  chosen: Chosen,
  kind: AssessmentKind,
): WhichView {
  const { variants = [], profiles = [] } = options ?? {};
  const optionOf = ({ id, title }: { readonly id: string; readonly title: string }) => ({ value: id, label: title });
  return {
    versions,
    variants: variants.map(optionOf),
    profiles: profiles.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind)).map(optionOf),
    chosen,
  };
}
