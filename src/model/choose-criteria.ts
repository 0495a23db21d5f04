import type { Clause, Condition, Criteria, Decimal } from './criteria.ts';
import type { CriteriaChoice } from './variants.ts';

/** Ids; null where nothing is chosen because the criteria have nothing to choose from. */
export interface Chosen {
  readonly variant: string | null;
  readonly profile: string | null;
}

/** Is that in what was chosen? Of the variants that it names one must be chosen, and of the profiles one; none named, all are meant. */
export function isIn(onlyIn: readonly string[] | undefined, chosen: Chosen, names: ChoiceNames): boolean {
  if (!onlyIn || onlyIn.length === 0) return true;
  const variants = onlyIn.filter((id) => names.variants.has(id));
  const profiles = onlyIn.filter((id) => names.profiles.has(id));
  const holds = (named: readonly string[], id: string | null) => named.length === 0 || (id !== null && named.includes(id));
  return holds(variants, chosen.variant) && holds(profiles, chosen.profile);
}

export interface ChoiceNames {
  readonly variants: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
}

/** The points there: what is said for variant and profile together, else for one of them, else for all. */
export function pointsFor(points: Decimal, pointsIn: Clause['pointsIn'], chosen: Chosen): Decimal {
  const [key] = pointsKeys(pointsIn, chosen);
  return (key === undefined ? undefined : pointsIn?.[key]) ?? points;
}

/** The keys of `pointsIn` that are about that choice, the one that counts first. */
export function pointsKeys(pointsIn: Clause['pointsIn'], chosen: Chosen): string[] {
  if (!pointsIn) return [];
  const { variant, profile } = chosen;
  return [choiceKey(chosen), variant, profile].flatMap((key) => (key !== null && Object.hasOwn(pointsIn, key) ? [key] : []));
}

/** `maker+short`, or the id of the one that there is to choose; empty when there is nothing. */
export function choiceKey({ variant, profile }: Chosen): string {
  return [variant, profile].flatMap((id) => id ?? []).join('+');
}

/** Every variant with every profile, in their order; one choice of nothing for criteria that have neither. */
export function choicesOf({
  variants = [],
  profiles = [],
}: {
  readonly variants?: readonly { readonly id: string }[] | undefined;
  readonly profiles?: readonly { readonly id: string }[] | undefined;
}): Chosen[] {
  const idsOf = (list: readonly { readonly id: string }[]) => (list.length === 0 ? [null] : list.map(({ id }) => id));
  return idsOf(variants).flatMap((variant) => idsOf(profiles).map((profile) => ({ variant, profile })));
}

/**
 * The criteria as they are for that variant and profile: only the clauses, points, conditions and parts that apply there,
 * and a note of the choice. Criteria without variants and profiles come back as they are. `source` is the content hash of
 * the whole version. Throws an Error when what is chosen is not one of the criteria's.
 */
export function criteriaFor(criteria: Criteria, chosen: Chosen, source: string | null = null): Criteria {
  const { variants, profiles, ...rest } = criteria;
  if (!variants && !profiles) return criteria;

  const names = choiceNames(criteria);
  const keep = <Some extends { readonly onlyIn?: readonly string[] }>(list: readonly Some[]): Omit<Some, 'onlyIn'>[] =>
    list.flatMap(({ onlyIn, ...one }) => (isIn(onlyIn, chosen, names) ? [one] : []));
  const conditions = (list: readonly Condition[]): Condition[] =>
    list.flatMap((condition) => (isIn(condition.onlyIn, chosen, names) ? [withoutPlace(condition)] : []));
  const clauses = chooseClauses(criteria.clauses, chosen, names);
  const choice: CriteriaChoice = {
    variant: chosenOf(variants, chosen.variant),
    profile: chosenOf(profiles, chosen.profile),
    source,
  };
  return {
    ...rest,
    clauses,
    grades: criteria.grades.map((grade) => ({ ...grade, requires: conditions(grade.requires) })),
    gates: keep(criteria.gates)
      .map((gate) => ({ ...gate, requires: conditions(gate.requires) }))
      .filter(({ requires }) => requires.length > 0),
    ...partsOf(criteria, clauses),
    choice,
  };
}

export function choiceNames({ variants = [], profiles = [] }: Pick<Criteria, 'variants' | 'profiles'>): ChoiceNames {
  return { variants: new Set(variants.map(({ id }) => id)), profiles: new Set(profiles.map(({ id }) => id)) };
}

/** Are these criteria still to be taken in one of their variants or profiles? */
export function hasChoice({ variants, profiles }: Pick<Criteria, 'variants' | 'profiles'>): boolean {
  return variants !== undefined || profiles !== undefined;
}

/** Is it one of the variants with one of the profiles? */
export function isChoice(criteria: Criteria, { variant, profile }: Chosen): boolean {
  return choicesOf(criteria).some((choice) => choice.variant === variant && choice.profile === profile);
}

function chosenOf<Some extends { readonly id: string }>(list: readonly Some[] | undefined, id: string | null): Some | null {
  if (!list) return null;
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is none of ${list.map((one) => one.id).join(', ')}.`);
  return found;
}

function chooseClauses(clauses: readonly Clause[], chosen: Chosen, names: ChoiceNames): Clause[] {
  return clauses.flatMap(({ onlyIn, pointsIn, ...clause }) =>
    isIn(onlyIn, chosen, names)
      ? [
          {
            ...clause,
            points: pointsFor(clause.points, pointsIn, chosen),
            clauses: chooseClauses(clause.clauses, chosen, names),
          },
        ]
      : [],
  );
}

function withoutPlace({ onlyIn: _, ...condition }: Condition): Condition {
  return condition;
}

/** A part of which no clause applies is left out with its weight. */
function partsOf({ parts }: Criteria, clauses: readonly Clause[]): Pick<Criteria, 'parts'> {
  if (!parts) return {};
  const there = new Set(clauses.map(({ id }) => id));
  const left = parts.map((part) => ({ ...part, clauses: part.clauses.filter((id) => there.has(id)) }));
  return { parts: left.filter((part) => part.clauses.length > 0) };
}
