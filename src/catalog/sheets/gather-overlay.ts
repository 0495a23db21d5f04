import { message } from '../../i18n/translate.ts';
import { PlainNumber } from '../source/plain-number.ts';
import type { GatheredClauses } from './gather-clauses.ts';
import { byLevel } from './gather-criteria.ts';
import { type Gathering, type Mapping, nameIn, readItems, take, valueOfItem, within } from './gather-frame.ts';
import type { Field, TableRow } from './read-table.ts';
import type { SheetKey } from './sheet-layout.ts';
import { isTranslatedItem } from './sheet-words.ts';

/**
 * The overlay of one more language that a workbook stands for, as YAML would have been read. null when the workbook neither names
 * the language among its translations nor has a text in it.
 */
export function gatherOverlay(gathering: Gathering, gathered: GatheredClauses, language: string): Mapping | null {
  const texts: Mapping = {};
  const lines = readItems('criteria', { ...gathering, findings: { ...gathering.findings, refuse: () => undefined } });
  for (const line of lines) {
    if (isTranslatedItem(line.item)) putField(gathering, texts, line.item, valueOfItem(line, language));
  }
  gatherScaleTexts(gathering, gathered, texts, language);
  gatherClauseTexts(gathering, gathered, texts, language);
  gatherLabels(gathering, texts, language);
  const fieldOf = (item: string) => lines.flatMap((line) => (line.item === item ? [valueOfItem(line, gathering.own)] : []))[0];
  const named = fieldOf('translations')?.value;
  const isNamed = Array.isArray(named) && named.includes(language);
  if (!isNamed && Object.keys(texts).length === 0) return null;
  const place = gathering.tables.criteria[0]?.place ?? { line: 1, column: 1 };
  gathering.places.put(texts, 'format', new PlainNumber('1'), place);
  gathering.places.put(texts, 'language', language, place);
  putField(gathering, texts, 'criteria', fieldOf('id'));
  putField(gathering, texts, 'version', fieldOf('version'));
  return texts;
}

function putField({ places }: Gathering, target: Mapping, key: string, field: Field | undefined): void {
  if (field) places.put(target, key, field.value, field.place);
}

/** Puts the texts of the line that are there into the map under these keys, which is made when the first one needs it. */
function putTexts(
  gathering: Gathering,
  target: Mapping,
  path: readonly string[],
  row: TableRow,
  fields: Readonly<Record<string, string>>,
): void {
  const isThere = Object.keys(fields).some((field) => row.fields.has(field));
  if (!isThere || path.includes('')) return;
  const inner = path.reduce((at, key) => within(gathering, at, key, row), target);
  take(gathering, inner, row, fields);
}

function gatherScaleTexts(gathering: Gathering, { owners }: GatheredClauses, texts: Mapping, language: string): void {
  const fields = { [`label@${language}`]: 'label', [`anchor@${language}`]: 'anchor' };
  for (const row of gathering.tables.scales) {
    const name = nameIn(row, 'scale');
    const path = name === '' ? ['clauses', idOf(owners.get(row)), 'levels'] : ['scales', name];
    putTexts(gathering, texts, [...path, nameIn(row, 'level')], row, fields);
  }
}

function gatherClauseTexts(gathering: Gathering, { owners }: GatheredClauses, texts: Mapping, language: string): void {
  const { tables } = gathering;
  const fields = Object.fromEntries(['title', 'requirement', 'guidance', 'unit'].map((key) => [`${key}@${language}`, key]));
  for (const row of tables.clauses) putTexts(gathering, texts, ['clauses', nameIn(row, 'id')], row, fields);
  for (const row of tables.checklists) {
    putTexts(gathering, texts, ['clauses', idOf(owners.get(row)), 'items'], row, { [`label@${language}`]: nameIn(row, 'id') });
  }
  const byClause = new Map<string, TableRow[]>();
  for (const row of tables.evidence) {
    const id = idOf(owners.get(row));
    byClause.set(id, [...(byClause.get(id) ?? []), row]);
  }
  for (const [id, rows] of byClause) {
    const path = ['clauses', id];
    putList(gathering, rows, `title@${language}`, (row) => [
      path.reduce((at, key) => within(gathering, at, key, row), texts),
      'evidence',
    ]);
  }
}

/** A list of texts has no gaps: what follows an empty one could not be told from it. */
function putList(
  { places, findings }: Gathering,
  rows: readonly TableRow[],
  field: string,
  target: (row: TableRow) => readonly [Mapping, string],
): void {
  const fields = rows.map((row) => ({ row, field: row.fields.get(field) }));
  const last = fields.findLastIndex(({ field: found }) => found !== undefined);
  const wanted = fields.slice(0, last + 1);
  const [first] = wanted;
  if (!first) return;
  for (const { row, field: found } of wanted) if (!found) findings.refuse(row.place, message('sheets.translationGap'));
  const [map, key] = target(first.row);
  const list = wanted.map(({ field: found }) => found?.value ?? null);
  places.put(map, key, list, first.field?.place ?? first.row.place);
  wanted.forEach(({ row, field: found }, index) => {
    places.markEntry(list, index, found?.place ?? row.place);
  });
}

const labelled: readonly (readonly [SheetKey, string, string])[] = [
  ['grounds', 'grounds', 'label'],
  ['grades', 'grades', 'label'],
  ['gates', 'gates', 'title'],
  ['parts', 'parts', 'title'],
  ['documents', 'documents', 'title'],
  ['checks', 'checks', 'title'],
];

function gatherLabels(gathering: Gathering, texts: Mapping, language: string): void {
  const { tables } = gathering;
  for (const [sheet, key, field] of labelled) {
    for (const row of tables[sheet]) putTexts(gathering, texts, [key], row, { [`${field}@${language}`]: nameIn(row, 'id') });
  }
  for (const sheet of ['variants', 'profiles'] as const) {
    const choice = { [`title@${language}`]: 'title', [`about@${language}`]: 'about' };
    for (const row of tables[sheet]) putTexts(gathering, texts, [sheet, nameIn(row, 'id')], row, choice);
  }
  putList(gathering, byLevel(tables.maturity), `label@${language}`, () => [texts, 'maturity']);
  const fields = { [`title@${language}`]: 'title', [`after@${language}`]: 'after' };
  for (const row of tables.deadlines) putTexts(gathering, texts, ['deadlines', nameIn(row, 'id')], row, fields);
}

function idOf(clause: Mapping | undefined): string {
  return typeof clause?.id === 'string' ? clause.id : '';
}
