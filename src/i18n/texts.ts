import { accountSecurityTexts } from './texts/account-security.ts';
import { accountTexts } from './texts/accounts.ts';
import { assessmentFileTexts } from './texts/assessment-file.ts';
import { assessmentTexts } from './texts/assessments.ts';
import { assignmentTexts } from './texts/assignments.ts';
import { bookletTexts } from './texts/booklets.ts';
import { brandTexts } from './texts/branding.ts';
import { caseCheckTexts } from './texts/case-checks.ts';
import { caseLifeTexts } from './texts/case-life.ts';
import { caseTexts } from './texts/cases.ts';
import { catalogTexts } from './texts/catalog.ts';
import { certificatePaperTexts } from './texts/certificate-paper.ts';
import { certificateTexts } from './texts/certificates.ts';
import { chartTexts } from './texts/charts.ts';
import { choiceTexts } from './texts/choices.ts';
import { clauseAssignmentTexts } from './texts/clause-assignments.ts';
import { cliTexts } from './texts/cli.ts';
import { comparisonTexts } from './texts/comparisons.ts';
import { competenceTexts } from './texts/competences.ts';
import { criteriaTexts } from './texts/criteria.ts';
import { criteriaCheckTexts } from './texts/criteria-check.ts';
import { criteriaUpgradeTexts } from './texts/criteria-upgrades.ts';
import { deedTexts } from './texts/deeds.ts';
import { demoTexts } from './texts/demo.ts';
import { differenceTexts } from './texts/difference.ts';
import { disputeTexts } from './texts/disputes.ts';
import { doctorTexts } from './texts/doctor.ts';
import { documentTexts } from './texts/documents.ts';
import { draftFormTexts } from './texts/draft-forms.ts';
import { draftTexts } from './texts/drafts.ts';
import { errorTexts } from './texts/error.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { evidenceLifeTexts } from './texts/evidence-life.ts';
import { explainTexts } from './texts/explain.ts';
import { exportTexts } from './texts/exports.ts';
import { fieldTexts } from './texts/fields.ts';
import { fileSafetyTexts } from './texts/file-safety.ts';
import { findingNewsTexts } from './texts/finding-news.ts';
import { findingTexts } from './texts/findings.ts';
import { formTexts } from './texts/form.ts';
import { frameTexts } from './texts/frame.ts';
import { holidayTexts } from './texts/holidays.ts';
import { homeTexts } from './texts/home.ts';
import { importTexts } from './texts/imports.ts';
import { independenceTexts } from './texts/independence.ts';
import { integrityTexts } from './texts/integrity.ts';
import { lifeTexts } from './texts/life.ts';
import { mailTexts } from './texts/mail.ts';
import { noticeTexts } from './texts/notices.ts';
import { organizationTexts } from './texts/organizations.ts';
import { packageTexts } from './texts/packages.ts';
import { paperTexts } from './texts/papers.ts';
import { passkeyTexts } from './texts/passkeys.ts';
import { peopleTexts } from './texts/people.ts';
import { planProblemTexts } from './texts/plan-problems.ts';
import { planTexts } from './texts/plans.ts';
import { portfolioTexts } from './texts/portfolio.ts';
import { privacyTexts } from './texts/privacy.ts';
import { programmeTexts } from './texts/programmes.ts';
import { ratingTexts } from './texts/rating.ts';
import { ratingsTexts } from './texts/ratings.ts';
import { receivedTexts } from './texts/received-assessments.ts';
import { reconciliationTexts } from './texts/reconciliation.ts';
import { registerTexts } from './texts/register.ts';
import { reportTexts } from './texts/report.ts';
import { requestTexts } from './texts/requests.ts';
import { resultTexts } from './texts/results.ts';
import { retentionTexts } from './texts/retention.ts';
import { roadmapTexts } from './texts/roadmaps.ts';
import { sampleTexts } from './texts/samples.ts';
import { selfComparisonTexts } from './texts/self-comparison.ts';
import { sheetColumnTexts } from './texts/sheet-columns.ts';
import { sheetNameTexts } from './texts/sheet-names.ts';
import { sheetTexts } from './texts/sheets.ts';
import { singleSignOnTexts } from './texts/single-sign-on.ts';
import { storedKindTexts } from './texts/stored-kinds.ts';
import { surveyTexts } from './texts/surveys.ts';
import { taskTexts } from './texts/tasks.ts';
import { teamTexts } from './texts/teams.ts';
import { timeStampTexts } from './texts/time-stamps.ts';
import { tokenTexts } from './texts/tokens.ts';
import { trailTexts } from './texts/trail.ts';
import { vocabularyTexts } from './texts/vocabulary.ts';

/**
 * Every text of the interface, both languages side by side, one file a subject in `texts/`.
 * A key that lacks a language does not compile.
 */
export const texts = {
  ...vocabularyTexts,
  ...caseCheckTexts,
  ...caseLifeTexts,
  ...caseTexts,
  ...assessmentFileTexts,
  ...choiceTexts,
  ...cliTexts,
  ...criteriaCheckTexts,
  ...catalogTexts,
  ...accountTexts,
  ...accountSecurityTexts,
  ...passkeyTexts,
  ...doctorTexts,
  ...tokenTexts,
  ...singleSignOnTexts,
  ...assessmentTexts,
  ...assignmentTexts,
  ...clauseAssignmentTexts,
  ...reconciliationTexts,
  ...selfComparisonTexts,
  ...competenceTexts,
  ...independenceTexts,
  ...planTexts,
  ...planProblemTexts,
  ...teamTexts,
  ...certificateTexts,
  ...certificatePaperTexts,
  ...chartTexts,
  ...comparisonTexts,
  ...criteriaTexts,
  ...criteriaUpgradeTexts,
  ...deedTexts,
  ...demoTexts,
  ...differenceTexts,
  ...disputeTexts,
  ...documentTexts,
  ...timeStampTexts,
  ...draftFormTexts,
  ...draftTexts,
  ...bookletTexts,
  ...errorTexts,
  ...evidenceTexts,
  ...evidenceLifeTexts,
  ...fileSafetyTexts,
  ...integrityTexts,
  ...explainTexts,
  ...fieldTexts,
  ...findingNewsTexts,
  ...findingTexts,
  ...formTexts,
  ...importTexts,
  ...ratingsTexts,
  ...frameTexts,
  ...lifeTexts,
  ...mailTexts,
  ...noticeTexts,
  ...organizationTexts,
  ...registerTexts,
  ...reportTexts,
  ...requestTexts,
  ...roadmapTexts,
  ...sampleTexts,
  ...surveyTexts,
  ...paperTexts,
  ...brandTexts,
  ...portfolioTexts,
  ...taskTexts,
  ...resultTexts,
  ...holidayTexts,
  ...receivedTexts,
  ...exportTexts,
  ...packageTexts,
  ...homeTexts,
  ...peopleTexts,
  ...programmeTexts,
  ...ratingTexts,
  ...sheetTexts,
  ...sheetColumnTexts,
  ...sheetNameTexts,
  ...trailTexts,
  ...privacyTexts,
  ...storedKindTexts,
  ...retentionTexts,
} as const satisfies Record<string, Record<'zh-CN' | 'en', string>>;

export type Texts = typeof texts;
export type TextKey = keyof Texts;
