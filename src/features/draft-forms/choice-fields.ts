import type { Choice, Field, FieldGroup, RowsField } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import type { FormWords } from './form-words.ts';

/** The variants and profiles of a file, by id. */
export interface ChoiceNamesOf {
  readonly variants: readonly Choice[];
  readonly profiles: readonly Choice[];
}

export function choiceNamesOf(own: unknown): ChoiceNamesOf {
  const named = (key: string): Choice[] => {
    const list = at(own, [key]);
    return (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
      const id = textOf(at(one, ['id']));
      return id ? [{ value: id, label: textOf(at(one, ['title'])) || id }] : [];
    });
  };
  return { variants: named('variants'), profiles: named('profiles') };
}

/**
 * Where a clause applies, and points that differ there: a field for each variant and each profile, and for those of the two
 * together that the clause has already. Nothing in a file that has neither.
 */
export function choiceGroup(words: FormWords, { variants, profiles }: ChoiceNamesOf, clause: unknown): FieldGroup[] {
  const single = [...variants, ...profiles];
  if (single.length === 0) return [];
  const said = at(clause, ['points_in']);
  const labelOf = (id: string) => single.find(({ value }) => value === id)?.label ?? id;
  const together = Object.keys(typeof said === 'object' && said !== null ? said : {})
    .filter((key) => !single.some(({ value }) => value === key))
    .map((key) => ({ value: key, label: key.split('+').map(labelOf).join(' · ') }));
  const points = [...single, ...together].map(
    ({ value, label }): Field => ({
      kind: 'number',
      name: `points_in.${value}`,
      label: words.t('draftForms.pointsIn', { name: label }),
    }),
  );
  return [
    {
      title: words.t('draftForms.groupChoices'),
      fields: [{ kind: 'flags', name: 'only_in', label: words.of('only_in').label, choices: single }, ...points],
    },
  ];
}

/** The variants and the profiles, one row each; for which kinds of assessment a profile is stays as the text says. */
export function choiceLists(words: FormWords): FieldGroup {
  return {
    title: words.t('draftForms.groupChoices'),
    fields: [choiceRows(words, 'variants'), choiceRows(words, 'profiles')],
  };
}

function choiceRows({ t, of }: FormWords, name: 'variants' | 'profiles'): RowsField {
  return {
    kind: 'rows',
    name,
    label: t(`sheets.sheet.${name}`),
    hint: t(`draftForms.${name}Hint`),
    columns: [
      { kind: 'line', name: 'id', stays: true, label: of('id').label },
      { kind: 'line', name: 'title', stays: true, label: of('title').label, other: 'title' },
      { kind: 'long', name: 'about', label: of('about').label, other: 'about' },
    ],
    otherRows: { path: [name], by: 'id' },
  };
}
