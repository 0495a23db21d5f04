import {
  type AdjustmentForm,
  type AssessmentHeadForm,
  adjustmentForm,
  assessmentHeadForm,
  type EvidenceForm,
  evidenceForm,
  type FactsForm,
  type FindingForm,
  factsForm,
  findingForm,
} from '../forms/assessment-form.ts';
import { type RatingForm, ratingForm, type SiteRatingForm, siteRatingForm } from '../forms/clause-rating-form.ts';
import { type SampleForm, type SurveyForm, sampleForm, surveyForm } from '../forms/collected-form.ts';
import {
  type ComparisonForm,
  comparisonForm,
  type PlanForm,
  planForm,
  type RequestForm,
  requestForm,
  type StatementForm,
  type StepForm,
  statementForm,
  stepForm,
} from '../forms/papers-form.ts';
import { type Part, type PartForm, readPart } from '../forms/part.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';

/** An assessment file as far as it could be read. */
export interface AssessmentDraft {
  readonly head: Part<AssessmentHeadForm>;
  /** null when the file has none. */
  readonly facts: Part<FactsForm> | null;
  readonly ratings: ReadonlyMap<string, Part<RatingForm>>;
  /** Clause id → name of a site → what was said there; only of clauses that have `sites`. */
  readonly siteRatings: ReadonlyMap<string, ReadonlyMap<string, Part<SiteRatingForm>>>;
  readonly adjustments: readonly Part<AdjustmentForm>[];
  readonly findings: readonly Part<FindingForm>[];
  readonly evidence: readonly Part<EvidenceForm>[];
  /** null where the file has neither samples nor surveys. */
  readonly collected: { readonly samples: readonly Part<SampleForm>[]; readonly surveys: readonly Part<SurveyForm>[] } | null;
  /** null: nothing was planned. */
  readonly plan: Part<PlanForm> | null;
  readonly requests: readonly Part<RequestForm>[];
  readonly statements: readonly Part<StatementForm>[];
  readonly comparisons: readonly Part<ComparisonForm>[];
  readonly steps: readonly Part<StepForm>[];
}

/** Reads every part of the file, reporting each fault of form; null when the file is no map. */
export function readAssessmentDraft(value: unknown, report: Report): AssessmentDraft | null {
  const head = readPart(assessmentHeadForm, value, [], report);
  if (!head) return null;

  const { assessment, ratings, adjustments, findings, evidence, samples, surveys } = head.form;
  const { plan, requests, statements, comparisons, steps } = head.form;
  const rated = readEach(ratings, ratingForm, ['ratings'], report);
  return {
    head,
    facts: assessment ? readPart(factsForm, assessment, ['assessment'], report) : null,
    ratings: rated,
    siteRatings: new Map(
      [...rated].flatMap(([id, { form, path }]) =>
        form.sites ? [[id, readEach(form.sites, siteRatingForm, [...path, 'sites'], report)]] : [],
      ),
    ),
    adjustments: readList(adjustments, adjustmentForm, 'adjustments', report),
    findings: readList(findings, findingForm, 'findings', report),
    evidence: readList(evidence, evidenceForm, 'evidence', report),
    collected:
      samples || surveys
        ? { samples: readList(samples, sampleForm, 'samples', report), surveys: readList(surveys, surveyForm, 'surveys', report) }
        : null,
    plan: plan === undefined ? null : readPart(planForm, plan, ['plan'], report),
    requests: readList(requests, requestForm, 'requests', report),
    statements: readList(statements, statementForm, 'statements', report),
    comparisons: readList(comparisons, comparisonForm, 'comparisons', report),
    steps: readList(steps, stepForm, 'steps', report),
  };
}

function readList<Form>(values: readonly unknown[] | undefined, form: PartForm<Form>, key: string, report: Report): Part<Form>[] {
  return (values ?? []).flatMap((part, index) => readPart(form, part, [key, index], report) ?? []);
}

function readEach<Form>(
  values: Readonly<Record<string, unknown>> | undefined,
  form: PartForm<Form>,
  path: Path,
  report: Report,
): Map<string, Part<Form>> {
  return new Map(
    Object.entries(values ?? {}).flatMap(([name, value]) => {
      const part = readPart(form, value, [...path, name], report);
      return part ? [[name, part]] : [];
    }),
  );
}
