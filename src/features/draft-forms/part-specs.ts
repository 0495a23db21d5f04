import { conditionRows } from './condition-rows.ts';
import type { Choice, Field, FieldGroup, RowsField } from './field-spec.ts';
import type { FormWords } from './form-words.ts';
import { levelRows } from './level-rows.ts';

/** What the criteria are: id, version, names, rounding. */
export function headGroups(words: FormWords): FieldGroup[] {
  const { t, of, choices } = words;
  return [
    {
      title: t('draftForms.groupNames'),
      fields: [
        { kind: 'line', name: 'id', stays: true, label: of('id').label, hint: t('sheets.aboutItem.id') },
        { kind: 'line', name: 'version', stays: true, label: of('version').label, hint: t('sheets.aboutItem.version') },
        { kind: 'line', name: 'title', stays: true, label: t('sheets.item.title'), other: ['title'] },
        { kind: 'long', name: 'about', label: of('about').label, hint: t('sheets.aboutItem.about'), other: ['about'] },
        { kind: 'lines', name: 'basis', label: of('basis').label, hint: t('draftForms.basisHint') },
      ],
    },
    {
      title: t('draftForms.groupScore'),
      fields: [
        { kind: 'number', name: 'full_marks', label: of('full_marks').label, hint: t('sheets.aboutItem.full_marks') },
        {
          kind: 'number',
          name: 'rounding.digits',
          label: of('rounding.digits').label,
          hint: t('sheets.aboutItem.rounding.digits'),
        },
        {
          kind: 'choice',
          name: 'rounding.mode',
          label: of('rounding.mode').label,
          choices: choices(['half-up', 'half-even', 'down']),
        },
        {
          kind: 'line',
          name: 'fail_label',
          label: of('fail_label').label,
          hint: t('sheets.aboutItem.fail_label'),
          other: ['fail_label'],
        },
      ],
    },
  ];
}

export function scaleGroups(words: FormWords, name: string): FieldGroup[] {
  const { t, of } = words;
  return [
    {
      title: t('draftForms.levels'),
      fields: [
        { kind: 'line', name: 'name', stays: true, label: of('scale').label, hint: t('draftForms.idFollows') },
        levelRows(words, 'levels', { path: ['scales', name], by: 'value' }),
      ],
    },
  ];
}

/** What conditions may name. */
export interface ConditionNames {
  readonly clauses: readonly Choice[];
  readonly grades: readonly Choice[];
  readonly parts: readonly Choice[];
}

export function gradeGroups(words: FormWords, id: string, names: ConditionNames): FieldGroup[] {
  const { t, of } = words;
  return [
    {
      title: t('draftForms.grade'),
      fields: [
        { kind: 'line', name: 'id', stays: true, label: of('id').label, hint: t('draftForms.idFollows') },
        { kind: 'line', name: 'label', stays: true, label: of('label').label, other: ['grades', id] },
        { kind: 'number', name: 'from', stays: true, ...of('from') },
      ],
    },
    { title: t('sheets.sheet.conditions'), fields: [conditionRows(words, names)] },
  ];
}

export function gateGroups(words: FormWords, id: string, names: ConditionNames): FieldGroup[] {
  const { t, of } = words;
  return [
    {
      title: t('draftForms.gate'),
      fields: [
        { kind: 'line', name: 'id', stays: true, ...of('id') },
        { kind: 'line', name: 'title', stays: true, label: of('title').label, other: ['gates', id] },
        { kind: 'choice', name: 'cap_at', label: of('cap_at').label, hint: t('draftForms.capHint'), choices: names.grades },
      ],
    },
    { title: t('sheets.sheet.conditions'), fields: [conditionRows(words, names)] },
  ];
}

export function adjustmentGroups(words: FormWords): FieldGroup[] {
  const { of, choices } = words;
  const word = (name: string) => choices([name])[0]?.label ?? name;
  const number = (name: string, key: string): Field => ({ kind: 'number', name, ...of(key) });
  return [
    {
      title: word('deduction'),
      fields: [
        number('deduction.points', 'adjustment_points'),
        number('deduction.fails_at', 'fails_at'),
        number('deduction.at_most', 'most_of_it'),
        groundRows(words, 'deduction.grounds'),
      ],
    },
    {
      title: word('bonus'),
      fields: [
        number('bonus.points', 'adjustment_points'),
        number('bonus.at_most', 'most_of_it'),
        groundRows(words, 'bonus.grounds'),
      ],
    },
  ];
}

function groundRows({ t, of }: FormWords, name: string): RowsField {
  return {
    kind: 'rows',
    name,
    label: t('sheets.sheet.grounds'),
    columns: [
      { kind: 'line', name: 'id', stays: true, label: of('id').label },
      { kind: 'line', name: 'label', stays: true, label: of('label').label, other: '' },
    ],
    otherRows: { path: ['grounds'], by: 'id' },
  };
}

export function maturityGroups({ t, of }: FormWords): FieldGroup[] {
  const levels = ['0', '1', '2', '3', '4'].map(
    (index): Field => ({
      kind: 'line',
      name: `levels.${index}`,
      label: t('draftForms.maturityLevel', { level: Number(index) + 1 }),
      other: ['maturity', index],
    }),
  );
  const reached: Field = {
    kind: 'number',
    name: 'reached_at',
    label: of('maturity.reached_at').label,
    hint: t('sheets.aboutItem.maturity.reached_at'),
  };
  return [{ title: t('sheets.sheet.maturity'), fields: [...levels, reached] }];
}
