import { message } from '../../i18n/translate.ts';
import { createTally, type ForeignSource, type KeyTally, keyDropped } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { type AnswerSets, readAnswerSets } from './samm-answers.ts';
import { findSammItems, type SammItem } from './samm-items.ts';
import { languageOfText } from './source-language.ts';
import { emptyNode, type SourceCriteria, type SourceNode } from './source-tree.ts';
import { decimalOf, listOf, signedOf, textOf } from './source-values.ts';

/** Whether a document belongs to a SAMM model: it says so in `type`. */
export function isSamm(value: unknown): boolean {
  return findSammItems({ file: '', value, problems: [], placeOf: () => '' }).length > 0;
}

interface Reading {
  readonly notes: ImportNotes;
  readonly tally: KeyTally;
  readonly answers: AnswerSets;
  readonly byParent: ReadonlyMap<string, readonly SammItem[]>;
  readonly maturityOf: (activity: SammItem) => string;
}

const names: Readonly<Record<'Function' | 'Practice' | 'Stream' | 'Activity' | 'Question', string>> = {
  Function: '',
  Practice: 'function',
  Stream: 'practice',
  Activity: 'stream',
  Question: 'activity',
};
type TreeKind = keyof typeof names;
const order: readonly TreeKind[] = ['Function', 'Practice', 'Stream', 'Activity', 'Question'];

/**
 * Reads a SAMM model from its documents: functions → practices → streams → activities → questions with answer sets. Each
 * step is the mean of the one below, as in the model's own scoring; functions count alike.
 */
export function readSamm(sources: readonly ForeignSource[], notes: ImportNotes): SourceCriteria | null {
  const items = sources.flatMap(findSammItems);
  if (items.length === 0) return null;
  const place = items[0]?.place ?? '';
  const tally = createTally();
  const reading: Reading = {
    notes,
    tally,
    answers: readAnswerSets(items, notes),
    byParent: linkItems(items, notes),
    maturityOf: maturityReader(items),
  };
  const nodes = childrenOf('', 'Function', '', reading);
  tally.tell(notes, keyDropped);
  notes.mapped.push({ place, text: message('imports.sammMeans') });
  const model = textOf(items.find(({ kind }) => kind === 'Function')?.map.model);
  const sample = items
    .slice(0, 60)
    .map(({ map }) => `${textOf(map.name)} ${textOf(map.title)} ${textOf(map.text)}`)
    .join(' ');
  return {
    name: model || 'samm',
    version: '1.0.0',
    language: languageOfText(sample),
    title: model || 'SAMM',
    about: '',
    basis: model ? [model] : [],
    scales: reading.answers.scales,
    nodes,
    own: null,
    overlays: [],
    translated: null,
  };
}

/** Items by kind and id of what they belong to; those that name nothing known are told and left out. */
function linkItems(items: readonly SammItem[], notes: ImportNotes): Map<string, SammItem[]> {
  const ids = idsOf(items, notes);
  const linked = new Map<string, SammItem[]>();
  for (const item of items) {
    const kind = order.find((name) => name === item.kind);
    if (!kind) continue;
    const above = order[order.indexOf(kind) - 1];
    const parent = above ? textOf(item.map[names[kind]]) : '';
    if (above && !ids.has(`${above} ${parent}`)) {
      notes.oddities.push({ place: item.place, text: message('imports.sammOrphan', { found: parent || '—' }) });
      continue;
    }
    const key = `${kind} ${parent}`;
    linked.set(key, [...(linked.get(key) ?? []), item]);
  }
  return linked;
}

function idsOf(items: readonly SammItem[], notes: ImportNotes): Set<string> {
  const ids = new Set<string>();
  for (const { kind, map, place } of items) {
    const key = `${kind} ${textOf(map.id)}`;
    if (ids.has(key)) notes.oddities.push({ place, text: message('imports.keyTwice', { found: textOf(map.id) }) });
    ids.add(key);
  }
  return ids;
}

function maturityReader(items: readonly SammItem[]): Reading['maturityOf'] {
  const numbers = new Map(
    items.filter(({ kind }) => kind === 'MaturityLevel').map(({ map }) => [textOf(map.id), textOf(map.number)]),
  );
  const levels = items
    .filter(({ kind }) => kind === 'PracticeLevel')
    .map(({ map }) => [textOf(map.id), numbers.get(textOf(map.maturityLevel))] as const);
  const byLevel = new Map(levels);
  return ({ map }) => byLevel.get(textOf(map.level)) ?? '';
}

const known: Readonly<Record<TreeKind, ReadonlySet<string>>> = {
  Function: new Set(['id', 'type', 'model', 'name', 'description', 'order', 'color', 'logo']),
  Practice: new Set([
    'id',
    'type',
    'function',
    'name',
    'shortName',
    'shortDescription',
    'longDescription',
    'order',
    'assignee',
    'progress',
  ]),
  Stream: new Set(['id', 'type', 'practice', 'name', 'letter', 'description', 'order']),
  Activity: new Set(['id', 'type', 'stream', 'level', 'title', 'benefit', 'shortDescription', 'longDescription', 'notes']),
  Question: new Set(['id', 'type', 'activity', 'answerSet', 'text', 'order', 'quality']),
};

/** In the order that the model states; activities by their level. */
function childrenOf(parent: string, kind: TreeKind, number: string, reading: Reading): SourceNode[] {
  const found = reading.byParent.get(`${kind} ${parent}`) ?? [];
  const rankOf = (item: SammItem) => signedOf(item.map.order) ?? signedOf(reading.maturityOf(item)) ?? 0;
  return [...found].sort((a, b) => rankOf(a) - rankOf(b)).map((item) => nodeOf(item, kind, number, reading));
}

function nodeOf(item: SammItem, kind: TreeKind, above: string, reading: Reading): SourceNode {
  const { map, place } = item;
  reading.tally.see(map, known[kind], () => place);
  if (kind === 'Question') return questionNode(item, above, reading);
  const number = [above, codeOf(item, kind, reading)].filter(Boolean).join('-');
  const next = order[order.indexOf(kind) + 1] ?? 'Question';
  const children = childrenOf(textOf(map.id), next, number, reading);
  const node: SourceNode = {
    ...emptyNode(place),
    key: number,
    number,
    title: textOf(map.name) || textOf(map.title),
    requirement: textOf(map.shortDescription) || textOf(map.description),
    guidance: [textOf(map.benefit), textOf(map.longDescription)].filter(Boolean).join('\n\n'),
    points: kind === 'Function' ? '1' : null,
    aggregate: 'weighted-mean',
    children,
  };
  const [only] = children;
  return kind === 'Activity' && only && children.length === 1 ? joinQuestion(node, only) : node;
}

function codeOf(item: SammItem, kind: TreeKind, { maturityOf }: Reading): string {
  const { map } = item;
  if (kind === 'Function') return textOf(map.name).slice(0, 1).toUpperCase();
  if (kind === 'Practice') return textOf(map.shortName);
  return kind === 'Stream' ? textOf(map.letter) : maturityOf(item);
}

/** An activity with one question is that question. */
function joinQuestion(activity: SourceNode, question: SourceNode): SourceNode {
  return {
    ...activity,
    requirement: question.requirement || activity.requirement,
    guidance: [question.requirement ? activity.requirement : '', activity.guidance, question.guidance]
      .filter(Boolean)
      .join('\n\n'),
    rating: question.rating,
    extra: question.extra,
    aggregate: null,
    children: [],
  };
}

function questionNode({ map, place }: SammItem, above: string, { answers, notes }: Reading): SourceNode {
  const set = textOf(map.answerSet);
  const scale = answers.nameOf(set);
  if (scale === null) notes.oddities.push({ place, text: message('imports.answerSetUnknown', { found: set || '—' }) });
  const quality = listOf(map.quality).map(textOf).filter(Boolean);
  return {
    ...emptyNode(place),
    key: above && decimalOf(map.order) ? `${above}-q${textOf(map.order)}` : above,
    requirement: textOf(map.text),
    guidance: quality.map((line) => `- ${line}`).join('\n'),
    rating: scale === null ? { rate_by: 'met' } : { rate_by: 'level', scale },
    extra: {},
  };
}
