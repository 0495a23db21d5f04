import { type Message, message } from '../../i18n/translate.ts';
import { PlainNumber } from '../source/plain-number.ts';
import { unprintable } from '../source/yaml-value.ts';
import type { Cell } from './read-sheet-cells.ts';
import type { CellKind } from './sheet-layout.ts';
import { plainName, wordSpellings } from './sheet-words.ts';

/** What a cell says, as YAML would have given it. */
export interface CellReading {
  /** undefined when the cell is as good as empty, null when it was refused. */
  readonly value: unknown;
  readonly problem: Message | null;
  /** What was understood otherwise than it stands there, or may be wrong. */
  readonly notes: readonly Message[];
}

/** The most characters that a cell holds. */
const longestCell = 32_767;

/** Reads a cell of a column. Refuses what the program could not calculate or has turned into something else. */
export function readCellValue({ content, isFormula }: Cell, kind: CellKind, words: readonly string[]): CellReading {
  const notes = isFormula ? [message('sheets.formula')] : [];
  switch (content.kind) {
    case 'nothing':
      return refuse(message('sheets.formulaWithoutValue'));
    case 'error':
      return refuse(message('sheets.errorValue', { found: content.code }));
    case 'date':
      return refuse(message('sheets.date', { found: content.text }));
    case 'boolean':
      return { value: kind === 'text' ? String(content.is) : content.is, problem: null, notes };
    case 'number':
      return fromNumber(content.number, kind, notes);
    default:
      return fromText(content.text, kind, words, notes);
  }
}

function refuse(problem: Message): CellReading {
  return { value: null, problem, notes: [] };
}

/** `5.10` as a number is 5.1: the number of a clause must be text as soon as it has a point. */
function fromNumber(number: number, kind: CellKind, notes: readonly Message[]): CellReading {
  const digits = digitsOf(number);
  if (kind === 'decimal') return { value: new PlainNumber(digits), problem: null, notes };
  if (kind === 'number' && !Number.isInteger(number)) return refuse(message('sheets.numberNotText', { found: digits }));
  return { value: digits, problem: null, notes: [...notes, message('sheets.numberAsText', { found: digits })] };
}

/** As the program shows it: fifteen digits, so that 0.1 + 0.2 is 0.3. */
function digitsOf(number: number): string {
  const shown = Number(number.toPrecision(15));
  return Number.isInteger(shown) && Math.abs(shown) < 1e21 ? String(BigInt(shown)) : String(shown);
}

function fromText(text: string, kind: CellKind, words: readonly string[], notes: readonly Message[]): CellReading {
  if (text.trim() === '') return { value: undefined, problem: null, notes: [] };
  if (unprintable.test(text)) return refuse(message('catalog.unprintable'));
  const all = text.length >= longestCell ? [...notes, message('sheets.cellFull', { most: longestCell })] : notes;
  if (kind === 'text') return { value: text, problem: null, notes: all };
  if (kind === 'number')
    return { value: text.trim(), problem: null, notes: isWide(text) ? [...all, message('sheets.wideKept')] : all };
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim();
  const widened =
    isWide(text) && kind !== 'choice' && kind !== 'flag' ? [...all, message('sheets.wide', { plain: cut(plain) })] : all;
  return { value: understood(plain, kind, words), problem: null, notes: widened };
}

function understood(plain: string, kind: CellKind, words: readonly string[]): unknown {
  if (kind === 'choice') return wordOf(plain, words);
  if (kind === 'flag') return flagOf(plain);
  if (kind === 'duration') return durationOf(plain);
  if (kind !== 'list') return plain;
  return plain.split(/[,、;\n]/).flatMap((part) => (part.trim() === '' ? [] : [wordOf(part.trim(), words)]));
}

/** The word meant by its code, its Chinese or English name, or both; else the text as it is, for the check to refuse. */
function wordOf(text: string, words: readonly string[]): string {
  const wanted = plainName(text);
  return words.find((word) => wordSpellings(word).some((spelling) => plainName(spelling) === wanted)) ?? text;
}

function flagOf(plain: string): unknown {
  const word = wordOf(plain, ['yes', 'no']);
  if (word === 'yes' || /^(y|true|1|√)$/i.test(plain)) return true;
  if (word === 'no' || /^(n|false|0|×)$/i.test(plain)) return false;
  return plain;
}

const units: Readonly<Record<string, string>> = {
  天: 'days',
  日: 'days',
  工作日: 'working days',
  周: 'weeks',
  月: 'months',
  年: 'years',
};

/** 「30 个工作日」 is `30 working days`. */
function durationOf(plain: string): string {
  const [, digits = '', unit = ''] = /^(\d+) ?个?(工作日|天|日|周|月|年)$/.exec(plain) ?? [];
  return digits === '' ? plain.toLowerCase() : `${digits} ${units[unit]}`;
}

/** Whether there are letters, digits or brackets of the width of a Chinese character. */
function isWide(text: string): boolean {
  return /[\uff08\uff09\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff3b\uff3d\uff0d]/.test(text);
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
