import { z } from 'zod';
import { type Message, message } from '../../i18n/translate.ts';
import { suggest } from '../source/nearest.ts';
import { PlainNumber, showValue } from '../source/plain-number.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { isRefusal, type Refusal, refuse } from './scalar.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Reports each issue at its place in our words. Returns the top keys of `value` that are concerned. */
export function reportIssues(form: Schema, issues: readonly Issue[], value: unknown, path: Path, report: Report): Set<string> {
  const broken = new Set<string>();
  for (const issue of issues) {
    const inside = issue.path.filter((step) => typeof step !== 'symbol');
    for (const key of concernedKeys(issue, inside)) broken.add(key);
    const place = [...path, ...inside];
    if (issue.code === 'unrecognized_keys') reportUnknownKeys(schemaAt(form, inside), issue.keys, place, report);
    else if (issue.code === 'invalid_union')
      reportUnion(schemaAt(form, inside), issue.errors, valueAt(value, inside), place, report);
    else reportOne(issue, value, inside, path, report);
  }
  return broken;
}

function concernedKeys(issue: Issue, inside: Path): readonly string[] {
  const [top] = inside;
  if (top !== undefined) return [String(top)];
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}

function reportOne(issue: Issue, value: unknown, inside: Path, path: Path, report: Report): void {
  const found = valueAt(value, inside);
  const key = inside.at(-1);
  if (found === undefined && typeof key === 'string') {
    report.at([...path, ...inside.slice(0, -1)], message('catalog.missingKey', { key }));
    return;
  }
  const { refused, hint } = refusalOf(issue, found);
  report.at([...path, ...inside], refused, hint);
}

function refusalOf(issue: Issue, found: unknown): Refusal {
  if (issue.code === 'custom' && isRefusal(issue.params)) return { refused: issue.params.refused, hint: issue.params.hint };
  if (found === null) return refuse(message('catalog.emptyValue'));
  if (issue.code === 'too_small') return refuse(message('catalog.tooFew', { least: Number(issue.minimum) }));
  if (issue.code === 'too_big') return refuse(message('catalog.tooMany', { most: Number(issue.maximum) }));
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  const refused: Message =
    expected === 'array'
      ? message('catalog.notList', { found: showValue(found) })
      : message('catalog.notMap', { found: showValue(found) });
  return refuse(refused);
}

function reportUnknownKeys(form: Schema | null, keys: readonly string[], path: Path, report: Report): void {
  const allowed = form instanceof z.ZodObject ? Object.keys(form.shape) : [];
  for (const key of keys) {
    report.atKey([...path, key], message('catalog.unknownKey', { key, allowed: allowed.join(', ') }), suggest(key, allowed));
  }
}

/** Reports against the branch that was most likely meant: of the right kind, fewest foreign keys, fewest issues. */
function reportUnion(
  form: Schema | null,
  branches: readonly (readonly Issue[])[],
  value: unknown,
  path: Path,
  report: Report,
): void {
  const options = form instanceof z.ZodUnion ? form.options : [];
  const ranked = branches
    .map((issues, index) => ({ issues, option: options[index] ?? null, strangeness: strangeness(issues, options[index], value) }))
    .sort((a, b) => a.strangeness - b.strangeness);
  const [best] = ranked;
  if (best?.option) reportIssues(best.option, best.issues, value, path, report);
}

function strangeness(issues: readonly Issue[], option: unknown, value: unknown): number {
  const isObject = typeof value === 'object' && value !== null && !(value instanceof PlainNumber);
  const wrongKind = option instanceof z.ZodObject !== isObject ? 10_000 : 0;
  const foreign = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
  return wrongKind + foreign * 100 + issues.length;
}

function valueAt(value: unknown, path: Path): unknown {
  let found: unknown = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, String(step))?.value;
  }
  return found;
}

/** The form of the value at the path; null where it cannot be told. */
function schemaAt(form: Schema, path: Path): Schema | null {
  let at: Schema | null = unwrap(form);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = at.shape[String(step)] ?? null;
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return null;
    if (at) at = unwrap(at);
  }
  return at;
}

function unwrap(form: Schema): Schema {
  let inner = form;
  while (inner instanceof z.ZodOptional) inner = inner.unwrap();
  return inner;
}
