import { isList, isWantedMap } from '../../catalog/edit/same-value.ts';
import type { Wanted, WantedMap } from '../../catalog/edit/write-node.ts';
import type { RowsField } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import type { FormWords } from './form-words.ts';
import type { ConditionNames } from './part-specs.ts';

/** The keys of each kind of condition; the first tells the kind. */
const keysOf = {
  rate: ['clause', 'rate_at_least'],
  part: ['part', 'rate_at_least'],
  pass: ['must_pass'],
  findings: ['open_findings', 'at_most'],
  deductions: ['deductions_fewer_than'],
  maturity: ['maturity_at_least'],
  held: ['held_grade', 'for'],
} as const;
type Kind = keyof typeof keysOf;
const kinds = ['rate', 'part', 'pass', 'findings', 'deductions', 'maturity', 'held'] as const;

/** A row has the fields of every kind; those of the chosen one count. */
export function conditionRows({ t, of, choices }: FormWords, { clauses, grades, parts }: ConditionNames): RowsField {
  const label = (key: string) => of(key).label;
  return {
    kind: 'rows',
    name: 'requires',
    label: t('sheets.sheet.conditions'),
    hint: t('draftForms.conditionsHint'),
    columns: [
      {
        kind: 'choice',
        name: 'kind',
        label: t('draftForms.condition'),
        choices: kinds
          .filter((kind) => kind !== 'part' || parts.length > 0)
          .map((kind) => ({ value: kind, label: t(`draftForms.condition.${kind}`) })),
      },
      { kind: 'choice', name: 'clause', label: label('clause'), choices: clauses },
      ...(parts.length > 0 ? [{ kind: 'choice' as const, name: 'part', label: t('draftForms.part'), choices: parts }] : []),
      { kind: 'number', name: 'rate_at_least', label: label('rate_at_least') },
      { kind: 'line', name: 'must_pass', label: label('must_pass') },
      {
        kind: 'choice',
        name: 'open_findings',
        label: label('open_findings'),
        choices: choices(['major', 'minor', 'observation']),
      },
      { kind: 'number', name: 'at_most', label: label('at_most') },
      { kind: 'number', name: 'deductions_fewer_than', label: label('deductions_fewer_than') },
      { kind: 'number', name: 'maturity_at_least', label: label('maturity_at_least') },
      { kind: 'choice', name: 'held_grade', label: label('held_grade'), choices: grades },
      { kind: 'line', name: 'for', label: label('for') },
    ],
  };
}

/** The conditions of a file as rows. */
export function conditionsForRows(part: unknown): unknown {
  const requires = at(part, ['requires']);
  if (!Array.isArray(requires)) return part;
  const rows = requires.map((condition: unknown) => {
    const passed = at(condition, ['must_pass']);
    const kind = kinds.find((one) => at(condition, [keysOf[one][0]]) !== undefined) ?? '';
    const ids = Array.isArray(passed) ? { must_pass: passed.map((id: unknown) => textOf(id) ?? '').join(' ') } : {};
    return { ...Object(condition), ...ids, kind };
  });
  return { ...Object(part), requires: rows };
}

/** Rows as conditions: of each what its kind has. */
export function conditionsOfRows({ requires, ...rest }: WantedMap): WantedMap {
  if (requires === undefined || !isList(requires)) return { ...rest, ...(requires === undefined ? {} : { requires }) };
  return { ...rest, requires: requires.flatMap((row) => (isWantedMap(row) ? (toCondition(row) ?? []) : [])) };
}

function toCondition({ kind, ...row }: WantedMap): Wanted | null {
  const chosen = kinds.find((one) => one === kind);
  if (!chosen) return Object.values(row).some((value) => value !== undefined) ? row : null;
  const gone = Object.fromEntries(Object.keys(row).map((key) => [key, undefined]));
  const own = Object.fromEntries(keysFor(chosen).map((key) => [key, row[key] ?? '']));
  const ids = typeof row.must_pass === 'string' ? row.must_pass.split(/[\s,，、;；]+/).filter(Boolean) : [];
  return { ...gone, ...own, ...(chosen === 'pass' ? { must_pass: ids } : {}) };
}

function keysFor(kind: Kind): readonly string[] {
  return keysOf[kind];
}
