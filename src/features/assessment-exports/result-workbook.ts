import { type Cell, type Row, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { explainClause } from '../../model/explain-clause.ts';
import { partName } from '../../model/part-name.ts';
import type { PreparedClause, PreparedCriteria } from '../../model/prepare.ts';
import type { ClauseResult } from '../../model/result.ts';
import { scoreOf } from '../../model/result-of.ts';
import type { Scored } from '../results/result-store.ts';
import { methodWord, stateWord } from './export-words.ts';
import { lastingArchive, momentOf } from './lasting-archive.ts';
import { type LiveCell, type LiveColumns, type LiveRow, liveRows, toNumber } from './live-formulas.ts';
import { addEvidenceSheet, addFindingsSheet } from './record-sheets.ts';
import { addScoreSheet } from './score-sheet.ts';
import { addHead, asText } from './sheet-look.ts';

const columns: LiveColumns = { points: 'F', weight: 'G', rate: 'H', counted: 'I', obtained: 'J' };
/** The whole stands below the head. */
const firstRow = 2;

/**
 * The assessment as an XLSX workbook whose score is computed in the workbook itself: change a rate and watch the score. Gates and
 * further conditions are not computed there; the grade that counts stands beside the one that the score alone reaches.
 */
export async function resultWorkbook(scored: Scored, language: Language): Promise<Uint8Array> {
  const t = translator(language);
  const { ready, score } = scoreOf(scored.dossier);
  const rows = liveRows(ready, score, columns, firstRow);
  const workbook = new Workbook();
  workbook.creator = 'Assay';
  workbook.lastModifiedBy = 'Assay';
  // Spreadsheet programs compute everything anew when they open it.
  workbook.calcProperties = { fullCalcOnLoad: true };
  const clausesName = t('exports.sheet.clauses');
  addScoreSheet(
    workbook.addWorksheet(t('exports.sheet.result')),
    { scored, ready, score, clausesName, firstRow, columns },
    language,
  );
  addClauses(
    workbook.addWorksheet(clausesName, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] }),
    rows,
    { scored, ready },
    language,
  );
  addFindingsSheet(workbook.addWorksheet(t('exports.sheet.findings')), scored.dossier, language);
  addEvidenceSheet(workbook.addWorksheet(t('exports.sheet.evidence')), scored.dossier, t);
  return lastingArchive(await workbook.xlsx.writeBuffer(), momentOf(scored.dossier));
}

interface Sources {
  readonly scored: Scored;
  readonly ready: PreparedCriteria;
}

function addClauses(sheet: Worksheet, rows: readonly LiveRow[], sources: Sources, language: Language): void {
  const t = translator(language);
  addHead(sheet, [
    [t('exports.column.number'), 12],
    [t('exports.column.title'), 36],
    [t('exports.column.id'), 22],
    [t('exports.column.method'), 14],
    [t('exports.column.state'), 10],
    [t('exports.column.points'), 9],
    [t('exports.column.weight'), 9],
    [t('exports.column.rate'), 10],
    [t('exports.column.applicable'), 11],
    [t('exports.column.obtained'), 11],
    [t('exports.column.explanation'), 44],
    [t('exports.column.note'), 44],
  ]);
  const results = new Map(sources.scored.result.clauses.map((one) => [one.id, one]));
  const weighted = weightedPlaces(sources.ready);
  for (const prepared of sources.ready.clauses) {
    const row = sheet.getRow(prepared.index + firstRow);
    row.values = [
      ...wordsOf(prepared, sources, language, t),
      toNumber(prepared.points),
      weighted.has(prepared.index) ? toNumber(prepared.weight) : '',
    ];
    const live = rows[prepared.index];
    if (live) fillFigures(row, live);
    fillWords(row, prepared, results.get(prepared.clause?.id ?? ''), sources, language);
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(2).alignment = { vertical: 'top', wrapText: true, indent: Math.min(prepared.depth, 6) };
    if (prepared.aggregate) row.font = { bold: true };
  }
}

/** Number, name, id, how it is rated; the state follows by itself. */
function wordsOf(prepared: PreparedClause, sources: Sources, language: Language, t: Translate): string[] {
  const { clause, aggregate } = prepared;
  const method = methodWord(clause?.method?.by ?? aggregate, t);
  return [clause?.number ?? '', asText(nameOf(prepared, sources, language, t)), clause?.id ?? '', method, ''];
}

function fillWords(
  row: Row,
  { clause }: PreparedClause,
  own: ClauseResult | undefined,
  { scored }: Sources,
  language: Language,
): void {
  if (!clause || !own) return;
  row.getCell(5).value = stateWord(own.state, translator(language));
  row.getCell(11).value = asText(explainClause(scored.dossier.criteria, own, language));
  row.getCell(12).value = asText(scored.dossier.ratings[clause.id]?.note ?? '');
}

function fillFigures(row: Row, { rate, counted, obtained }: LiveRow): void {
  fill(row.getCell(8), rate, '0.00%');
  fill(row.getCell(9), counted, '0.00##');
  fill(row.getCell(10), obtained, '0.00##');
}

/** Clauses whose weight counts: those right below a weighted mean. */
function weightedPlaces({ clauses }: PreparedCriteria): ReadonlySet<number> {
  return new Set(clauses.flatMap(({ aggregate, children }) => (aggregate === 'weighted-mean' ? children : [])));
}

function nameOf({ index, clause }: PreparedClause, { scored, ready }: Sources, language: Language, t: Translate): string {
  const { criteria } = scored.dossier;
  if (clause) return textIn(clause.title, language, criteria.language);
  const part = ready.parts.find((one) => one.index === index);
  return part ? partName(criteria, part.part.id, language) : t('exports.whole');
}

function fill(cell: Cell, { formula, value }: LiveCell, numFmt: string): void {
  cell.numFmt = numFmt;
  if (formula !== null) cell.value = { formula, result: value };
}
