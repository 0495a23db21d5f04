import { message } from '../../i18n/translate.ts';
import { nearest } from '../source/nearest.ts';
import type { Sheet, Workbook } from './read-workbook.ts';
import type { SheetFindings } from './sheet-findings.ts';
import { type SheetKey, sheetKeys } from './sheet-layout.ts';
import { plainName, sheetSpellings } from './sheet-words.ts';

const start = { line: 1, column: 1 };
const neededSheets: readonly SheetKey[] = ['criteria', 'clauses'];

/** The sheets that we know, by key. Reports those that are missing, hidden, twice there or probably called otherwise. */
export function findSheets({ sheets }: Workbook, findings: SheetFindings): Map<SheetKey, Sheet> {
  const found = new Map<SheetKey, Sheet>();
  const unknown: Sheet[] = [];
  for (const sheet of sheets) {
    const key = sheetKeys.find((candidate) => namesOf(candidate).includes(plainName(sheet.name)));
    if (!key) unknown.push(sheet);
    else if (found.has(key))
      findings.refuse({ sheet: sheet.name, ...start }, message('sheets.sheetDoubled', { name: sheet.name }));
    else found.set(key, sheet);
  }
  const missing = sheetKeys.filter((key) => !found.has(key));
  for (const sheet of unknown) reportUnknown(sheet, missing, findings);
  reportMissing(missing, findings);
  for (const { name } of [...found.values()].filter(({ isHidden }) => isHidden)) {
    findings.note({ sheet: name, ...start }, message('sheets.sheetHidden'));
  }
  return found;
}

function reportMissing(missing: readonly SheetKey[], findings: SheetFindings): void {
  for (const key of missing) {
    if (neededSheets.includes(key)) findings.refuse(start, message('sheets.sheetMissing', { name: sheetSpellings(key)[0] }));
  }
}

function reportUnknown({ name, rows }: Sheet, missing: readonly SheetKey[], findings: SheetFindings): void {
  const place = { sheet: name, ...start };
  if (plainName(name) === plainName(readMeName) || rows.size === 0) return;
  const meant = missing.find((key) => nearest(plainName(name), namesOf(key)) !== null);
  if (!meant) findings.note(place, message('sheets.sheetIgnored', { name }));
  else
    findings.refuse(
      place,
      message('sheets.sheetUnknown', { name }),
      message('catalog.didYouMean', { word: sheetSpellings(meant)[0] }),
    );
}

/** The sheet that only explains. */
export const readMeName = '说明 Read me';

function namesOf(key: SheetKey): string[] {
  return sheetSpellings(key).map(plainName);
}
