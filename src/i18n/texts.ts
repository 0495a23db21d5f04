import { accountTexts } from './texts/accounts.ts';
import { assessmentFileTexts } from './texts/assessment-file.ts';
import { assessmentTexts } from './texts/assessments.ts';
import { assignmentTexts } from './texts/assignments.ts';
import { bookletTexts } from './texts/booklets.ts';
import { catalogTexts } from './texts/catalog.ts';
import { chartTexts } from './texts/charts.ts';
import { cliTexts } from './texts/cli.ts';
import { comparisonTexts } from './texts/comparisons.ts';
import { criteriaTexts } from './texts/criteria.ts';
import { criteriaCheckTexts } from './texts/criteria-check.ts';
import { criteriaUpgradeTexts } from './texts/criteria-upgrades.ts';
import { demoTexts } from './texts/demo.ts';
import { differenceTexts } from './texts/difference.ts';
import { draftTexts } from './texts/drafts.ts';
import { errorTexts } from './texts/error.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { explainTexts } from './texts/explain.ts';
import { findingTexts } from './texts/findings.ts';
import { formTexts } from './texts/form.ts';
import { frameTexts } from './texts/frame.ts';
import { homeTexts } from './texts/home.ts';
import { importTexts } from './texts/imports.ts';
import { lifeTexts } from './texts/life.ts';
import { organizationTexts } from './texts/organizations.ts';
import { peopleTexts } from './texts/people.ts';
import { ratingTexts } from './texts/rating.ts';
import { ratingsTexts } from './texts/ratings.ts';
import { reconciliationTexts } from './texts/reconciliation.ts';
import { reportTexts } from './texts/report.ts';
import { resultTexts } from './texts/results.ts';
import { selfComparisonTexts } from './texts/self-comparison.ts';
import { sheetColumnTexts } from './texts/sheet-columns.ts';
import { sheetNameTexts } from './texts/sheet-names.ts';
import { sheetTexts } from './texts/sheets.ts';
import { vocabularyTexts } from './texts/vocabulary.ts';

/**
 * Every text of the interface, both languages side by side, one file a subject in `texts/`.
 * A key that lacks a language does not compile.
 */
export const texts = {
  ...vocabularyTexts,
  ...assessmentFileTexts,
  ...cliTexts,
  ...criteriaCheckTexts,
  ...catalogTexts,
  ...accountTexts,
  ...assessmentTexts,
  ...assignmentTexts,
  ...reconciliationTexts,
  ...selfComparisonTexts,
  ...chartTexts,
  ...comparisonTexts,
  ...criteriaTexts,
  ...criteriaUpgradeTexts,
  ...demoTexts,
  ...differenceTexts,
  ...draftTexts,
  ...bookletTexts,
  ...errorTexts,
  ...evidenceTexts,
  ...explainTexts,
  ...findingTexts,
  ...formTexts,
  ...importTexts,
  ...ratingsTexts,
  ...frameTexts,
  ...lifeTexts,
  ...organizationTexts,
  ...reportTexts,
  ...resultTexts,
  ...homeTexts,
  ...peopleTexts,
  ...ratingTexts,
  ...sheetTexts,
  ...sheetColumnTexts,
  ...sheetNameTexts,
} as const satisfies Record<string, Record<'zh-CN' | 'en', string>>;

export type Texts = typeof texts;
export type TextKey = keyof Texts;
