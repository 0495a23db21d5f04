import { accountTexts } from './texts/accounts.ts';
import { assessmentFileTexts } from './texts/assessment-file.ts';
import { assessmentTexts } from './texts/assessments.ts';
import { catalogTexts } from './texts/catalog.ts';
import { chartTexts } from './texts/charts.ts';
import { cliTexts } from './texts/cli.ts';
import { criteriaTexts } from './texts/criteria.ts';
import { criteriaCheckTexts } from './texts/criteria-check.ts';
import { demoTexts } from './texts/demo.ts';
import { errorTexts } from './texts/error.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { explainTexts } from './texts/explain.ts';
import { findingTexts } from './texts/findings.ts';
import { formTexts } from './texts/form.ts';
import { frameTexts } from './texts/frame.ts';
import { homeTexts } from './texts/home.ts';
import { organizationTexts } from './texts/organizations.ts';
import { peopleTexts } from './texts/people.ts';
import { ratingTexts } from './texts/rating.ts';
import { ratingsTexts } from './texts/ratings.ts';
import { reportTexts } from './texts/report.ts';
import { resultTexts } from './texts/results.ts';

/**
 * Every text of the interface, both languages side by side, one file a subject in `texts/`.
 * A key that lacks a language does not compile.
 */
export const texts = {
  ...assessmentFileTexts,
  ...cliTexts,
  ...criteriaCheckTexts,
  ...catalogTexts,
  ...accountTexts,
  ...assessmentTexts,
  ...chartTexts,
  ...criteriaTexts,
  ...demoTexts,
  ...errorTexts,
  ...evidenceTexts,
  ...explainTexts,
  ...findingTexts,
  ...formTexts,
  ...ratingsTexts,
  ...frameTexts,
  ...organizationTexts,
  ...reportTexts,
  ...resultTexts,
  ...homeTexts,
  ...peopleTexts,
  ...ratingTexts,
} as const satisfies Record<string, Record<'zh-CN' | 'en', string>>;

export type Texts = typeof texts;
export type TextKey = keyof Texts;
