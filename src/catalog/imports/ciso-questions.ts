import { message } from '../../i18n/translate.ts';
import { normaliseDecimal } from '../forms/scalars.ts';
import type { CisoScale } from './ciso-scale.ts';
import { fitLabel } from './fit-texts.ts';
import type { ImportNotes } from './import-report.ts';
import { translationOf } from './source-language.ts';
import type { SourceLanguage, SourceRating } from './source-tree.ts';
import { mapOf, mapsOf, type SourceMap, shareOf, signedOf, textOf } from './source-values.ts';

export interface ScoredQuestion {
  readonly text: string;
  readonly translated: string | null;
  readonly rating: SourceRating;
  /** The points between its worst and its best answer. */
  readonly weight: string;
}

interface Context {
  readonly place: string;
  readonly language: SourceLanguage;
  readonly left: Map<string, number>;
  readonly scale: CisoScale | null;
  readonly notes: ImportNotes;
}

interface Choice {
  readonly label: string;
  readonly other: string;
  readonly score: number;
}

/** The questions of a node: those whose answers score, and the others as texts for the guidance. */
export function readCisoQuestions(value: unknown, context: Context): { scored: ScoredQuestion[]; unscored: string[] } {
  const questions = Array.isArray(value) ? mapsOf(value) : Object.values(mapOf(value)).map(mapOf);
  const scored: ScoredQuestion[] = [];
  const unscored: string[] = [];
  for (const question of questions) {
    const choices = readChoices(question, context);
    const read = choices && readScored(question, choices, context);
    if (read) scored.push(read);
    else unscored.push(unscoredText(question));
  }
  const texts = unscored.filter(Boolean);
  if (texts.length > 0)
    context.notes.mapped.push({ place: context.place, text: message('imports.questionsToGuidance', { count: texts.length }) });
  return { scored, unscored: texts };
}

/** Their scores from `add_score`, else from `compute_result`; null when neither tells the answers apart. */
function readChoices(question: SourceMap, { place, language, left, notes }: Context): Choice[] | null {
  const choices = mapsOf(question.choices);
  const odd = choices.filter(({ add_score: score }) => textOf(score) !== '' && signedOf(score) === null);
  for (const { add_score: score } of odd)
    notes.oddities.push({ place, text: message('imports.scoreNotNumber', { key: 'add_score', found: textOf(score) }) });
  const hasScores = choices.some(({ add_score: score }) => signedOf(score) !== null);
  const scoreOf = (choice: SourceMap) =>
    hasScores ? (signedOf(choice.add_score) ?? 0) : /^true$/i.test(textOf(choice.compute_result)) ? 1 : 0;
  const read = choices.map((choice) => ({
    label: fitLabel(textOf(choice.value)) || '—',
    other: fitLabel(textOf(translationOf(choice, language, left)?.value)),
    score: scoreOf(choice),
  }));
  return new Set(read.map(({ score }) => score)).size > 1 ? read : null;
}

function readScored(question: SourceMap, choices: readonly Choice[], context: Context): ScoredQuestion {
  const { language, left } = context;
  const text = textOf(question.text);
  const translated = textOf(translationOf(question, language, left)?.text) || null;
  const several = /multi/i.test(textOf(question.type));
  return { text, translated, ...(several ? checklistOf(choices, context) : levelsOf(choices, context)) };
}

/** One answer: levels from the lowest to the highest score. */
function levelsOf(choices: readonly Choice[], { place, scale, notes }: Context): Pick<ScoredQuestion, 'rating' | 'weight'> {
  const sorted = [...choices].sort((a, b) => a.score - b.score);
  const [low, high] = [sorted[0]?.score ?? 0, sorted.at(-1)?.score ?? 1];
  if (scale && (low > scale.from || high < scale.to) && high !== 1)
    notes.oddities.push({ place, text: message('imports.answersNotFull', { low, high, from: scale.from, to: scale.to }) });
  const levels = sorted.map(({ label, score }, value) => ({ value, share: shareOf(score - low, high - low), label }));
  const translated = Object.fromEntries(sorted.flatMap(({ other }, value) => (other ? [[String(value), other]] : [])));
  return { rating: { rate_by: 'level', scale: { levels }, translated }, weight: decimalText(high - low) };
}

/** Several answers: a weighted checklist; what takes points away or gives none cannot be in it. */
function checklistOf(choices: readonly Choice[], { place, notes }: Context): Pick<ScoredQuestion, 'rating' | 'weight'> {
  const named = choices.map((choice, index) => ({ ...choice, id: `a${index + 1}` }));
  const items = named.filter(({ score }) => score > 0);
  const left = named.length - items.length;
  if (left > 0) notes.dropped.push({ place, text: message('imports.answersDropped', { count: left }) });
  const translated = Object.fromEntries(items.flatMap(({ id, other }) => (other ? [[id, other]] : [])));
  const checklist = {
    need: 'weighted',
    items: items.map(({ id, label, score }) => ({ id, label, weight: decimalText(score) })),
  } as const;
  if (items.length === 0) return { rating: { rate_by: 'met' }, weight: '1' };
  return {
    rating: { rate_by: 'checklist', checklist, translated },
    weight: decimalText(items.reduce((sum, { score }) => sum + score, 0)),
  };
}

function decimalText(value: number): string {
  return normaliseDecimal(value.toFixed(6));
}

function unscoredText(question: SourceMap): string {
  const answers = mapsOf(question.choices)
    .slice(0, 20)
    .map(({ value }) => textOf(value))
    .filter(Boolean);
  return [textOf(question.text), ...answers.map((answer) => `- ${answer}`)].filter(Boolean).join('\n');
}
