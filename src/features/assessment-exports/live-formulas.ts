import type { Criteria, Rounding } from '../../model/criteria.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { PreparedClause, PreparedCriteria } from '../../model/prepare.ts';
import type { Score } from '../../model/score.ts';
import { at } from '../../model/tree.ts';

/** A cell that a spreadsheet computes, and what the engine found. */
export interface LiveCell {
  /** Without the equals sign; null: the cell is empty. */
  readonly formula: string | null;
  /** '' where there is no number. */
  readonly value: number | '';
}

/** The figures of a clause, a part or the whole. */
export interface LiveRow {
  readonly rate: LiveCell;
  /** Points that count. */
  readonly counted: LiveCell;
  readonly obtained: LiveCell;
}

/** The columns in which the figures stand. */
export interface LiveColumns {
  readonly points: string;
  readonly weight: string;
  readonly rate: string;
  readonly counted: string;
  readonly obtained: string;
}

/**
 * The figures of the score so far as spreadsheet formulas, in the order of `prepared.clauses`; row `firstRow` holds the whole. They
 * follow `tallyTree`: the rate of a rated clause is a quotient of whole numbers, everything above it is computed from there.
 */
export function liveRows({ clauses }: PreparedCriteria, { tallies }: Score, columns: LiveColumns, firstRow: number): LiveRow[] {
  return clauses.map((clause, index) => {
    const tally = at(tallies, index);
    const cells = clause.aggregate
      ? innerFormulas(clause, columns, firstRow)
      : leafFormulas(clause, tally.rate, columns, firstRow);
    const live = (formula: string | null, value: Fraction | null): LiveCell => ({ formula, value: value ? toNumber(value) : '' });
    return {
      rate: live(cells.rate, tally.rate),
      counted: live(cells.counted, tally.points),
      obtained: live(cells.obtained, tally.obtained),
    };
  });
}

interface Formulas {
  readonly rate: string | null;
  readonly counted: string;
  readonly obtained: string;
}

function leafFormulas({ index }: PreparedClause, rate: Fraction | null, columns: LiveColumns, firstRow: number): Formulas {
  return { rate: rate && quotient(rate), ...ofOwnPoints(index + firstRow, columns) };
}

/** The points of a clause count as soon as its rate is known. */
function ofOwnPoints(row: number, { points, rate }: LiveColumns): Pick<Formulas, 'counted' | 'obtained'> {
  return {
    counted: `IF(ISNUMBER(${rate}${row}),${points}${row},0)`,
    obtained: `IF(ISNUMBER(${rate}${row}),${points}${row}*${rate}${row},0)`,
  };
}

function innerFormulas({ index, aggregate, children }: PreparedClause, columns: LiveColumns, firstRow: number): Formulas {
  const row = index + firstRow;
  const runs = runsOf(children.map((child) => child + firstRow));
  const over = (column: string) => runs.map(([from, to]) => `${column}${from}:${column}${to}`);
  const rates = over(columns.rate).join(',');
  const plainMean = `IF(COUNT(${rates})=0,"",AVERAGE(${rates}))`;
  const own = ofOwnPoints(row, columns);
  switch (aggregate) {
    case 'minimum':
      return { rate: `IF(COUNT(${rates})=0,"",MIN(${rates}))`, ...own };
    case 'maximum':
      return { rate: `IF(COUNT(${rates})=0,"",MAX(${rates}))`, ...own };
    case 'weighted-mean': {
      const weights = over(columns.weight);
      const pairs = over(columns.rate).map((rate, place) => ({ rate, weight: weights[place] ?? '' }));
      const whole = pairs.map(({ rate, weight }) => `SUMIF(${rate},">=0",${weight})`).join('+');
      const weighted = pairs.map(({ rate, weight }) => `SUMPRODUCT(${weight},${rate})`).join('+');
      return { rate: `IF((${whole})=0,${plainMean},(${weighted})/(${whole}))`, ...own };
    }
    default:
      return {
        rate: `IF(${columns.counted}${row}=0,${plainMean},${columns.obtained}${row}/${columns.counted}${row})`,
        counted: `SUM(${over(columns.counted).join(',')})`,
        obtained: `SUM(${over(columns.obtained).join(',')})`,
      };
  }
}

/** Rows that follow each other, as first and last: children that have none below them stand side by side. */
function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

function quotient({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** As near as a spreadsheet comes to it. */
export function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

/** What a cell holds rounded as the criteria say; ten digits are sure, so that a half is seen as one. */
export function roundedFormula(cell: string, { digits, mode }: Rounding): string {
  const sure = `ROUND(${cell},10)`;
  if (mode === 'half-up') return `ROUND(${sure},${digits})`;
  if (mode === 'down') return `ROUNDDOWN(${sure},${digits})`;
  const scaled = `ROUND(${cell}*${10 ** digits},8)`;
  return `IF(MOD(${scaled},1)=0.5,2*ROUND(${scaled}/2,0),ROUND(${scaled},0))/${10 ** digits}`;
}

/** The label of the highest grade whose bound the cell reaches. */
export function bandFormula(
  cell: string,
  { grades, failLabel }: Pick<Criteria, 'grades' | 'failLabel'>,
  labelOf: (text: Criteria['failLabel']) => string,
): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return grades.reduceRight(
    (lower, { from, label }) => `IF(ROUND(${cell},10)>=${from},${quoted(labelOf(label))},${lower})`,
    quoted(labelOf(failLabel)),
  );
}
