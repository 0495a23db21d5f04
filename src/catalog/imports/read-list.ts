import { message } from '../../i18n/translate.ts';
import type { ListRow } from './csv-rows.ts';
import { type FlatNode, linkNodes } from './flat-tree.ts';
import type { ImportNotes } from './import-report.ts';
import { type ColumnName, findColumns } from './list-columns.ts';
import { cleanNumber, numbersAbove, outlineLevel } from './list-numbers.ts';
import { languageOfText } from './source-language.ts';
import { emptyNode, type SourceCriteria, type SourceNode, type SourceRating } from './source-tree.ts';
import { decimalOf } from './source-values.ts';

/** Excel takes no more characters in a cell; a text of that length was probably cut. */
const longestCell = 32_767;

/** Reads a list of clauses, one a row: number, title, text, points. The tree comes from the numbers. */
export function readList(file: string, rows: readonly ListRow[], notes: ImportNotes): SourceCriteria | null {
  const { at, headerRow, unknown } = findColumns(rows);
  const place = rows[Math.max(0, headerRow)]?.place ?? file;
  if (!at.has('title') && !at.has('text')) {
    notes.oddities.push({ place, text: message('imports.noColumns') });
    return null;
  }
  if (headerRow < 0) notes.mapped.push({ place, text: message('imports.columnsGuessed', { columns: columnsText(at) }) });
  for (const header of unknown)
    notes.dropped.push({ place, text: message('imports.columnDropped', { found: header.slice(0, 80) }) });
  const body = rows.slice(headerRow + 1);
  const cell = (row: ListRow, name: ColumnName) => row.cells[at.get(name) ?? -1] ?? '';
  const language = languageOfText(
    body
      .slice(0, 100)
      .map((row) => cell(row, 'title') + cell(row, 'text'))
      .join(' '),
  );
  const nodes = toTree(body, cell, notes);
  const title =
    rows
      .slice(0, Math.max(0, headerRow))
      .map(({ cells }) => cells.find(Boolean) ?? '')
      .find(Boolean) ?? '';
  const name = baseName(file);
  return {
    name,
    version: '1.0.0',
    language,
    title: title || name,
    about: '',
    basis: [],
    scales: {},
    nodes: rateLeaves(nodes, notes),
    own: null,
    overlays: [],
    translated: null,
  };
}

type ReadCell = (row: ListRow, name: ColumnName) => string;

function columnsText(at: ReadonlyMap<ColumnName, number>): string {
  return [...at].map(([name, index]) => `${name} = ${index + 1}`).join(', ');
}

function toTree(rows: readonly ListRow[], cell: ReadCell, notes: ImportNotes): SourceNode[] {
  const known = new Set(rows.map((row) => cleanNumber(cell(row, 'number'))));
  const outline: string[] = [];
  const list = rows.map((row, index): FlatNode => {
    const given = cell(row, 'number');
    const number = cleanNumber(given);
    const level = outlineLevel(given);
    const key = `${index} ${number}`;
    if (level !== null) outline.splice(level - 1, outline.length, key);
    const above = level === null ? numbersAbove(number).find((candidate) => known.has(candidate)) : undefined;
    const node = rowNode(row, number, cell, notes);
    return { node, key: level === null ? number : key, parent: above ?? parentInOutline(level, outline), depth: null };
  });
  return linkNodes(list, notes);
}

/** A plain number below a Chinese outline belongs to the heading before it. */
function parentInOutline(level: number | null, outline: readonly string[]): string | null {
  if (level === null) return outline.at(-1) ?? null;
  return level > 1 ? (outline[level - 2] ?? null) : null;
}

function rowNode(row: ListRow, number: string, cell: ReadCell, notes: ImportNotes): SourceNode {
  const { place } = row;
  const found = cell(row, 'points');
  const points = found === '' ? null : decimalOf(found.replace(/\s*(分|points?|pts?)$/i, ''));
  if (found !== '' && points === null)
    notes.oddities.push({ place, text: message('imports.pointsNotNumber', { found: found.slice(0, 60) }) });
  if (row.cells.some((text) => text.length >= longestCell))
    notes.oddities.push({ place, text: message('imports.cellFull', { most: longestCell }) });
  const [title, requirement] = [cell(row, 'title'), cell(row, 'text')];
  const [otherTitle, otherText] = [cell(row, 'title-other'), cell(row, 'text-other')];
  return {
    ...emptyNode(place),
    number,
    key: number,
    title,
    requirement,
    guidance: cell(row, 'guidance'),
    points,
    translated: otherTitle || otherText ? { title: otherTitle || undefined, requirement: otherText || undefined } : null,
  };
}

/** Rows with rows below are sections, the others are rated by points where they have any, else as met or not. */
function rateLeaves(nodes: readonly SourceNode[], notes: ImportNotes): SourceNode[] {
  const told = { points: 0, met: 0 };
  const rate = (node: SourceNode): SourceNode => {
    if (node.children.length > 0) return { ...node, children: node.children.map(rate) };
    const rating = ratingOf(node.points);
    told[rating.rate_by === 'points' ? 'points' : 'met'] += 1;
    return { ...node, rating };
  };
  const rated = nodes.map(rate);
  const place = nodes[0]?.place ?? '';
  if (told.points > 0) notes.mapped.push({ place, text: message('imports.ratedByPoints', { count: told.points }) });
  if (told.met > 0) notes.mapped.push({ place, text: message('imports.ratedAsMet', { count: told.met }) });
  return rated;
}

/** Half points where the points allow it, else tenths, else as fine as the points themselves. */
function ratingOf(points: string | null): SourceRating {
  if (points === null || points === '0') return { rate_by: 'met' };
  const millionths = BigInt(Math.round(Number(points) * 1e6));
  if (millionths % 500_000n === 0n) return { rate_by: 'points', step: '0.5' };
  return { rate_by: 'points', step: millionths % 100_000n === 0n ? '0.1' : points };
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.[^.]+$/, '');
}
