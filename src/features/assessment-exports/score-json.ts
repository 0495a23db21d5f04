import type { Language } from '../../i18n/language.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import { describeNearMiss, describeOutcome, explainStep } from '../../model/explain.ts';
import { explainClause } from '../../model/explain-clause.ts';
import { describeEffect } from '../../model/explain-condition.ts';
import { trimDecimal } from '../../model/figure-words.ts';
import { fraction, round } from '../../model/fraction.ts';
import { partName } from '../../model/part-name.ts';
import type { ClauseResult, Coverage, MaturityResult, PartResult, Result } from '../../model/result.ts';

/** The result as one JSON object; every number is a decimal string, so that no reader makes a float of it. */
export function scoreJson(dossier: Dossier, result: Result, language: Language): Readonly<Record<string, unknown>> {
  const { criteria } = dossier;
  return {
    criteria: { id: criteria.id, version: criteria.version, ...choiceJson(criteria) },
    outcome: result.outcome,
    summary: describeOutcome(criteria, result, language),
    score: result.score.shown,
    floor: result.floor.shown,
    ceiling: result.ceiling.shown,
    full_marks: result.fullMarks.shown,
    grade: result.grade,
    band: result.band,
    near_miss: describeNearMiss(criteria, result, language),
    ...maturityJson(result.maturity),
    ...(result.parts && { parts: partsJson(criteria, result.parts, language) }),
    ...(result.sites && { sites: Object.fromEntries(result.sites.map(({ site, rate }) => [site, rate?.shown ?? null])) }),
    ...coverageJson(result.coverage),
    gates: result.effects.map((effect) => ({ text: describeEffect(criteria, effect, language), ...withoutNumbers(effect) })),
    steps: result.steps.map((step) => ({ step: step.step, text: explainStep(criteria, step, language) })),
    clauses: Object.fromEntries(
      result.clauses.map((clause) => [clause.id, clauseJson(clause, explainClause(criteria, clause, language))]),
    ),
  };
}

function choiceJson({ choice }: Criteria): Readonly<Record<string, string>> {
  const { variant, profile, source } = choice ?? {};
  return {
    ...(variant && { variant: variant.id }),
    ...(profile && { profile: profile.id }),
    ...(source && { content_hash: source }),
  };
}

function partsJson(criteria: Criteria, parts: readonly PartResult[], language: Language) {
  return Object.fromEntries(
    parts.map((part) => [
      part.part,
      {
        title: partName(criteria, part.part, language),
        state: part.state,
        weight: trimDecimal(part.weight.shown),
        share: part.share?.shown ?? null,
        obtained: part.obtained.shown,
        applicable: part.applicable.shown,
        rate: part.rate?.shown ?? null,
        score: part.score?.shown ?? null,
        adds: part.adds.shown,
      },
    ]),
  );
}

function clauseJson(clause: ClauseResult, explanation: string): Readonly<Record<string, unknown>> {
  return {
    state: clause.state,
    points: clause.points.shown,
    obtained: clause.obtained.shown,
    applicable: clause.applicable.shown,
    rate: clause.rate?.shown ?? null,
    explanation,
    ...(clause.sites && { sites: Object.fromEntries(clause.sites.map(({ site, rate }) => [site, rate?.shown ?? null])) }),
  };
}

function maturityJson(maturity: MaturityResult | null) {
  const level = (value: number | null) => (value === null ? null : String(value));
  const sections = Object.entries(maturity?.sections ?? {}).map(([id, value]) => [id, level(value)]);
  return { maturity: level(maturity?.overall ?? null), maturity_sections: Object.fromEntries(sections) };
}

/** The coverage is cut, not rounded: it reads 1 only when nothing is left to rate. */
function coverageJson({ rated, applicable, notApplicable, total }: Coverage) {
  const share = applicable === 0 ? '1' : round(fraction(rated, applicable), 4, 'down').replace(/\.?0+$/, '');
  return {
    coverage: share,
    rated: { rated: String(rated), applicable: String(applicable), not_applicable: String(notApplicable), total: String(total) },
  };
}

function withoutNumbers(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asText(part)]));
}

function asText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'object' && value !== null ? withoutNumbers(value) : value;
}
