import { auditMethods } from '../../model/criteria.ts';
import { assessmentKinds } from '../../model/dossier.ts';
import type { Choice, Field, FieldGroup } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import type { FormWords } from './form-words.ts';
import { listedKinds } from './listed-entries.ts';

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

/** A kind of enterprise, or an extent with the kinds of assessment that it is for. */
export function choiceGroups(words: FormWords, kind: 'variant' | 'profile', id: string): FieldGroup[] {
  const { t, of } = words;
  const { list } = listedKinds[kind];
  const kinds: Field = {
    kind: 'flags',
    name: 'kinds',
    label: of('kinds').label,
    hint: t('draftForms.kindsHint'),
    choices: assessmentKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
  };
  return [
    {
      title: t(`draftForms.${kind}`),
      fields: [
        { kind: 'line', name: 'id', stays: true, label: of('id').label, hint: t('draftForms.idFollows') },
        { kind: 'line', name: 'title', stays: true, label: of('title').label, other: [list, id, 'title'] },
        { kind: 'long', name: 'about', label: of('about').label, other: [list, id, 'about'] },
        ...(kind === 'profile' ? [kinds] : []),
      ],
    },
  ];
}

/** A part of the criteria that is assessed apart and weighted into the score. */
export function assessedPartGroups(words: FormWords, id: string, topClauses: readonly Choice[]): FieldGroup[] {
  const { t, of } = words;
  const methods = auditMethods.map((value) => ({ value, label: t(`auditMethod.${value}`) }));
  return [
    {
      title: t('draftForms.part'),
      fields: [
        { kind: 'line', name: 'id', stays: true, label: of('id').label, hint: t('draftForms.idFollows') },
        { kind: 'line', name: 'title', stays: true, label: of('title').label, other: ['parts', id] },
        { kind: 'number', name: 'weight', stays: true, label: of('weight').label, hint: t('draftForms.partWeightHint') },
        { kind: 'number', name: 'minimum_rate', ...of('minimum_rate') },
        {
          kind: 'flags',
          name: 'clauses',
          label: of('clauses').label,
          hint: t('draftForms.partClausesHint'),
          choices: topClauses,
        },
        { kind: 'flags', name: 'method', label: of('method').label, choices: methods },
      ],
    },
  ];
}
