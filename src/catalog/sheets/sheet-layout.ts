import { type Language, languages } from '../../i18n/language.ts';
import { checkStages, paperKinds } from '../../model/certification-rule.ts';
import { competenceGrades } from '../../model/competence.ts';
import { auditMethods, evidenceKinds } from '../../model/criteria.ts';
import { assessmentKinds } from '../../model/dossier.ts';
import { siteRollUps } from '../../model/site-ratings.ts';

/** How a cell is read: `code` is an id or another short word, `list` several of them, `number` that of a clause as displayed. */
export type CellKind = 'text' | 'code' | 'number' | 'decimal' | 'flag' | 'choice' | 'list' | 'duration';

interface ColumnShape {
  readonly kind: CellKind;
  /** One column a language: `title@zh-CN`, `title@en`. */
  readonly isTranslated?: boolean;
  /** What may be chosen. */
  readonly words?: readonly string[];
  /** Characters. */
  readonly width?: number;
  /** The sheet means nothing without it. */
  readonly isNeeded?: boolean;
}

const id = { kind: 'code', width: 24, isNeeded: true } as const;
const name = { kind: 'code', width: 24 } as const;
const decimal = { kind: 'decimal', width: 9 } as const;
const title = { kind: 'text', isTranslated: true, width: 28 } as const;
const longText = { kind: 'text', isTranslated: true, width: 48 } as const;
const choice = (words: readonly string[], width = 20) => ({ kind: 'choice', words, width }) as const;

/** The sheets with their columns, in the order of the workbook. Keys are those of a criteria file wherever it has them. */
export const layout = {
  criteria: {
    item: { kind: 'code', width: 34, isNeeded: true },
    value: { kind: 'text', isTranslated: true, width: 56, isNeeded: true },
    explanation: { kind: 'text', width: 70 },
  },
  clauses: {
    parent: name,
    id,
    number: { kind: 'number', width: 11 },
    title,
    requirement: longText,
    guidance: longText,
    points: decimal,
    only_in: { kind: 'list', width: 18 },
    weight: decimal,
    aggregate: choice(['sum', 'weighted-mean', 'minimum', 'maximum', 'own']),
    rate_by: choice(['met', 'sample', 'level', 'points', 'measure', 'checklist'], 16),
    sample_at_least: decimal,
    scale: name,
    step: decimal,
    unit: { kind: 'text', isTranslated: true, width: 9 },
    better: choice(['higher', 'lower'], 14),
    between: choice(['steps', 'lines'], 14),
    measure_from: decimal,
    measure_to: decimal,
    need: choice(['all', 'any', 'count', 'weighted'], 16),
    full_at: decimal,
    not_applicable: choice(['forbidden', 'allowed', 'with-reason'], 22),
    at_sites: choice(['once', ...siteRollUps], 20),
    maturity: decimal,
    method: { kind: 'list', words: auditMethods, width: 36 },
  },
  variants: { id, title, about: longText },
  profiles: { id, title, about: longText, kinds: { kind: 'list', words: assessmentKinds, width: 30 } },
  variant_points: { clause: id, where: { ...name, isNeeded: true }, points: decimal },
  parts: {
    id,
    title,
    weight: decimal,
    clauses: { kind: 'list', width: 36 },
    method: { kind: 'list', words: auditMethods, width: 36 },
    minimum_rate: decimal,
  },
  scales: { scale: name, clause: name, level: decimal, share: decimal, label: title, anchor: longText },
  checklists: { clause: id, id, label: { ...title, width: 36 }, weight: decimal },
  bands: { clause: id, at: decimal, share: decimal },
  evidence: {
    clause: id,
    kind: choice(evidenceKinds),
    title: { ...title, width: 36 },
    required: { kind: 'flag', words: ['yes', 'no'], width: 10 },
  },
  grades: { id, label: title, from: decimal },
  gates: { id, title: { ...title, width: 40 }, cap_at: name, only_in: { kind: 'list', width: 18 } },
  conditions: {
    grade: name,
    gate: name,
    clause: name,
    part: name,
    rate_at_least: decimal,
    must_pass: { kind: 'list', width: 36 },
    open_findings: choice(['major', 'minor', 'observation']),
    at_most: decimal,
    deductions_fewer_than: decimal,
    maturity_at_least: decimal,
    held_grade: name,
    for: { kind: 'duration', width: 14 },
    only_in: { kind: 'list', width: 18 },
  },
  adjustments: { kind: choice(['deduction', 'bonus']), points: decimal, fails_at: decimal, at_most: decimal },
  grounds: { kind: choice(['deduction', 'bonus']), id, label: { ...title, width: 44 } },
  maturity: { level: decimal, label: title },
  certification: {
    item: { kind: 'code', width: 34, isNeeded: true },
    value: { kind: 'text', isTranslated: true, width: 40, isNeeded: true },
    explanation: { kind: 'text', width: 70 },
  },
  deadlines: { id, title: { ...title, width: 40 }, within: { kind: 'duration', width: 18 }, after: { ...title, width: 36 } },
  documents: {
    ...{ id, title: { ...title, width: 40 }, kind: choice(paperKinds) },
    required: { kind: 'flag', words: ['yes', 'no'], width: 10 },
  },
  checks: {
    ...{ id, stage: choice(checkStages), title: { ...title, width: 56 } },
    required: { kind: 'flag', words: ['yes', 'no'], width: 10 },
  },
  person_days: { headcount: { ...decimal, isNeeded: true }, days: { ...decimal, isNeeded: true } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnShape>>>>;

export type SheetKey = keyof typeof layout;
export type ColumnKey = { [Sheet in SheetKey]: keyof (typeof layout)[Sheet] }[SheetKey];

/** Lines of the two sheets that hold one value a line. */
export const items = {
  criteria: [
    ...['id', 'version', 'language', 'translations', 'title', 'about', 'basis', 'full_marks', 'rounding.digits'],
    ...['rounding.mode', 'fail_label', 'maturity.reached_at'],
  ],
  certification: [
    ...['valid_for', 'surveillance_every', 'surveillance_opens', 'recertification_opens'],
    ...['surveillance_notice', 'expiry_notice', 'suspension_notice', 'number'],
    ...['sampling.suited', 'sampling.initial', 'sampling.surveillance'],
    ...['sampling.recertification', 'sampling.random', 'person_days.site_at_least', 'competence.leader', 'competence.auditor'],
  ],
} as const;

/** Lines whose text is translated, and how the values of the others are read. */
export const itemKinds: Readonly<Record<string, CellKind>> = {
  id: 'code',
  version: 'code',
  language: 'code',
  translations: 'list',
  full_marks: 'decimal',
  'rounding.digits': 'decimal',
  'rounding.mode': 'choice',
  'maturity.reached_at': 'decimal',
  valid_for: 'duration',
  surveillance_every: 'duration',
  surveillance_opens: 'duration',
  recertification_opens: 'duration',
  surveillance_notice: 'duration',
  expiry_notice: 'duration',
  suspension_notice: 'duration',
  'sampling.suited': 'flag',
  'sampling.initial': 'decimal',
  'sampling.surveillance': 'decimal',
  'sampling.recertification': 'decimal',
  'sampling.random': 'decimal',
  'person_days.site_at_least': 'decimal',
  'competence.leader': 'choice',
  'competence.auditor': 'choice',
};

/** What may be chosen in a line of settings. */
export const itemWords: Readonly<Record<string, readonly string[]>> = {
  'rounding.mode': ['half-up', 'half-even', 'down'],
  'sampling.suited': ['yes', 'no'],
  'competence.leader': competenceGrades,
  'competence.auditor': competenceGrades,
};

/** One column as it stands in a sheet. */
export interface SheetColumn {
  /** `points`, or with its language `title@en`. */
  readonly field: string;
  readonly key: ColumnKey;
  readonly language: Language | null;
  readonly kind: CellKind;
  readonly words: readonly string[];
  readonly width: number;
  readonly isNeeded: boolean;
}

export const sheetKeys: readonly SheetKey[] = [
  ...([
    'criteria',
    'clauses',
    'variants',
    'profiles',
    'variant_points',
    'parts',
    'scales',
    'checklists',
    'bands',
    'evidence',
    'grades',
    'gates',
    'conditions',
  ] as const),
  ...(['adjustments', 'grounds', 'maturity', 'certification', 'deadlines', 'documents', 'checks', 'person_days'] as const),
];

/** The columns of a sheet from left to right, those of both languages side by side. */
export function columnsOf(sheet: SheetKey): SheetColumn[] {
  const shapes: Readonly<Partial<Record<ColumnKey, ColumnShape>>> = layout[sheet];
  return keysOf(shapes).flatMap((key): SheetColumn[] => {
    const { kind = 'text', words = [], width = 12, isNeeded = false, isTranslated = false } = shapes[key] ?? {};
    const column = { key, kind, words, width, isNeeded };
    if (!isTranslated) return [{ ...column, field: key, language: null }];
    return languages.map((language) => ({ ...column, field: `${key}@${language}`, language }));
  });
}

function keysOf<Key extends string>(shapes: Readonly<Partial<Record<Key, unknown>>>): Key[] {
  const keys: Key[] = [];
  for (const key in shapes) keys.push(key);
  return keys;
}
