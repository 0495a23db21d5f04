import { message } from '../../i18n/translate.ts';
import { readCisoQuestions } from './ciso-questions.ts';
import type { CisoScale } from './ciso-scale.ts';
import type { FlatNode } from './flat-tree.ts';
import type { KeyTally } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { bothTexts, translationOf } from './source-language.ts';
import { emptyNode, type SourceLanguage, type SourceNode } from './source-tree.ts';
import { decimalOf, listOf, type SourceMap, signedOf, textOf } from './source-values.ts';

export interface CisoContext {
  readonly place: () => string;
  readonly language: SourceLanguage;
  readonly left: Map<string, number>;
  readonly tally: KeyTally;
  readonly groups: ReadonlySet<string>;
  readonly scale: CisoScale | null;
  readonly notes: ImportNotes;
}

const known = new Set([
  ...[
    'urn',
    'assessable',
    'depth',
    'parent_urn',
    'ref_id',
    'name',
    'description',
    'annotation',
    'weight',
    'questions',
    'question',
  ],
  ...['implementation_groups', 'translations', 'typical_evidence', 'urn_id'],
]);

/** One of the `requirement_nodes`. */
export function readCisoNode(map: SourceMap, context: CisoContext): FlatNode {
  const { language, left, tally, notes } = context;
  const place = context.place();
  tally.see(map, known, () => place);
  checkGroups(map, place, context);
  const other = translationOf(map, language, left);
  const [name, description, annotation] = [
    bothTexts(map, other, 'name'),
    bothTexts(map, other, 'description'),
    bothTexts(map, other, 'annotation'),
  ];
  const guidance = [annotation.own, evidenceText(map, language)].filter(Boolean).join('\n\n');
  const node: SourceNode = {
    ...emptyNode(place),
    key: textOf(map.ref_id) || lastPart(textOf(map.urn)),
    number: textOf(map.ref_id),
    title: name.own,
    requirement: description.own,
    guidance,
    translated: other ? { title: name.other, requirement: description.other, guidance: annotation.other } : null,
  };
  const parent = textOf(map.parent_urn);
  return {
    node: isAssessable(map, place, notes) ? rate(node, map, context) : node,
    key: textOf(map.urn),
    parent: parent === '' ? null : parent,
    depth: signedOf(map.depth),
  };
}

function isAssessable(map: SourceMap, place: string, notes: ImportNotes): boolean {
  const { assessable } = map;
  if (typeof assessable === 'boolean' || assessable === undefined || assessable === null) return assessable === true;
  const found = textOf(assessable);
  notes.oddities.push({ place, text: message('imports.assessableUnclear', { found }) });
  return /^(true|yes|x|1)$/i.test(found);
}

function rate(node: SourceNode, map: SourceMap, context: CisoContext): SourceNode {
  const { scale, language, left, notes } = context;
  const points = weightOf(map, node.place, notes);
  const questions = readCisoQuestions(map.questions ?? map.question, { place: node.place, language, left, scale, notes });
  const guidance = [node.guidance, ...questions.unscored].filter(Boolean).join('\n\n');
  const rated: SourceNode = {
    ...node,
    guidance,
    points,
    rating: scale?.rating ?? { rate_by: 'met' },
    extra: { not_applicable: 'allowed' },
  };
  const [only] = questions.scored;
  if (!only) return rated;
  if (questions.scored.length === 1) {
    const requirement = [node.requirement, only.text].filter((text) => text && text !== node.title).join('\n\n');
    return { ...rated, requirement, rating: only.rating };
  }
  notes.mapped.push({ place: node.place, text: message('imports.questionsAsClauses', { count: questions.scored.length }) });
  const children = questions.scored.map(
    ({ text, rating, weight, translated }, index): SourceNode => ({
      ...emptyNode(node.place),
      key: `${node.key || node.title}-q${index + 1}`,
      requirement: text,
      translated: translated ? { requirement: translated } : null,
      weight,
      rating,
      extra: { not_applicable: 'allowed' },
    }),
  );
  return { ...rated, rating: null, aggregate: 'weighted-mean', children };
}

/** 0 stays 0: the node counts nothing. */
function weightOf(map: SourceMap, place: string, notes: ImportNotes): string {
  if (textOf(map.weight) === '') return '1';
  const weight = decimalOf(map.weight);
  if (weight === null) notes.oddities.push({ place, text: message('imports.weightNotNumber', { found: textOf(map.weight) }) });
  else if (weight === '0') notes.oddities.push({ place, text: message('imports.weightZero') });
  return weight ?? '1';
}

function checkGroups(map: SourceMap, place: string, { groups, notes }: CisoContext): void {
  for (const group of listOf(map.implementation_groups)) {
    const found = textOf(group);
    if (!groups.has(found)) notes.oddities.push({ place, text: message('imports.groupUnknown', { found: found || '""' }) });
  }
}

function evidenceText(map: SourceMap, language: SourceLanguage): string {
  const evidence = textOf(map.typical_evidence);
  if (evidence === '') return '';
  return language === 'en' ? `Typical evidence: ${evidence}` : `常见证据：${evidence}`;
}

function lastPart(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}
