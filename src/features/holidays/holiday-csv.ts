import { readCsv } from '../../catalog/imports/csv-rows.ts';
import { languages } from '../../i18n/language.ts';
import { type Message, message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type HolidayKind, holidayKinds } from '../../model/working-days.ts';
import { isDay } from '../../web/forms.ts';
import type { Holiday } from './holiday-store.ts';

/** Lines that one file may have, and of how many wrong ones is told. */
const mostLines = 2000;
const mostTold = 10;

/**
 * The days of a table with a line each: day, kind, name. A first line without a day is its head. Throws `invalid` naming
 * each line that cannot be read; then nothing of the file is meant.
 */
export function readHolidayCsv(file: string, text: string): Holiday[] {
  const rows = readCsv(file, text.replace(/^\uFEFF/, ''));
  const body = rows[0] && !/\d/.test(rows[0].cells[0] ?? '') ? rows.slice(1) : rows;
  if (body.length === 0) throw refused([message('holidays.emptyFile')]);
  if (body.length > mostLines) throw refused([message('holidays.tooManyLines', { most: mostLines })]);
  const problems: Message[] = [];
  const holidays = new Map<string, Holiday>();
  for (const { place, cells } of body) {
    const read = readLine(place, cells, holidays);
    if ('key' in read) problems.push(read);
    else holidays.set(read.day, read);
  }
  if (problems.length > 0) throw refused(problems.slice(0, mostTold));
  return [...holidays.values()];
}

/** The day of a line, or what is wrong with it. */
function readLine(
  place: string,
  [day = '', word = '', name = '']: readonly string[],
  known: ReadonlyMap<string, Holiday>,
): Holiday | Message {
  const kind = kindOf(word);
  if (!isDay(day)) return message('holidays.badDay', { place, found: day.slice(0, 40) });
  if (!kind) return message('holidays.badKind', { place, found: word.slice(0, 40) });
  if (known.has(day)) return message('holidays.doubled', { place, day });
  if (name === '' || [...name].length > 60) return message('holidays.badName', { place });
  return { day, kind, name };
}

/** The word of the file, or that of either language. */
function kindOf(word: string): HolidayKind | undefined {
  const plain = word.toLowerCase();
  return holidayKinds.find(
    (kind) =>
      kind === plain || languages.some((language) => translator(language)(`holidays.kind.${kind}`).toLowerCase() === plain),
  );
}

function refused(problems: readonly Message[]): AppError {
  const fields = Object.fromEntries(problems.map((problem, index) => [index === 0 ? 'files' : `files.${index}`, problem]));
  return new AppError('invalid', message('error.checkFields'), fields);
}

/** The same table, to be changed and read again. */
export function holidayCsv(holidays: readonly Holiday[]): string {
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = holidays.map(({ day, kind, name }) => [day, kind, name].map(cell).join(','));
  return `\uFEFF${['day,kind,name', ...lines].join('\r\n')}\r\n`;
}
