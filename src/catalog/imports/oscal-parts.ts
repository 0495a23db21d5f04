import { mapsOf, type SourceMap, textOf } from './source-values.ts';

/** Id of a parameter → what stands in a text in its place. */
export type ParameterTexts = ReadonlyMap<string, string>;

const statementNames = new Set(['statement', 'overview', 'description']);
const guidanceNames = new Set([
  'guidance',
  'objective',
  'assessment-objective',
  'instruction',
  'supplemental-guidance',
  'example',
]);

export interface OscalTexts {
  readonly statement: string;
  readonly guidance: string;
  /** Names of parts that have no place. */
  readonly left: readonly string[];
}

/** The texts of the parts of a control or group. Items of a statement become lines with their labels. */
export function readParts(parts: unknown, parameters: ParameterTexts): OscalTexts {
  const [statement, guidance, left]: [string[], string[], string[]] = [[], [], []];
  for (const part of mapsOf(parts)) {
    if (part.class === explainingClass) continue;
    const name = textOf(part.name);
    if (statementNames.has(name)) statement.push(partText(part, parameters, 0));
    else if (guidanceNames.has(name)) guidance.push(partText(part, parameters, 0));
    else left.push(name);
  }
  return { statement: joined(statement), guidance: joined(guidance), left };
}

function joined(texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n\n');
}

const deepestItem = 12;

function partText(part: SourceMap, parameters: ParameterTexts, depth: number): string {
  if (depth > deepestItem) return '';
  const label = labelOf(part);
  const own = [label, textOf(part.title), fillParameters(textOf(part.prose), parameters)].filter(Boolean).join(' ');
  const below = mapsOf(part.parts)
    .filter(({ class: kind }) => kind !== explainingClass)
    .map((child) => partText(child, parameters, depth + 1));
  const lines = [depth > 0 && own && below.length === 0 ? `- ${own}` : own, ...below];
  return lines.filter(Boolean).join('\n');
}

/** Marks parts in our own exports that are clauses. */
export const explainingClass = 'explaining-clause';

/** The label of a control, group or part: the one that is not zero-padded for sorting. */
export function labelOf(map: SourceMap): string {
  const labels = mapsOf(map.props).filter(({ name }) => textOf(name) === 'label');
  return textOf((labels.find(({ class: kind }) => textOf(kind) !== 'zero-padded') ?? labels[0])?.value);
}

export function propOf(map: SourceMap, wanted: string): string {
  return textOf(mapsOf(map.props).find(({ name }) => textOf(name) === wanted)?.value);
}

/** `{{ insert: param, x }}` and the older `{{ x }}` → the value, the choice or the label of the parameter. */
function fillParameters(text: string, parameters: ParameterTexts): string {
  return text.replace(/\{\{\s*(?:insert:\s*param,\s*)?([\w.-]+)\s*\}\}/g, (found, id: string) => parameters.get(id) ?? found);
}

/** The text of each parameter; `set` holds values that a profile gives. */
export function readParameters(params: unknown, set: ReadonlyMap<string, string>, into: Map<string, string>): void {
  for (const param of mapsOf(params)) into.set(textOf(param.id), set.get(textOf(param.id)) ?? parameterText(param));
  for (const param of mapsOf(params)) {
    const id = textOf(param.id);
    into.set(id, fillParameters(into.get(id) ?? '', into));
  }
}

export function parameterText(param: SourceMap): string {
  const values = Array.isArray(param.values) ? param.values.map(textOf).filter(Boolean).join(', ') : '';
  if (values) return values;
  const { select } = param;
  if (typeof select === 'object' && select !== null && 'choice' in select && Array.isArray(select.choice))
    return `[${select.choice.map(textOf).join('; ')}]`;
  return `[${textOf(param.label) || textOf(param.id)}]`;
}
