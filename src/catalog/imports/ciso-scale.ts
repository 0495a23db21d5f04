import { message } from '../../i18n/translate.ts';
import type { ImportNotes } from './import-report.ts';
import { translationOf } from './source-language.ts';
import type { SourceLanguage, SourceLevel, SourceRating } from './source-tree.ts';
import { mapsOf, type SourceMap, shareOf, signedOf, textOf } from './source-values.ts';

/** How the framework rates a node that has no questions of its own. */
export interface CisoScale {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly rating: SourceRating;
  /** null when the scale is rated otherwise than by levels. */
  readonly levels: readonly SourceLevel[] | null;
}

interface Context {
  readonly place: string;
  readonly language: SourceLanguage;
  readonly left: Map<string, number>;
  readonly notes: ImportNotes;
}

/** More steps than that are rated as a number, not as levels. */
const mostLevels = 20;
const name = 'framework-scores';

/** The scale of a framework: levels where its range is short or its levels are described, else a number; null where it gives no range. */
export function readCisoScale(framework: SourceMap, context: Context): CisoScale | null {
  const { place, notes } = context;
  const defined = definedLevels(framework, context);
  const [min, max] = [signedOf(framework.min_score), signedOf(framework.max_score)];
  for (const key of ['min_score', 'max_score']) {
    const found = textOf(framework[key]);
    if (found !== '' && signedOf(framework[key]) === null)
      notes.oddities.push({ place, text: message('imports.scoreNotNumber', { key, found }) });
  }
  if (min === null && max === null && defined.size === 0) {
    notes.mapped.push({ place, text: message('imports.noScale') });
    return null;
  }
  const [from, to] = [min ?? Math.min(0, ...defined.keys()), max ?? (defined.size > 0 ? Math.max(...defined.keys()) : 100)];
  if (from >= to) {
    notes.oddities.push({ place, text: message('imports.rangeEmpty', { from, to }) });
    return null;
  }
  tellOutside(defined, from, to, context);
  const isShort = Number.isInteger(from) && Number.isInteger(to) && to - from <= mostLevels;
  return isShort ? levelScale(defined, from, to, context) : numberScale(defined, from, to, context);
}

type Defined = ReadonlyMap<number, SourceMap>;

function definedLevels(framework: SourceMap, { place, notes }: Context): Defined {
  const levels = new Map<number, SourceMap>();
  for (const level of mapsOf(framework.scores_definition ?? framework.score_definition)) {
    const score = signedOf(level.score);
    if (score === null)
      notes.oddities.push({
        place,
        text: message('imports.scoreNotNumber', { key: 'score', found: textOf(level.score) || '—' }),
      });
    else if (levels.has(score)) notes.oddities.push({ place, text: message('imports.levelTwice', { level: score }) });
    else levels.set(score, level);
  }
  return levels;
}

function tellOutside(defined: Defined, from: number, to: number, { place, notes }: Context): void {
  const outside = [...defined.keys()].filter((score) => score < from || score > to);
  if (outside.length > 0)
    notes.oddities.push({ place, text: message('imports.levelsOutside', { levels: outside.join(', '), from, to }) });
}

function levelScale(defined: Defined, from: number, to: number, context: Context): CisoScale {
  const { place, notes } = context;
  const scores = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const missing = scores.filter((score) => !defined.has(score));
  const levels = scores.map((score, index): SourceLevel => {
    const texts = levelTexts(defined.get(score) ?? {}, score, context);
    return { value: String(from < 0 ? index : score), share: shareOf(index, to - from), ...texts };
  });
  if (missing.length > 0) {
    const text = defined.size > 0 ? 'imports.levelsMissing' : 'imports.levelsGenerated';
    (defined.size > 0 ? notes.oddities : notes.mapped).push({ place, text: message(text, { levels: missing.join(', ') }) });
  }
  notes.mapped.push({ place, text: message('imports.scaleLevels', { from, to }) });
  return { name, from, to, rating: { rate_by: 'level', scale: name }, levels };
}

function levelTexts(level: SourceMap, score: number, { language, left }: Context): Omit<SourceLevel, 'value' | 'share'> {
  const other = translationOf(level, language, left);
  return {
    label: textOf(level.name) || (language === 'en' ? `Level ${score}` : `${score} 级`),
    anchor: textOf(level.description),
    translated: other ? { label: textOf(other.name) || undefined, anchor: textOf(other.description) || undefined } : null,
  };
}

function numberScale(defined: Defined, from: number, to: number, { place, language, notes }: Context): CisoScale {
  const shift = from < 0 ? -from : 0;
  const [low, high] = [String(from + shift), String(to + shift)];
  notes.mapped.push({ place, text: message('imports.scaleNumber', { from, to }) });
  if (defined.size > 0) notes.dropped.push({ place, text: message('imports.levelTextsDropped', { count: defined.size }) });
  const bands = [
    { at: high, share: '1' },
    { at: low, share: '0' },
  ];
  const unit = language === 'en' ? 'points' : '分';
  const measure = { unit, better: 'higher', between: 'lines', bands, from: low, to: high } as const;
  return { name, from, to, rating: { rate_by: 'measure', measure }, levels: null };
}
