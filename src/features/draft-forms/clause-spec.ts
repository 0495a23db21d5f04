import { auditMethods, evidenceKinds } from '../../model/criteria.ts';
import { siteRollUps } from '../../model/site-ratings.ts';
import { type ChoiceNamesOf, choiceGroup } from './choice-fields.ts';
import type { Field, FieldGroup } from './field-spec.ts';
import type { FormWords } from './form-words.ts';
import { levelRows } from './level-rows.ts';

/** What the form of a clause depends on. */
export interface ClauseSetting {
  /** It has clauses below. */
  readonly isInner: boolean;
  /** It is rated, by itself or for those below; or says already how. */
  readonly isRated: boolean;
  /** It stands below a clause that is rated itself. */
  readonly isExplaining: boolean;
  readonly hasWeight: boolean;
  readonly hasMaturity: boolean;
  readonly scales: readonly string[];
  /** Variants and profiles of the file, and what the clause says of them. */
  readonly choices: ChoiceNamesOf;
  readonly own: unknown;
}

/** The fields of a clause, group by group. A further key of the format becomes a further field here. */
export function clauseGroups(words: FormWords, setting: ClauseSetting): FieldGroup[] {
  const groups: FieldGroup[] = [textGroup(words)];
  if (!setting.isExplaining) groups.push(pointsGroup(words, setting));
  if (!setting.isExplaining) groups.push(...choiceGroup(words, setting.choices, setting.own));
  if (setting.isRated) groups.push(methodGroup(words), ...methodGroups(words, setting), ruleGroup(words, setting));
  groups.push(auditGroup(words));
  return groups;
}

function textGroup(words: FormWords): FieldGroup {
  return {
    title: words.t('draftForms.groupTexts'),
    fields: [
      { kind: 'line', name: 'id', stays: true, ...words.of('id') },
      { kind: 'line', name: 'number', ...words.of('number') },
      { kind: 'line', name: 'title', label: words.of('title').label, other: ['title'] },
      { kind: 'long', name: 'requirement', label: words.of('requirement').label, other: ['requirement'] },
      { kind: 'long', name: 'guidance', label: words.of('guidance').label, other: ['guidance'] },
    ],
  };
}

function pointsGroup(words: FormWords, { isInner, hasWeight }: ClauseSetting): FieldGroup {
  const fields: Field[] = [{ kind: 'number', name: 'points', ...words.of('points') }];
  if (hasWeight) fields.push({ kind: 'number', name: 'weight', ...words.of('weight') });
  if (isInner) {
    const ways = words.choices(['sum', 'weighted-mean', 'minimum', 'maximum', 'own']);
    fields.push({ kind: 'choice', name: 'aggregate', label: words.of('aggregate').label, choices: ways });
  }
  return { title: words.t('draftForms.groupPoints'), fields };
}

function methodGroup(words: FormWords): FieldGroup {
  const choices = words.choices(['met', 'sample', 'level', 'points', 'measure', 'checklist']);
  return {
    title: words.t('draftForms.groupMethod'),
    fields: [{ kind: 'choice', name: 'rate_by', label: words.of('rate_by').label, choices, open: true }],
  };
}

function methodGroups(words: FormWords, { scales }: ClauseSetting): FieldGroup[] {
  const word = (name: string) => words.choices([name])[0]?.label ?? name;
  const named = scales.map((name) => ({ value: name, label: name }));
  const scaleHint = words.t('draftForms.scaleHint');
  return [
    {
      title: word('sample'),
      only: 'sample',
      fields: [{ kind: 'number', name: 'sample.at_least', ...words.of('sample_at_least') }],
    },
    {
      title: word('level'),
      only: 'level',
      fields: [
        { kind: 'choice', name: 'scaleName', label: words.of('scale').label, hint: scaleHint, choices: named },
        levelRows(words, 'scale.levels', { path: ['levels'], by: 'value' }),
      ],
    },
    { title: word('points'), only: 'points', fields: [{ kind: 'number', name: 'step', ...words.of('step') }] },
    { title: word('measure'), only: 'measure', fields: measureFields(words) },
    { title: word('checklist'), only: 'checklist', fields: checklistFields(words) },
  ];
}

function measureFields(words: FormWords): Field[] {
  return [
    { kind: 'line', name: 'measure.unit', stays: true, ...words.of('unit'), other: ['unit'] },
    {
      kind: 'choice',
      name: 'measure.better',
      stays: true,
      label: words.of('better').label,
      choices: words.choices(['higher', 'lower']),
    },
    { kind: 'choice', name: 'measure.between', ...words.of('between'), choices: words.choices(['steps', 'lines']) },
    {
      kind: 'rows',
      name: 'measure.bands',
      label: words.t('draftForms.bands'),
      hint: words.t('draftForms.bandsHint'),
      columns: [
        { kind: 'number', name: 'at', stays: true, label: words.of('at').label },
        { kind: 'number', name: 'share', stays: true, label: words.of('share').label },
      ],
    },
    { kind: 'number', name: 'measure.from', ...words.of('measure_from') },
    { kind: 'number', name: 'measure.to', ...words.of('measure_to') },
  ];
}

function checklistFields(words: FormWords): Field[] {
  const needs = words.choices(['all', 'any', 'count', 'weighted']);
  return [
    { kind: 'choice', name: 'checklist.need', stays: true, label: words.of('need').label, choices: needs },
    { kind: 'number', name: 'checklist.full_at', ...words.of('full_at') },
    {
      kind: 'rows',
      name: 'checklist.items',
      label: words.t('draftForms.items'),
      hint: words.t('draftForms.itemsHint'),
      columns: [
        { kind: 'line', name: 'id', stays: true, label: words.of('id').label },
        { kind: 'line', name: 'label', stays: true, label: words.of('label').label, other: '' },
        { kind: 'number', name: 'weight', label: words.of('weight').label },
      ],
      otherRows: { path: ['items'], by: 'id' },
    },
  ];
}

function ruleGroup(words: FormWords, { hasMaturity }: ClauseSetting): FieldGroup {
  const rules = words.choices(['forbidden', 'allowed', 'with-reason']);
  const fields: Field[] = [{ kind: 'choice', name: 'not_applicable', ...words.of('not_applicable'), choices: rules }];
  fields.push({ kind: 'choice', name: 'at_sites', ...words.of('at_sites'), choices: words.choices(['once', ...siteRollUps]) });
  if (hasMaturity) {
    const levels = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
    fields.push({ kind: 'choice', name: 'maturity', ...words.of('maturity'), choices: levels });
  }
  return { title: words.t('draftForms.groupRules'), fields };
}

function auditGroup(words: FormWords): FieldGroup {
  return {
    title: words.t('draftForms.groupAudit'),
    fields: [
      { kind: 'flags', name: 'method', label: words.of('method').label, choices: words.choices(auditMethods) },
      {
        kind: 'rows',
        name: 'evidence',
        label: words.t('draftForms.evidence'),
        hint: words.t('draftForms.evidenceHint'),
        columns: [
          { kind: 'choice', name: 'kind', stays: true, label: words.of('kind').label, choices: words.choices(evidenceKinds) },
          { kind: 'line', name: 'title', stays: true, label: words.of('title').label, other: '' },
          { kind: 'flag', name: 'required', label: words.of('required').label },
        ],
        otherRows: { path: ['evidence'], by: null },
      },
    ],
  };
}
