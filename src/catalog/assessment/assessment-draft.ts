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
  type RatingForm,
  ratingForm,
} from '../forms/assessment-form.ts';
import { type Part, readPart } from '../forms/part.ts';
import type { Report } from '../source/problem-list.ts';

/** An assessment file as far as it could be read. */
export interface AssessmentDraft {
  readonly head: Part<AssessmentHeadForm>;
  /** null when the file has none. */
  readonly facts: Part<FactsForm> | null;
  readonly ratings: ReadonlyMap<string, Part<RatingForm>>;
  readonly adjustments: readonly Part<AdjustmentForm>[];
  readonly findings: readonly Part<FindingForm>[];
  readonly evidence: readonly Part<EvidenceForm>[];
}

/** Reads every part of the file, reporting each fault of form; null when the file is no map. */
export function readAssessmentDraft(value: unknown, report: Report): AssessmentDraft | null {
  const head = readPart(assessmentHeadForm, value, [], report);
  if (!head) return null;

  const { assessment, ratings, adjustments, findings, evidence } = head.form;
  return {
    head,
    facts: assessment ? readPart(factsForm, assessment, ['assessment'], report) : null,
    ratings: new Map(
      Object.entries(ratings ?? {}).flatMap(([id, rating]) => {
        const part = readPart(ratingForm, rating, ['ratings', id], report);
        return part ? [[id, part]] : [];
      }),
    ),
    adjustments: (adjustments ?? []).flatMap(
      (part, index) => readPart(adjustmentForm, part, ['adjustments', index], report) ?? [],
    ),
    findings: (findings ?? []).flatMap((part, index) => readPart(findingForm, part, ['findings', index], report) ?? []),
    evidence: (evidence ?? []).flatMap((part, index) => readPart(evidenceForm, part, ['evidence', index], report) ?? []),
  };
}
