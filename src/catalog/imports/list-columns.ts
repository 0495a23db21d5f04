import type { ListRow } from './csv-rows.ts';

export const columnNames = ['number', 'title', 'text', 'guidance', 'points', 'title-other', 'text-other'] as const;
export type ColumnName = (typeof columnNames)[number];

export interface ListColumns {
  /** Which column holds what. */
  readonly at: ReadonlyMap<ColumnName, number>;
  /** Index of the row with the headers; -1 when there is none and the columns were guessed. */
  readonly headerRow: number;
  /** Headers that mean nothing to us. */
  readonly unknown: readonly string[];
}

/** Spellings without spaces, brackets and case. */
const spellings: Readonly<Record<ColumnName, RegExp>> = {
  number:
    /^(编号|序号|条款号|条款编号|条号|章节号?|条款|代号|编码|no\.?|number|ref|reference|ref_?id|id|code|#|clause(no\.?|number)?)$/,
  'title-other': /^(英文名称|英文标题|名称英文|标题英文|英文|titleen|englishtitle|nameen|titlezh|titleenglish|title中文)$/,
  'text-other': /^(英文要求|要求英文|内容英文|texten|requirementen|textenglish|requirementenglish)$/,
  title: /^(名称|标题|条款名称|指标|指标名称|项目|评价项目|评价指标|题目|要素|title|name|item|heading|clausetitle)$/,
  text: /^(要求|内容|条款内容|评价内容|评价要求|具体要求|条文|描述|标准要求|正文|requirement|requirements|text|description|content|statement)$/,
  guidance:
    /^(评价要点|评分标准|评分细则|评价方法|评分说明|说明|备注|指南|要点|guidance|notes?|comment|howtojudge|scoring|criteria)$/,
  points: /^(分值|分数|满分|标准分|标准分值|配分|得分上限|权重|points?|score|max(imum)?(score|points)?|weight|marks?)$/,
};

const searched = 15;

/** Finds the columns by their headers in the first rows, else by what stands in them. */
export function findColumns(rows: readonly ListRow[]): ListColumns {
  const found = rows.slice(0, searched).map(({ cells }) => headersIn(cells));
  const best = Math.max(0, ...found.map((at) => at.size));
  const headerRow = best >= 2 ? found.findIndex((at) => at.size === best) : -1;
  if (headerRow < 0) return { at: guessColumns(rows), headerRow, unknown: [] };
  const at = found[headerRow] ?? new Map();
  const used = new Set(at.values());
  const unknown = (rows[headerRow]?.cells ?? []).filter((cell, index) => cell !== '' && !used.has(index));
  return { at, headerRow, unknown };
}

function headersIn(cells: readonly string[]): Map<ColumnName, number> {
  const at = new Map<ColumnName, number>();
  cells.forEach((cell, index) => {
    const plain = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s()[\]（）【】:：*/_-]+/g, '');
    const name = columnNames.find((candidate) => spellings[candidate].test(plain)) ?? partOfBoth(cell);
    if (name && !at.has(name)) at.set(name, index);
  });
  return at;
}

/** A header in both languages, `编号 No.`: one of its words is enough. */
function partOfBoth(cell: string): ColumnName | undefined {
  const words = cell
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s()[\]（）【】:：*/]+/);
  return columnNames.find((candidate) => words.some((word) => word !== '' && spellings[candidate].test(word)));
}

/** Without headers: numbers of clauses first, plain numbers are points, of the others the longest is the text. */
function guessColumns(rows: readonly ListRow[]): Map<ColumnName, number> {
  const width = rows.slice(0, 200).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: Math.min(width, 50) }, (_, index) => {
    const cells = rows
      .slice(0, 200)
      .map(({ cells }) => cells[index] ?? '')
      .filter((cell) => cell !== '');
    const share = (test: RegExp) => (cells.length === 0 ? 0 : cells.filter((cell) => test.test(cell)).length / cells.length);
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return { index, numbers: share(/^[\p{L}]?\d+([.．]\d+)*[.．、]?$/u), digits: share(/^\d+(\.\d+)?$/), length };
  });
  const number = columns.find(({ index, numbers }) => index < 2 && numbers > 0.6);
  const points = columns.filter(({ index, digits }) => index !== number?.index && digits > 0.6).at(-1);
  const texts = columns.filter(({ index, length }) => index !== number?.index && index !== points?.index && length > 0);
  const longest = [...texts].sort((a, b) => b.length - a.length)[0];
  const title = texts.find(({ index }) => index !== longest?.index);
  const at = new Map<ColumnName, number>();
  if (number) at.set('number', number.index);
  if (points) at.set('points', points.index);
  if (longest) at.set(title ? 'text' : 'title', longest.index);
  if (title) at.set('title', title.index);
  return at;
}
