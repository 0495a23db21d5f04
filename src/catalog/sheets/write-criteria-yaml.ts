import { Document, isMap, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Duration } from '../../model/criteria.ts';
import { PlainNumber } from '../source/plain-number.ts';
import type { CriteriaFileForm, OverlayFileForm } from './file-form.ts';

/** The keys in the order in which they are documented; others follow as they come. */
const keyOrder = [
  [
    'format',
    'id',
    'criteria',
    'number',
    'version',
    'language',
    'kind',
    'stage',
    'at',
    'value',
    'share',
    'label',
    'anchor',
    'title',
  ],
  ['requirement', 'guidance', 'about', 'kinds', 'basis', 'full_marks', 'rounding', 'digits', 'mode'],
  ['variants', 'profiles', 'parts', 'scales'],
  ['points', 'points_in', 'only_in', 'weight', 'aggregate', 'rate_by', 'sample', 'scale', 'step', 'measure', 'checklist'],
  ['unit', 'better', 'between', 'bands', 'need', 'full_at', 'items'],
  ['not_applicable', 'at_sites', 'maturity', 'levels', 'reached_at', 'method', 'evidence', 'required', 'clauses'],
  ['adjustments', 'deduction', 'bonus', 'fails_at', 'at_most', 'grounds', 'grades', 'fail_label', 'gates'],
  ['from', 'to', 'requires', 'cap_at', 'certification', 'valid_for', 'surveillance_every'],
  ['surveillance_opens', 'recertification_opens', 'surveillance_notice', 'expiry_notice', 'suspension_notice'],
  ['deadlines', 'within', 'after', 'documents', 'checks'],
  ['minimum_rate'],
  ['sampling', 'suited', 'initial', 'surveillance', 'recertification', 'random'],
  ['person_days', 'site_at_least', 'headcount', 'days', 'competence', 'leader', 'auditor'],
].flat();

/** At the top the clauses stand before what is said about the whole; a certificate's number stands after its spans. */
const topOrder: Readonly<Record<string, number>> = {
  maturity: keyOrder.indexOf('gates') + 0.5,
  clauses: keyOrder.indexOf('scales') + 0.5,
};
const rank = new Map(keyOrder.map((key, index) => [key, index]));

/** Keys whose values are decimals or whole numbers: written plainly, without quotes. */
const numeric = new Set([
  ...['format', 'full_marks', 'digits', 'value', 'share', 'points', 'weight', 'at_least', 'step', 'at', 'from', 'to', 'full_at'],
  ...[
    'fails_at',
    'at_most',
    'reached_at',
    'rate_at_least',
    'deductions_fewer_than',
    'maturity_at_least',
    'maturity',
    'minimum_rate',
  ],
  ...['initial', 'surveillance', 'recertification', 'random', 'site_at_least', 'headcount', 'days'],
]);

const longestLine = 110;

/** The criteria file as a person would write it. Reading it again gives the same form. */
export function writeCriteriaYaml(form: CriteriaFileForm): string {
  return writeYaml(form, 'criteria.schema.json');
}

/** The overlay file as a person would write it. Reading it again gives the same form. */
export function writeOverlayYaml(form: OverlayFileForm): string {
  return writeYaml(form, 'overlay.schema.json');
}

function writeYaml(form: object, schema: string): string {
  const document = new Document(toNode(form, null));
  document.commentBefore = ` yaml-language-server: $schema=./${schema}`;
  separate(document.contents);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' });
}

/** An empty line before each block at the top, and before each section of the tree. */
function separate(contents: unknown): void {
  if (!isMap(contents)) return;
  contents.items.forEach(({ key, value }, index) => {
    if (index > 0 && isScalar(key) && (isMap(value) || isSeq(value)) && !value.flow) key.spaceBefore = true;
  });
}

/** Where a key stands among the others of its map; an unknown one stands before the clauses below. */
export function rankOfKey(key: string, isTop: boolean): number {
  const beforeClauses = keyOrder.indexOf('clauses') - 0.5;
  return (isTop ? topOrder[key] : undefined) ?? rank.get(key) ?? (isTop ? keyOrder.length : beforeClauses);
}

/** The value of that key as a node, on one line or several as a person would write it; null for the top of a file. */
export function toNode(value: unknown, key: string | null): Node {
  if (Array.isArray(value)) return toList(value, key);
  if (isDuration(value)) return new Scalar(`${value.value} ${value.unit}`);
  if (typeof value === 'object' && value !== null && !(value instanceof PlainNumber)) return toMap(value, key);
  return toScalar(value, key);
}

function toScalar(value: unknown, key: string | null): Scalar {
  if (value instanceof PlainNumber) return asSpelt(value);
  const isPlain = typeof value === 'string' && key !== null && numeric.has(key) && String(Number(value)) === value;
  return new Scalar(isPlain ? Number(value) : value);
}

/** With as many digits after the point as were written. */
function asSpelt({ source }: PlainNumber): Scalar {
  const scalar = new Scalar(Number(source));
  const digits = source.split('.')[1]?.length ?? 0;
  if (digits > 0) scalar.minFractionDigits = digits;
  return scalar;
}

function toList(values: readonly unknown[], key: string | null): YAMLSeq {
  const list = new YAMLSeq<Node>();
  for (const value of values) list.add(toNode(value, `${key}[]`));
  list.flow = values.length === 0 || key === 'bands' || (values.every(isShort) && lengthOf(values) <= longestLine);
  return list;
}

function toMap(value: object, key: string | null): YAMLMap {
  const map = new YAMLMap<Scalar, Node>();
  for (const [name, part] of entriesOf(value, key === null)) {
    const isLevel = /^(0|[1-9]\d{0,2})$/.test(name);
    map.add(new Pair(new Scalar(isLevel ? Number(name) : name), toNode(part, key === 'points_in' ? 'points' : name)));
  }
  map.flow = map.items.length === 0 || isOnOneLine(map, key);
  return map;
}

/** In the documented order; what is not given is left out. */
function entriesOf(value: object, isTop: boolean): [string, unknown][] {
  const rankOf = (key: string) => (isTop ? topOrder[key] : undefined) ?? rank.get(key) ?? keyOrder.length;
  const certificate = 'valid_for' in value ? { number: rankOf('recertification_opens') + 0.5 } : {};
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part], index) => ({
      key,
      part,
      index,
      rank: Object.getOwnPropertyDescriptor(certificate, key)?.value ?? rankOf(key),
    }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ key, part }) => [key, part]);
}

/** Entries of lists and small settings stand on one line, unless a text in them breaks. */
function isOnOneLine(map: YAMLMap, key: string | null): boolean {
  if (
    key === null ||
    !/^(rounding|sample|points_in|evidence\[\]|levels\[\]|bands\[\]|items\[\]|grounds\[\]|deadlines\[\]|documents\[\]|checks\[\]|requires\[\]|parts\[\]|variants\[\]|profiles\[\]|sampling|competence|\d+)$/.test(
      key,
    )
  ) {
    return /^[a-z0-9-]+$/.test(key ?? '') && isTexts(map);
  }
  return map.items.every(isOneLinePair);
}

/** The texts of a deadline in an overlay. */
function isTexts(map: YAMLMap): boolean {
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return (
    names.length > 0 &&
    names.every((name) => name === 'title' || name === 'after') &&
    names.includes('after') &&
    map.items.every(isOneLinePair)
  );
}

function isOneLinePair({ value }: Pair): boolean {
  if (isScalar(value)) return typeof value.value !== 'string' || !value.value.includes('\n');
  return (isSeq(value) || isMap(value)) && value.flow === true;
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\n');
}

function lengthOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + String(value).length + 2, 0);
}

export function isDuration(value: unknown): value is Duration {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unit' in value &&
    'value' in value &&
    typeof value.value === 'number' &&
    Object.keys(value).length === 2
  );
}
