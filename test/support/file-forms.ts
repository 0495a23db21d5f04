import fc from 'fast-check';
import { readCriteriaDraft } from '../../src/catalog/criteria/parse-criteria.ts';
import { normaliseDecimal } from '../../src/catalog/forms/scalars.ts';
import {
  type ClauseFileForm,
  type CriteriaFileForm,
  criteriaFormOf,
  type OverlayFileForm,
  overlayFormOf,
} from '../../src/catalog/sheets/file-form.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';
import type { Clause, Criteria, LocalizedText, RatingMethod } from '../../src/model/criteria.ts';
import { anyCriteria } from './random-criteria.ts';

export interface Forms {
  readonly form: CriteriaFileForm;
  readonly overlays: readonly OverlayFileForm[];
}

/** The forms of texts that are in order; throws with the problems of others. */
export function formsOf(text: string, ...overlayTexts: readonly string[]): Forms {
  const named = overlayTexts.map((overlay) => ({ name: 'overlay.yaml', text: overlay, language: null }));
  const { draft, overlays, problems } = readCriteriaDraft('criteria.yaml', text, named);
  if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
  const form = draft && criteriaFormOf(draft);
  if (!form) throw new Error('The form is not complete.');
  return { form, overlays: overlays.flatMap((overlay) => overlayFormOf(overlay) ?? []) };
}

/** Text that is awkward in YAML and in cells, without what both refuse. */
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      '中',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '#',
      ': ',
      '"',
      "'",
      '\\',
      '{',
      ']',
      ',',
      '|',
      '=',
      '+1',
      '５',
      '（',
      '…',
      '\t',
      '<b>',
      '&amp;',
      '_x0041_',
      '0',
      '.5',
      '😀',
      '@',
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

/** The form of random criteria: texts are made awkward, some clauses get guidance and evidence, all of it is translated in part. */
export const anyFileForm: fc.Arbitrary<Forms> = fc
  .record({ criteria: anyCriteria, texts: fc.array(awkward, { minLength: 8, maxLength: 8 }), english: fc.boolean() })
  .map(({ criteria, texts, english }) => {
    const pick = (index: number) => texts[index % texts.length] ?? 'x';
    const form = toForm(criteria, pick);
    return { form, overlays: english ? [toOverlay(form, pick)] : [] };
  });

const own = (text: LocalizedText) => text['zh-CN'] ?? '';

function toForm(criteria: Criteria, pick: (index: number) => string): CriteriaFileForm {
  return {
    format: 1,
    id: criteria.id,
    version: criteria.version,
    language: 'zh-CN',
    title: pick(0),
    about: pick(1),
    basis: [pick(2), pick(3)],
    rounding: { mode: 'half-even' },
    clauses: criteria.clauses.map((clause, index) => toClause(clause, pick, index, 'sum')),
    grades: [
      {
        id: 'good',
        label: pick(4),
        from: '60.5',
        requires: [{ deductions_fewer_than: 2 }, { must_pass: ['c1'] }, { held_grade: 'good', for: { value: 2, unit: 'years' } }],
      },
    ],
    gates: [
      {
        id: 'gate',
        title: pick(5),
        requires: [{ clause: 'c1', rate_at_least: '0.25' }, { open_findings: 'minor', at_most: 3 }, { maturity_at_least: 2 }],
        cap_at: 'good',
      },
    ],
    adjustments: {
      deduction: { points: '1.5', fails_at: 3, grounds: [{ id: 'law', label: pick(6) }] },
      bonus: { points: '1', at_most: 1 },
    },
    maturity: { levels: [pick(1), pick(2), pick(3), pick(4), pick(5)], reached_at: '0.85' },
    certification: {
      valid_for: { value: 3, unit: 'years' },
      number: 'N-{serial}',
      surveillance_opens: { value: 3, unit: 'months' },
      surveillance_notice: { value: 45, unit: 'days' },
      suspension_notice: { value: 10, unit: 'working days' },
      documents: [
        { id: 'licence', title: pick(1), required: true },
        { id: 'report', title: pick(2), kind: 'recertification', required: false },
      ],
      checks: [
        { id: 'scope', stage: 'application', title: pick(3), required: true },
        { id: 'grade', stage: 'decision', title: pick(4) },
      ],
      deadlines: [{ id: 'report', title: pick(7), within: { value: 30, unit: 'working days' }, after: pick(0) }],
    },
  };
}

function toClause(clause: Clause, pick: (index: number) => string, index: number, under: string): ClauseFileForm {
  const { id, aggregate, clauses, method, maturity } = clause;
  return {
    id,
    ...(index % 2 === 0 && { number: `§${id}` }),
    title: pick(index),
    ...(index % 3 === 0 && { requirement: pick(index + 1), guidance: pick(index + 2) }),
    ...((under === 'sum' || index % 2 === 0) && { points: normaliseDecimal(clause.points) }),
    ...(under === 'weighted-mean' && { weight: clause.weight }),
    ...(aggregate && { aggregate, clauses: clauses.map((child, at) => toClause(child, pick, index + at + 1, aggregate)) }),
    ...(method && {
      ...toMethod(method, under === 'sum' || index % 2 === 0),
      not_applicable: 'with-reason' as const,
      ...(maturity !== null && { maturity }),
    }),
    ...(index % 2 === 1 && {
      method: ['on-site' as const, 'test' as const],
      evidence: [
        { kind: 'photo' as const, title: pick(index + 3), ...(method && { required: index % 4 === 1 }) },
        { kind: 'data' as const, title: pick(index) },
      ],
    }),
  };
}

function toMethod(method: RatingMethod, hasPoints: boolean): Partial<ClauseFileForm> {
  if (method.by === 'sample') return { rate_by: 'sample', sample: { at_least: method.atLeast } };
  if (method.by === 'points') return { rate_by: 'points', step: hasPoints ? method.step : '1' };
  if (method.by === 'level')
    return {
      rate_by: 'level',
      scale: {
        levels: method.levels.map(({ value, share, label }) => ({
          value,
          share,
          label: own(label),
          ...(value === 1 && { anchor: 'x' }),
        })),
      },
    };
  if (method.by === 'measure')
    return {
      rate_by: 'measure',
      measure: {
        unit: own(method.unit),
        better: method.better,
        ...(method.between === 'lines' && { between: method.between }),
        bands: [...method.bands],
        ...(method.from !== null && { from: method.from }),
        ...(method.to !== null && { to: method.to }),
      },
    };
  if (method.by !== 'checklist') return { rate_by: 'met' };
  const items = method.items.map(({ id, label, weight }) => ({
    id,
    label: own(label),
    ...(method.need === 'weighted' && { weight }),
  }));
  return {
    rate_by: 'checklist',
    checklist: { need: method.need, ...(method.need === 'count' && { full_at: method.fullAt }), items },
  };
}

function toOverlay(form: CriteriaFileForm, pick: (index: number) => string): OverlayFileForm {
  const texts = flatten(form.clauses).map((clause, index) => [clause.id, toTexts(clause, pick, index)] as const);
  const given = texts.filter(([, value]) => Object.keys(value).length > 0);
  return {
    format: 1,
    criteria: form.id,
    version: form.version,
    language: 'en',
    title: pick(3),
    ...(given.length > 0 && { clauses: Object.fromEntries(given) }),
    grounds: { law: pick(2) },
    maturity: [pick(0), pick(1), pick(2), pick(3), pick(4)],
    documents: { licence: pick(5) },
    checks: { grade: pick(6) },
    deadlines: { report: { after: pick(6) } },
  };
}

function toTexts(clause: ClauseFileForm, pick: (index: number) => string, index: number) {
  const { checklist, scale, measure, evidence } = clause;
  return {
    ...(index % 2 === 0 && { title: pick(index + 5) }),
    ...(clause.guidance !== undefined && { guidance: pick(index) }),
    ...(measure && { unit: '%' }),
    ...(checklist?.items[1] && { items: { [checklist.items[1].id]: pick(index) } }),
    ...(typeof scale === 'object' && { levels: { 1: { label: pick(index), anchor: 'y' }, 2: { label: pick(1) } } }),
    ...(evidence && { evidence: [pick(index)] }),
  };
}

function flatten(clauses: readonly ClauseFileForm[]): ClauseFileForm[] {
  return clauses.flatMap((clause) => [clause, ...flatten(clause.clauses ?? [])]);
}
