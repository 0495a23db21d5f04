import { accountTexts } from './texts/accounts.ts';
import { assessmentTexts } from './texts/assessments.ts';
import { catalogTexts } from './texts/catalog.ts';
import { chartTexts } from './texts/charts.ts';
import { cliTexts } from './texts/cli.ts';
import { criteriaCheckTexts } from './texts/criteria-check.ts';
import { errorTexts } from './texts/error.ts';
import { explainTexts } from './texts/explain.ts';
import { formTexts } from './texts/form.ts';
import { frameTexts } from './texts/frame.ts';
import { ratingTexts } from './texts/rating.ts';
import { reportTexts } from './texts/report.ts';

/**
 * Every text of the interface, both languages side by side, one file a subject in `texts/`.
 * A key that lacks a language does not compile.
 */
export const texts = {
  ...cliTexts,
  ...criteriaCheckTexts,
  ...catalogTexts,
  ...accountTexts,
  ...assessmentTexts,
  ...chartTexts,
  ...errorTexts,
  ...explainTexts,
  ...formTexts,
  ...frameTexts,
  ...reportTexts,
  ...ratingTexts,
} as const satisfies Record<string, Record<'zh-CN' | 'en', string>>;

export type Texts = typeof texts;
export type TextKey = keyof Texts;
