import type { ColumnChoice } from '../../model/survey.ts';
import { readAnswer, readDay } from './answer-scale.ts';
import type { SurveyOutline } from './outline-survey.ts';

const plain: ColumnChoice = { role: 'ignore', clause: null, scale: 'number', from: null, to: null, passFrom: null, feed: 'mean' };

/** What the first rows look like, for a sheet that was never seen before: a person looks at it before anything is counted. */
export function guessColumns({ header, start }: SurveyOutline): ColumnChoice[] {
  return header.map((name, column) => {
    const cells = start.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) return plain;
    if (/场所|门店|网点|site|branch|store/i.test(name)) return { ...plain, role: 'site' };
    if (cells.every((cell) => readDay(cell) !== null)) return { ...plain, role: 'date' };
    if (/编号|序号|姓名|电话|手机|^id$|^no\.?$|name|phone/i.test(name)) return plain;
    return guessAnswer(cells);
  });
}

function guessAnswer(cells: readonly string[]): ColumnChoice {
  const all = (scale: ColumnChoice['scale'], from: number | null, to: number | null) =>
    cells.every((cell) => 'value' in readAnswer(cell, { scale, from, to }));
  const answer = { ...plain, role: 'answer' } as const;
  if (all('number', 1, 5)) return { ...answer, from: 1, to: 5, passFrom: 4, feed: 'share' };
  if (all('number', 0, 10)) return { ...answer, from: 0, to: 10, passFrom: 8, feed: 'share' };
  if (all('number', 0, 100)) return { ...answer, from: 0, to: 100, passFrom: 80 };
  if (all('yes-no', null, null)) return { ...answer, scale: 'yes-no', feed: 'sample' };
  if (all('words', null, null)) return { ...answer, scale: 'words', passFrom: 4, feed: 'share' };
  return all('number', null, null) ? answer : plain;
}
