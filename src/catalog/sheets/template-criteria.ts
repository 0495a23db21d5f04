import { type Language, languages } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { ClauseFileForm, CriteriaFileForm, OverlayFileForm } from './file-form.ts';

/** A small example in order, written in the language and translated into the others: what an author starts from. */
export function templateCriteria(language: Language): { form: CriteriaFileForm; overlays: OverlayFileForm[] } {
  const others = languages.filter((other) => other !== language);
  return { form: sampleForm(language), overlays: others.map(sampleOverlay) };
}

function sampleForm(language: Language): CriteriaFileForm {
  const t = translator(language);
  return {
    format: 1,
    id: 'sample',
    version: '1.0.0',
    language,
    title: t('sheets.sample.title'),
    about: t('sheets.sample.about'),
    basis: [t('sheets.sample.basis')],
    scales: {
      'three-levels': {
        levels: [
          { value: 0, share: '0', label: t('sheets.sample.none') },
          { value: 1, share: '0.5', label: t('sheets.sample.some') },
          { value: 2, share: '1', label: t('sheets.sample.whole') },
        ],
      },
    },
    clauses: [
      {
        id: 'service',
        number: '1',
        title: t('sheets.sample.section'),
        points: '100',
        aggregate: 'sum',
        clauses: sampleClauses(t),
      },
    ],
    grades: [
      {
        id: 'star',
        label: t('sheets.sample.star'),
        from: '95',
        requires: [{ clause: 'complaint-handling', rate_at_least: '0.5' }],
      },
      { id: 'pass', label: t('sheets.sample.pass'), from: '70' },
    ],
  };
}

function sampleClauses(t: Translate): ClauseFileForm[] {
  return [
    {
      id: 'repair-records',
      number: '1.1',
      title: t('sheets.sample.records'),
      requirement: t('sheets.sample.recordsAsked'),
      guidance: t('sheets.sample.recordsGuide'),
      points: '40',
      rate_by: 'sample',
      sample: { at_least: 5 },
      not_applicable: 'with-reason',
      method: ['document-review', 'sampling'],
      evidence: [{ kind: 'record', title: t('sheets.sample.slip'), required: true }],
    },
    {
      id: 'complaint-handling',
      number: '1.2',
      title: t('sheets.sample.complaints'),
      requirement: t('sheets.sample.complaintsAsked'),
      points: '30',
      rate_by: 'level',
      scale: 'three-levels',
    },
    {
      id: 'visits-on-time',
      number: '1.3',
      title: t('sheets.sample.response'),
      requirement: t('sheets.sample.responseAsked'),
      points: '30',
      rate_by: 'measure',
      measure: {
        unit: '%',
        better: 'higher',
        bands: [
          { at: '95', share: '1' },
          { at: '90', share: '0.8' },
        ],
        from: '0',
        to: '100',
      },
    },
  ];
}

function sampleOverlay(language: Language): OverlayFileForm {
  const t = translator(language);
  return {
    format: 1,
    criteria: 'sample',
    version: '1.0.0',
    language,
    title: t('sheets.sample.title'),
    about: t('sheets.sample.about'),
    scales: {
      'three-levels': {
        0: { label: t('sheets.sample.none') },
        1: { label: t('sheets.sample.some') },
        2: { label: t('sheets.sample.whole') },
      },
    },
    clauses: {
      service: { title: t('sheets.sample.section') },
      'repair-records': {
        title: t('sheets.sample.records'),
        requirement: t('sheets.sample.recordsAsked'),
        guidance: t('sheets.sample.recordsGuide'),
        evidence: [t('sheets.sample.slip')],
      },
      'complaint-handling': { title: t('sheets.sample.complaints'), requirement: t('sheets.sample.complaintsAsked') },
      'visits-on-time': { title: t('sheets.sample.response'), requirement: t('sheets.sample.responseAsked'), unit: '%' },
    },
    grades: { star: t('sheets.sample.star'), pass: t('sheets.sample.pass') },
  };
}
