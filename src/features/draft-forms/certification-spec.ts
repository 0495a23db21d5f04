import { checkStages, paperKinds } from '../../model/certification-rule.ts';
import { competenceGrades } from '../../model/competence.ts';
import type { Column, Field, FieldGroup } from './field-spec.ts';
import type { FormWords } from './form-words.ts';

const spans = [
  'surveillance_opens',
  'recertification_opens',
  'surveillance_notice',
  'expiry_notice',
  'suspension_notice',
] as const;

/** Certificate, deadlines, and how an audit is planned: sites, person-days, who may audit. */
export function certificationGroups(words: FormWords): FieldGroup[] {
  const { t, of } = words;
  return [
    {
      title: t('draftForms.certificate'),
      fields: [
        { kind: 'line', name: 'valid_for', label: of('valid_for').label, hint: t('sheets.aboutItem.valid_for') },
        {
          kind: 'line',
          name: 'surveillance_every',
          label: of('surveillance_every').label,
          hint: t('sheets.aboutItem.surveillance_every'),
        },
        ...spans.map(
          (name): Field => ({
            kind: 'line',
            name,
            label: t(`sheets.item.${name}`),
            hint: t(`sheets.aboutItem.${name}`),
          }),
        ),
        {
          kind: 'line',
          name: 'number',
          label: t('sheets.item.number'),
          hint: t('sheets.aboutItem.number', { pattern: 'ASM-{year}-{serial:5}' }),
        },
      ],
    },
    {
      title: t('sheets.sheet.deadlines'),
      fields: [
        {
          kind: 'rows',
          name: 'deadlines',
          label: t('sheets.sheet.deadlines'),
          hint: t('draftForms.deadlinesHint'),
          columns: [
            { kind: 'line', name: 'id', stays: true, label: of('id').label },
            { kind: 'line', name: 'title', stays: true, label: of('title').label, other: 'title' },
            { kind: 'line', name: 'within', stays: true, label: of('within').label },
            { kind: 'line', name: 'after', stays: true, label: of('after').label, other: 'after' },
          ],
          otherRows: { path: ['deadlines'], by: 'id' },
        },
      ],
    },
    ...checklistGroups(words),
    ...planningGroups(words),
  ];
}

function checklistGroups({ t, of, choices }: FormWords): FieldGroup[] {
  const common: readonly Column[] = [
    { kind: 'line', name: 'id', stays: true, label: of('id').label },
    { kind: 'line', name: 'title', stays: true, label: of('title').label, other: '' },
    { kind: 'flag', name: 'required', label: of('required').label },
  ];
  const rows = (name: 'documents' | 'checks', further: Column): FieldGroup => ({
    title: t(`sheets.sheet.${name}`),
    fields: [
      {
        kind: 'rows',
        name,
        label: t(`sheets.sheet.${name}`),
        hint: t(`draftForms.${name}Hint`),
        columns: [...common, further],
        otherRows: { path: [name], by: 'id' },
      },
    ],
  });
  return [
    rows('documents', { kind: 'choice', name: 'kind', label: t('draftForms.paperKind'), choices: choices(paperKinds) }),
    rows('checks', { kind: 'choice', name: 'stage', stays: true, label: of('stage').label, choices: choices(checkStages) }),
  ];
}

function planningGroups({ t, of }: FormWords): FieldGroup[] {
  const number = (name: PlanningKey): Field => ({
    kind: 'number',
    name,
    label: t(`sheets.item.${name}`),
    hint: t(`sheets.aboutItem.${name}`),
  });
  const grades = competenceGrades.map((value) => ({ value, label: t(`grade.${value}`) }));
  const grade = (name: 'competence.leader' | 'competence.auditor'): Field => ({
    kind: 'choice',
    name,
    label: t(`sheets.item.${name}`),
    choices: grades,
  });
  const bands: Field = {
    kind: 'rows',
    name: 'person_days.bands',
    label: t('draftForms.personDayBands'),
    hint: t('draftForms.personDayBandsHint'),
    columns: [
      { kind: 'number', name: 'headcount', stays: true, label: of('headcount').label },
      { kind: 'number', name: 'days', stays: true, label: of('days').label },
    ],
  };
  const unsuited: Field = {
    kind: 'flag',
    name: 'sampling.suited',
    tick: false,
    label: t('draftForms.samplingUnsuited'),
  };
  return [
    { title: t('draftForms.sampling'), fields: [...samplingKeys.map(number), unsuited] },
    { title: t('sheets.sheet.person_days'), fields: [number('person_days.site_at_least'), bands] },
    { title: t('draftForms.competence'), fields: [grade('competence.leader'), grade('competence.auditor')] },
  ];
}

const samplingKeys = ['sampling.initial', 'sampling.surveillance', 'sampling.recertification', 'sampling.random'] as const;
type PlanningKey = (typeof samplingKeys)[number] | 'person_days.site_at_least';
