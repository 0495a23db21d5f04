import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { clauseName } from './clause-name.ts';
import type { Dossier } from './dossier.ts';
import { describeCondition, gradeLabel } from './explain-condition.ts';
import { figureWriters } from './figure.ts';
import { plainPercent } from './figure-words.ts';
import { roadmapsFrom } from './result-of.ts';
import type { Roadmap } from './roadmap.ts';

/** A way to a higher grade, worded for page and report. */
export interface RoadmapWords {
  /** `To 五星级` */
  readonly title: string;
  /** What it takes, in one or two sentences. */
  readonly sentences: readonly string[];
  readonly steps: readonly RoadmapStepWords[];
  /** What no rating changes. */
  readonly besides: readonly string[];
}

export interface RoadmapStepWords {
  readonly clause: string;
  readonly name: string;
  readonly rate: string;
  readonly gain: string;
  readonly score: string;
}

/** The ways to the higher grades, the nearest first; none while clauses are unrated or at the highest grade. */
export function roadmapWords(dossier: Dossier, language: Language): RoadmapWords[] {
  return roadmapsFrom(dossier).map((roadmap) => wordsOf(roadmap, dossier, language));
}

function wordsOf(roadmap: Roadmap, { criteria }: Dossier, language: Language): RoadmapWords {
  const t = translator(language);
  const { figure, rate } = figureWriters(criteria.rounding);
  const grade = gradeLabel(criteria, roadmap.grade, language);
  return {
    title: t('roadmap.to', { grade }),
    sentences: [sentenceOf(roadmap, grade, language), ...(roadmap.besides.length > 0 ? [t('roadmap.besides')] : [])],
    steps: (roadmap.steps ?? []).map((step) => ({
      clause: step.clause,
      name: clauseName(criteria, step.clause, language),
      rate: plainPercent(rate(step.rate)),
      gain: `+${figure(step.gain).shown}`,
      score: figure(step.score).shown,
    })),
    besides: roadmap.besides.map((condition) => describeCondition(criteria, condition, language)),
  };
}

function sentenceOf({ steps }: Roadmap, grade: string, language: Language): string {
  const t = translator(language);
  if (steps === null) return t('roadmap.never', { grade });
  if (steps.length === 0) return t('roadmap.ratingsDo', { grade });
  return t('roadmap.fewest', { count: steps.length, grade });
}
