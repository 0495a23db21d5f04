import { deviationOf, fences, meanInterval, meanOf, medianOf, shareInterval } from '../../model/statistics.ts';
import type { AnswerFigures, ColumnChoice, RejectedValue, SurveyFigures } from '../../model/survey.ts';
import type { FileSource } from '../../storage/file-source.ts';
import { readAnswer, readDay } from './answer-scale.ts';
import { distributionOf } from './distribution.ts';
import { openSurvey, type SheetRow } from './survey-rows.ts';

export interface FigureTask {
  readonly source: FileSource;
  readonly columns: readonly ColumnChoice[];
  /** Rows that somebody left out. */
  readonly excluded: readonly number[];
  /** Rejected values that are kept with the figures. */
  readonly mostRejects: number;
}

/** What is gathered of one column of answers while the rows go by. */
interface Gathered {
  readonly column: number;
  readonly header: string;
  readonly choice: ColumnChoice;
  readonly values: number[];
  readonly rows: number[];
  blank: number;
}

const mostOutliers = 100;
const mostSites = 50;

/**
 * Reads every row and makes the figures. Rows go by one at a time; of each answer only the number is kept. What does not fit
 * is named with its row, never passed over in silence.
 */
export async function figureSurvey(task: FigureTask): Promise<SurveyFigures> {
  const source = await openSurvey(task.source);
  if ('refused' in source) throw new Error(`The sheet can no longer be read: ${source.refused.key}`);
  const gathering = new Gathering(task);
  let header: readonly string[] | null = null;
  for await (const row of source.rows()) {
    if (header === null) {
      header = row.cells;
      gathering.begin(header);
    } else gathering.take(row, header.length);
  }
  return gathering.end();
}

/** Guards what has gone by. */
class Gathering {
  readonly #task: FigureTask;
  readonly #excluded: ReadonlySet<number>;
  readonly #rejects: RejectedValue[] = [];
  readonly #sites = new Map<string, number>();
  #answers: Gathered[] = [];
  #header: readonly string[] = [];
  #rejected = 0;
  #rows = 0;
  #left = 0;
  #from: string | null = null;
  #to: string | null = null;

  constructor(task: FigureTask) {
    this.#task = task;
    this.#excluded = new Set(task.excluded);
  }

  begin(header: readonly string[]): void {
    this.#header = header;
    this.#answers = this.#task.columns.flatMap((choice, column) =>
      choice.role === 'answer' ? [{ column, header: header[column] ?? '', choice, values: [], rows: [], blank: 0 }] : [],
    );
  }

  take({ row, cells }: SheetRow, width: number): void {
    this.#rows += 1;
    if (this.#excluded.has(row)) {
      this.#left += 1;
      return;
    }
    // Too many cells mean that a sign in the text parted it: its answers would stand in the wrong columns.
    if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) {
      this.#reject({ row, column: '', value: cells.join(' | '), why: 'columns' });
      return;
    }
    this.#takeFacts(row, cells);
    for (const answer of this.#answers) this.#takeAnswer(answer, row, cells[answer.column] ?? '');
  }

  #takeFacts(row: number, cells: readonly string[]): void {
    this.#task.columns.forEach(({ role }, column) => {
      const text = cells[column] ?? '';
      if (text === '') return;
      if (role === 'site') this.#sites.set(text, (this.#sites.get(text) ?? 0) + 1);
      if (role === 'date') this.#takeDay(row, column, text);
    });
  }

  #takeDay(row: number, column: number, text: string): void {
    const day = readDay(text);
    if (day === null) {
      this.#reject({ row, column: this.#header[column] ?? '', value: text, why: 'not-a-date' });
      return;
    }
    if (this.#from === null || day < this.#from) this.#from = day;
    if (this.#to === null || day > this.#to) this.#to = day;
  }

  #takeAnswer(answer: Gathered, row: number, text: string): void {
    if (text === '') {
      answer.blank += 1;
      return;
    }
    const read = readAnswer(text, answer.choice);
    if ('why' in read) {
      this.#reject({ row, column: answer.header, value: text, why: read.why });
      return;
    }
    answer.values.push(read.value);
    answer.rows.push(row);
  }

  #reject(value: RejectedValue): void {
    this.#rejected += 1;
    if (this.#rejects.length < this.#task.mostRejects) this.#rejects.push({ ...value, value: value.value.slice(0, 200) });
  }

  end(): SurveyFigures {
    const sites = [...this.#sites].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return {
      rows: this.#rows,
      excluded: this.#left,
      answers: this.#answers.map(figuresOf),
      from: this.#from,
      to: this.#to,
      sites: sites.slice(0, mostSites).map(([name, rows]) => ({ name, rows })),
      rejected: this.#rejected,
      rejects: this.#rejects,
    };
  }
}

function figuresOf({ column, header, choice, values, rows, blank }: Gathered): AnswerFigures {
  const { clause, feed, passFrom, scale } = choice;
  const n = values.length;
  const common = { column, header, clause, feed, passFrom, n, blank };
  if (n === 0) return { ...common, ...nothing };

  const sorted = [...values].sort((a, b) => a - b);
  const mean = meanOf(values);
  const deviation = deviationOf(values, mean);
  const least = scale === 'yes-no' ? 1 : passFrom;
  const passed = least === null ? null : values.filter((value) => value >= least).length;
  return {
    ...common,
    passFrom: least,
    mean,
    median: medianOf(sorted),
    deviation,
    meanInterval: meanInterval(n, mean, deviation),
    passed,
    share: passed === null ? null : passed / n,
    shareInterval: passed === null ? null : shareInterval(n, passed),
    distribution: distributionOf(sorted, choice),
    outliers: scale === 'number' ? outliersOf(values, rows, sorted) : [],
  };
}

const nothing = {
  ...{ mean: null, median: null, deviation: null, meanInterval: null, passed: null, share: null, shareInterval: null },
  distribution: [],
  outliers: [],
};

function outliersOf(values: readonly number[], rows: readonly number[], sorted: readonly number[]) {
  const { from, to } = fences(sorted);
  // Where half of all answers are equal the limits close up, and everything else would stand out.
  if (from === to) return [];
  return values
    .flatMap((value, index) => (value < from || value > to ? [{ row: rows[index] ?? 0, value }] : []))
    .slice(0, mostOutliers);
}
