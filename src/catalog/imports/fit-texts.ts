import { type Message, message } from '../../i18n/translate.ts';
import type { ImportNote, ImportNotes } from './import-report.ts';
import type { SourceLanguage, SourceNode } from './source-tree.ts';

export interface FittedTexts {
  readonly number: string;
  readonly title: string;
  readonly requirement: string;
  readonly guidance: string;
}

const longestTitle = 300;
const longestText = 20_000;
const longestNumber = 40;

/** Fits numbers and texts to what a clause may have: each number once, a title on every clause, no text too long. */
export function createFitting(
  language: SourceLanguage,
  notes: ImportNotes,
): (node: SourceNode, needsTitle: boolean) => FittedTexts {
  const numbers = new Set<string>();
  let untitled = 0;
  const odd = (node: SourceNode, text: Message) => notes.oddities.push({ place: node.place, text });

  const numberOf = (node: SourceNode): string => {
    const { number } = node;
    if (number === '') return '';
    const isLong = [...number].length > longestNumber;
    if (isLong) odd(node, message('imports.numberTooLong', { found: cut(number, longestNumber) }));
    else if (numbers.has(number)) odd(node, message('imports.numberTwice', { found: number }));
    else {
      numbers.add(number);
      return number;
    }
    return '';
  };

  const generate = (node: SourceNode): string => {
    odd(node, message('imports.titleMissing'));
    untitled += 1;
    return titleFrom(node) || (language === 'en' ? `Clause ${untitled}` : `条款 ${untitled}`);
  };

  return (node, needsTitle) => {
    const isLong = [...node.title].length > longestTitle;
    if (isLong) odd(node, message('imports.titleTooLong', { most: longestTitle }));
    const given = isLong ? cut(oneLine(node.title), 80) : oneLine(node.title);
    const requirement = [isLong ? node.title : '', node.requirement].filter(Boolean).join('\n\n');
    return {
      number: numberOf(node),
      title: given === '' && needsTitle ? generate(node) : given,
      requirement: fitText(requirement, node.place, notes.oddities),
      guidance: fitText(node.guidance, node.place, notes.oddities),
    };
  };
}

/** The beginning of what a node says, else its number. */
function titleFrom({ requirement, guidance, number }: SourceNode): string {
  const [first = ''] = (requirement || guidance).split(/\n|(?<=[。；;!?！？])|(?<=\.)\s/);
  return cut(oneLine(first.replace(/^[-*•#\s]+/, '')), 60) || number;
}

/** A long text, cut to what a criteria file takes. */
export function fitText(text: string, place: string, oddities: ImportNote[]): string {
  if ([...text.slice(0, longestText * 2)].length <= longestText) return text;
  oddities.push({ place, text: message('imports.textTooLong', { most: longestText }) });
  return cut(text, longestText);
}

/** A title or label on one line, cut to what a criteria file takes. */
export function fitLabel(text: string): string {
  return cut(oneLine(text), longestTitle);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most so many characters, with an ellipsis where something was cut. */
export function cut(text: string, most: number): string {
  const letters = [...text.slice(0, most * 2 + 2)];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
