import { message } from '../../i18n/translate.ts';
import { PlainNumber } from '../source/plain-number.ts';
import { gatherCertification } from './gather-certification.ts';
import type { GatheredClauses } from './gather-clauses.ts';
import { takeLevel } from './gather-clauses.ts';
import {
  type Gathering,
  type ItemLine,
  type Mapping,
  named,
  nameIn,
  push,
  readItems,
  take,
  valueOfItem,
  within,
} from './gather-frame.ts';
import type { TableRow } from './read-table.ts';

/** Settings of the first sheet → where they stand in a criteria file. */
const headPaths: Readonly<Record<string, readonly [string] | readonly [string, string]>> = {
  id: ['id'],
  version: ['version'],
  language: ['language'],
  title: ['title'],
  about: ['about'],
  full_marks: ['full_marks'],
  'rounding.digits': ['rounding', 'digits'],
  'rounding.mode': ['rounding', 'mode'],
  fail_label: ['fail_label'],
  'maturity.reached_at': ['maturity', 'reached_at'],
};

/** The criteria file that a workbook stands for, as YAML would have been read; nothing of it is checked yet. */
export function gatherCriteria(gathering: Gathering, { clauses }: GatheredClauses): Mapping {
  const { tables, places, findings } = gathering;
  const value: Mapping = { format: new PlainNumber('1') };
  for (const line of readItems('criteria', gathering)) putItem(gathering, value, line);
  gatherScales(gathering, value);
  const [firstClause] = tables.clauses;
  if (firstClause) places.put(value, 'clauses', clauses, firstClause.place);
  else findings.refuse({ line: 1, column: 1 }, message('sheets.noClauses'));
  gatherAdjustments(gathering, value);
  for (const row of tables.grades)
    push(
      gathering,
      value,
      'grades',
      take(gathering, {}, row, { id: 'id', [`label@${gathering.own}`]: 'label', from: 'from' }),
      row,
    );
  for (const row of tables.gates)
    push(
      gathering,
      value,
      'gates',
      take(gathering, {}, row, { id: 'id', [`title@${gathering.own}`]: 'title', cap_at: 'cap_at', only_in: 'only_in' }),
      row,
    );
  gatherConditions(gathering, value);
  gatherChoices(gathering, value);
  gatherMaturity(gathering, value);
  gatherCertification(gathering, value);
  return value;
}

function putItem(gathering: Gathering, value: Mapping, line: ItemLine): void {
  const field = valueOfItem(line, gathering.own);
  if (!field) return;
  if (line.item === 'basis') push(gathering, value, 'basis', field.value, { ...line.row, place: field.place });
  const [key, inner] = headPaths[line.item] ?? [];
  if (key === undefined) return;
  const row = { ...line.row, place: field.place };
  if (inner === undefined) gathering.places.put(value, key, field.value, field.place);
  else gathering.places.put(within(gathering, value, key, row), inner, field.value, field.place);
}

function gatherScales(gathering: Gathering, value: Mapping): void {
  for (const row of gathering.tables.scales) {
    const name = nameIn(row, 'scale');
    if (name === '') continue;
    const field = row.fields.get('scale');
    const clause = row.fields.get('clause');
    if (clause) gathering.findings.refuse(clause.place, message('sheets.scaleTwice', { name }));
    const atName = { ...row, place: field?.place ?? row.place };
    const scale = within(gathering, within(gathering, value, 'scales', atName), name, atName);
    push(gathering, scale, 'levels', takeLevel(gathering, row), row);
  }
}

function gatherAdjustments(gathering: Gathering, value: Mapping): void {
  const { tables, findings, own } = gathering;
  const seen = new Set<string>();
  for (const row of tables.adjustments) {
    const rule = ruleOf(gathering, value, row);
    const kind = nameIn(row, 'kind');
    if (seen.has(kind)) findings.refuse(row.place, message('sheets.rowDoubled', { name: kind }));
    else if (rule) take(gathering, rule, row, { points: 'points', fails_at: 'fails_at', at_most: 'at_most' });
    seen.add(kind);
  }
  for (const row of tables.grounds) {
    const rule = ruleOf(gathering, value, row);
    if (rule) push(gathering, rule, 'grounds', take(gathering, {}, row, { id: 'id', [`label@${own}`]: 'label' }), row);
  }
}

function ruleOf(gathering: Gathering, value: Mapping, row: TableRow): Mapping | null {
  const kind = nameIn(row, 'kind');
  if (kind === 'deduction' || kind === 'bonus') return within(gathering, within(gathering, value, 'adjustments', row), kind, row);
  const field = row.fields.get('kind');
  if (field?.value !== null)
    gathering.findings.refuse(
      field?.place ?? row.place,
      message('catalog.badChoice', { found: kind, allowed: 'deduction, bonus' }),
    );
  return null;
}

const conditionFields = Object.fromEntries(
  [
    'clause',
    'part',
    'rate_at_least',
    'must_pass',
    'open_findings',
    'at_most',
    'deductions_fewer_than',
    'maturity_at_least',
    'held_grade',
    'for',
    'only_in',
  ].map((field) => [field, field]),
);

/** Fields of the sheets of variants, profiles and parts, those in the criteria's language apart. */
const choiceFields = {
  variants: [['id'], ['title', 'about']],
  profiles: [
    ['id', 'kinds'],
    ['title', 'about'],
  ],
  parts: [['id', 'weight', 'clauses', 'method', 'minimum_rate'], ['title']],
} as const;

function gatherChoices(gathering: Gathering, value: Mapping): void {
  for (const sheet of ['variants', 'profiles', 'parts'] as const) {
    const [plain, texts] = choiceFields[sheet];
    const fields = Object.fromEntries([
      ...plain.map((field) => [field, field]),
      ...texts.map((field) => [`${field}@${gathering.own}`, field]),
    ]);
    for (const row of gathering.tables[sheet]) push(gathering, value, sheet, take(gathering, {}, row, fields), row);
  }
}

function gatherConditions(gathering: Gathering, value: Mapping): void {
  const { tables, findings } = gathering;
  const grades = byId(value.grades);
  const gates = byId(value.gates);
  for (const row of tables.conditions) {
    if (row.fields.has('grade') === row.fields.has('gate')) {
      findings.refuse(row.place, message('sheets.conditionOwner'));
      continue;
    }
    const owner = row.fields.has('grade')
      ? named(
          row,
          'grade',
          grades,
          (id) => message('criteria.gradeUnknown', { id, allowed: [...grades.keys()].join(', ') }),
          findings,
        )
      : named(row, 'gate', gates, (id) => message('sheets.gateUnknown', { id, allowed: [...gates.keys()].join(', ') }), findings);
    if (owner) push(gathering, owner, 'requires', take(gathering, {}, row, conditionFields), row);
  }
}

function byId(list: unknown): Map<string, Mapping> {
  const found = new Map<string, Mapping>();
  for (const entry of Array.isArray(list) ? list : []) {
    if (typeof entry.id === 'string' && !found.has(entry.id)) found.set(entry.id, entry);
  }
  return found;
}

function gatherMaturity(gathering: Gathering, value: Mapping): void {
  for (const row of byLevel(gathering.tables.maturity)) {
    const field = row.fields.get(`label@${gathering.own}`);
    const at = { ...row, place: field?.place ?? row.place };
    push(gathering, within(gathering, value, 'maturity', at), 'levels', field?.value ?? null, at);
  }
}

/** Lowest first, however the lines stand. */
export function byLevel(rows: readonly TableRow[]): TableRow[] {
  return [...rows].sort((a, b) => Number(nameIn(a, 'level')) - Number(nameIn(b, 'level')) || 0);
}
