import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import init, { Model } from '@ironcalc/wasm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultWorkbook } from '../../src/features/assessment-exports/result-workbook.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { anyCriteria, anyRatings, makeClause, makeCriteria, makeDossier, rated } from '../support/random-criteria.ts';

await init({ module_or_path: readFileSync(fileURLToPath(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))) });

/** What a spreadsheet program shows: every formula computed from the cells that are not formulas, none of the kept results used. */
function computedIn(workbook: Workbook): (sheet: string, row: number, column: number) => string {
  const model = new Model('result', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const names = workbook.worksheets.map(({ name }) => name);
  names.forEach((name, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  workbook.worksheets.forEach((sheet, index) => {
    sheet.eachRow((row, rowNumber) => {
      row.eachCell(({ value }, column) => {
        model.setUserInput(index, rowNumber, column, inputOf(value));
      });
    });
  });
  model.resumeEvaluation();
  model.evaluate();
  return (sheet, row, column) => model.getFormattedCellValue(names.indexOf(sheet), row, column);
}

function inputOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'formula' in value) return `=${String(value.formula)}`;
  return typeof value === 'number' ? String(value) : `'${String(value ?? '')}`;
}

async function workbookOf(dossier: Dossier): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load((await resultWorkbook({ dossier, result: resultOf(dossier) }, 'en')) as never);
  return workbook;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** The last two lines of the result sheet as a spreadsheet program computes them. */
function verdictOf(workbook: Workbook): { score: string; band: string } {
  const last = sheetOf(workbook, 'Result').rowCount;
  const shown = computedIn(workbook);
  return { score: shown('Result', last - 1, 2), band: shown('Result', last, 2) };
}

const anyDossier = anyCriteria.chain((criteria) =>
  fc
    .record({
      ratings: anyRatings(ratedClauses(criteria), { unrated: true }),
      deductions: fc.nat({ max: 3 }),
      bonuses: fc.nat({ max: 3 }),
      mode: fc.constantFrom('half-up', 'half-even', 'down'),
    })
    .map(({ ratings, deductions, bonuses, mode }) =>
      makeDossier({
        criteria: {
          ...criteria,
          rounding: { digits: 2, mode },
          deduction: { points: '1.5', atMost: 2, failsAt: null, grounds: [] },
          bonus: { points: '0.7', atMost: 2, grounds: [] },
          grades: [
            { id: 'high', label: { en: 'High' }, from: '80', requires: [] },
            { id: 'low', label: { en: 'Low "so"' }, from: '33.3', requires: [] },
          ],
        },
        ratings: rated(ratings),
        adjustments: [
          ...Array.from({ length: deductions }, () => ({ kind: 'deduction' as const, ground: null, statement: 'x' })),
          ...Array.from({ length: bonuses }, () => ({ kind: 'bonus' as const, ground: null, statement: 'x' })),
        ],
      }),
    ),
);

test('a spreadsheet computes the score and the grade by score that the engine found', async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const { score, band } = verdictOf(await workbookOf(dossier));
      const result = resultOf(dossier);
      expect(Number(score).toFixed(2)).toBe(result.score.shown);
      expect(band).toBe({ high: 'High', low: 'Low "so"' }[result.band ?? ''] ?? 'Fail');
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('who changes a rate in the workbook sees the score change', async () => {
  const criteria = makeCriteria({ clauses: [makeClause({ id: 'a' }), makeClause({ id: 'b', points: '3' })] });
  const dossier = makeDossier({ criteria, ratings: rated({ a: { by: 'met', met: true }, b: { by: 'met', met: false } }) });
  const workbook = await workbookOf(dossier);
  expect(verdictOf(workbook).score).toBe('25');
  sheetOf(workbook, 'Clauses').getCell('H4').value = 0.5;
  expect(verdictOf(workbook).score).toBe('62.5');
});

test('hostile texts stay texts, and control characters do not break the file', async () => {
  const criteria = makeCriteria({ clauses: [makeClause({ id: 'a', title: { en: '=1+1' } })] });
  const note = `=HYPERLINK("http://x")\u0000\u000b${'long'.repeat(10_000)}`;
  const dossier = makeDossier({ criteria, ratings: { a: { rating: { by: 'met', met: true }, note } } });
  const sheet = sheetOf(await workbookOf(dossier), 'Clauses');
  expect(sheet.getCell('B3').value).toBe('=1+1');
  const kept = String(sheet.getCell('L3').value);
  expect(kept.startsWith('=HYPERLINK("http://x")long')).toBe(true);
  expect(kept).toHaveLength(32_767);
});
