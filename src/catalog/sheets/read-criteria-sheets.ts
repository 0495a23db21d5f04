import { languages } from '../../i18n/language.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Translation } from '../criteria/localizer.ts';
import { checkSources } from '../criteria/parse-criteria.ts';
import { type Problem, sortProblems } from '../source/problem.ts';
import { atStart } from '../source/text-file.ts';
import type { YamlSource } from '../source/yaml-source.ts';
import { type CriteriaFileForm, criteriaFormOf, type OverlayFileForm, overlayFormOf } from './file-form.ts';
import { findSheets } from './find-sheets.ts';
import { gatherClauses } from './gather-clauses.ts';
import { gatherCriteria } from './gather-criteria.ts';
import { type Gathering, type Mapping, readItems, valueOfItem } from './gather-frame.ts';
import { gatherOverlay } from './gather-overlay.ts';
import { readTable, type TableRow } from './read-table.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { createSheetFindings, type SheetFindings } from './sheet-findings.ts';
import { type SheetKey, sheetKeys } from './sheet-layout.ts';
import { createSheetPlaces } from './sheet-places.ts';

export interface CriteriaSheetsReading {
  /** What a criteria file with this content would hold; null when there is any problem. */
  readonly form: CriteriaFileForm | null;
  /** One for each further language of the workbook; empty when there is any problem. */
  readonly overlays: readonly OverlayFileForm[];
  /** null when there is any problem. */
  readonly criteria: Criteria | null;
  readonly translations: readonly Translation[];
  /** By sheet and cell, in the order of the sheets. */
  readonly problems: readonly Problem[];
  /** What was understood otherwise than it stands there, or left out: no problem, but the author should know. */
  readonly notes: readonly Problem[];
}

/**
 * Reads criteria with their translations from the bytes of an XLSX workbook and checks them as a criteria file is checked; `name` is
 * how problems name the workbook. Never throws on any bytes.
 */
export function readCriteriaSheets(name: string, bytes: Uint8Array): CriteriaSheetsReading {
  const read = readWorkbook(bytes);
  if ('refused' in read) return failed([atStart(name, read.refused)], []);

  const findings = createSheetFindings(name);
  for (const note of read.workbook.notes) findings.note({ line: 1, column: 1 }, note);
  const tables = readTables(read.workbook, findings);
  if (findings.problems.some(({ sheet }) => sheet === undefined)) return failed(findings.problems, findings.notes);

  const { main, overlays } = gather(tables, findings);
  const checked = checkSources(
    main,
    overlays.map((source) => ({ source, language: null })),
  );
  const { criteria, draft, problems, translations } = checked;
  if (!criteria || !draft) return failed(problems, findings.notes);
  const overlayForms = checked.overlays.flatMap((overlay) => overlayFormOf(overlay) ?? []);
  return { form: criteriaFormOf(draft), overlays: overlayForms, criteria, translations, problems: [], notes: findings.notes };
}

function failed(problems: readonly Problem[], notes: readonly Problem[]): CriteriaSheetsReading {
  return { form: null, overlays: [], criteria: null, translations: [], problems: sortProblems(withoutRepeats(problems)), notes };
}

/** Id and version stand in the file and in every overlay, but once in a workbook. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ sheet, line, column, message }) => {
    const key = JSON.stringify([sheet, line, column, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

type Tables = Record<SheetKey, readonly TableRow[]>;

function readTables(workbook: Workbook, findings: SheetFindings): Tables {
  const sheets = findSheets(workbook, findings);
  const tables: Tables = {
    ...{ criteria: [], clauses: [], scales: [], checklists: [], bands: [], evidence: [], grades: [], gates: [], conditions: [] },
    ...{ variants: [], profiles: [], variant_points: [], parts: [] },
    ...{ adjustments: [], grounds: [], maturity: [], certification: [], deadlines: [], person_days: [] },
    ...{ documents: [], checks: [] },
  };
  for (const key of sheetKeys) {
    const sheet = sheets.get(key);
    if (sheet) tables[key] = readTable(sheet, key, findings);
  }
  return tables;
}

function gather(tables: Tables, findings: SheetFindings): { main: YamlSource; overlays: YamlSource[] } {
  const places = createSheetPlaces();
  const own = ownLanguage(tables, findings);
  const gathering: Gathering = { tables, findings, places, own };
  const clauses = gatherClauses(gathering);
  const value = gatherCriteria(gathering, clauses);
  const others = languages.flatMap((language): Mapping[] => {
    const overlay = language === own ? null : gatherOverlay(gathering, clauses, language);
    return overlay ? [overlay] : [];
  });
  const start = tables.criteria[0]?.place ?? { line: 1, column: 1 };
  const toSource = (root: Mapping): YamlSource => {
    const placeOf: YamlSource['placeOf'] = (path) => places.find(root, path, start);
    return { file: findings.file, value: root, problems: findings.problems, placeOf, placeOfKey: placeOf };
  };
  return { main: toSource(value), overlays: others.map((root) => toSource(root)) };
}

/** The language in which the criteria are written; Chinese while the sheet does not say. */
function ownLanguage(tables: Tables, findings: SheetFindings): string {
  const quiet = { ...findings, refuse: () => undefined };
  const line = readItems('criteria', { tables, findings: quiet }).find(({ item }) => item === 'language');
  const value = line && valueOfItem(line, 'zh-CN')?.value;
  const found = languages.find((language) => language === value);
  return found ?? languages[0];
}
