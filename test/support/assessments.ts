import { randomUUID } from 'node:crypto';
import type { Deps } from '../../src/deps.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import type { Assessment } from '../../src/features/assessments/assessment.ts';
import type { StartInput } from '../../src/features/assessments/assessment-forms.ts';
import { startAssessment } from '../../src/features/assessments/assessment-service.ts';
import { findCriteriaCopy } from '../../src/features/assessments/criteria-copy-store.ts';
import { takeStep } from '../../src/features/results/step-service.ts';
import { nextStep } from '../../src/model/assessment-life.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause, RatingMethod } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import type { TestApp } from './app.ts';
import { declareTeam } from './declarations.ts';
import { companyIds, type People } from './people.ts';

/** By which criteria tests assess unless they say otherwise; the smallest that ship. */
const defaultCriteria = 'complaint-management';

export interface AssessmentOverrides extends Partial<StartInput> {
  /** Who starts it; a company member starts a self-assessment. */
  readonly by?: keyof People;
  /** Whether everybody in the team has stated their impartiality; so they have unless a test is about it. */
  readonly declared?: boolean;
}

/** An assessment of 海川电器 that can be rated, led by Ada with Bo in the team; nothing is rated yet. */
export async function givenAssessment(app: TestApp, overrides: AssessmentOverrides = {}): Promise<Assessment> {
  const assessment = await givenPlanned(app, overrides);
  return assessment.state === 'planned' ? takeNextStep(app, assessment) : assessment;
}

/** The next step of an assessment, taken by who may: its leader, or who rates their own company. */
export async function takeNextStep({ deps, people }: TestApp, { id, kind, state, createdBy }: Assessment): Promise<Assessment> {
  const by = kind === 'self' ? Object.values(people).find((person) => person.id === createdBy) : people.ada;
  const step = nextStep(kind, state);
  if (!by || !step) throw new Error(`Nothing comes after ${state}.`);
  return takeStep(deps, toActor(by), id, { step, from: state, reason: null });
}

/** Every step that is left, to finished. */
export async function finishAssessment(app: TestApp, assessment: Assessment): Promise<Assessment> {
  let now = assessment;
  while (now.state !== 'finished') now = await takeNextStep(app, now);
  return now;
}

/** The same, before its beginning: an audit is planned only. */
export async function givenPlanned({ deps, people }: TestApp, overrides: AssessmentOverrides = {}): Promise<Assessment> {
  const { by = 'ada', declared = true, ...input } = overrides;
  const entry = deps.catalog.entries.find(({ criteria }) => criteria.id === defaultCriteria);
  if (!entry) throw new Error(`The catalogue has no ${defaultCriteria}.`);
  const assessment = await startAssessment(deps, toActor(people[by]), {
    organization: companyIds.haichuan,
    criteria: `${entry.criteria.id}@${entry.criteria.version}`,
    kind: people[by].companies.length > 0 ? 'self' : 'initial',
    from: '2026-01-05',
    to: '2026-01-07',
    sites: [],
    lead: people.ada.id,
    members: [people.bo.id],
    targetGrade: null,
    heldGrade: null,
    heldSince: null,
    ...input,
  });
  if (declared && assessment.kind !== 'self') await declareTeam(deps.db, assessment.id);
  return assessment;
}

/** `best`: full points everywhere; `worst`: none; `mixed`: two of three clauses full, the third less. */
export type Quality = 'best' | 'worst' | 'mixed';

/**
 * Rates every clause and hands in the evidence that is required, so that the assessment can be finished. Written to the
 * tables at once: what happens at each save is not what these tests are about.
 */
export async function rateAll(
  { db, criteriaCopies }: Pick<Deps, 'db' | 'criteriaCopies'>,
  assessment: Assessment,
  quality: Quality = 'best',
  { except = [] }: { readonly except?: readonly string[] } = {},
): Promise<void> {
  const criteria = await findCriteriaCopy({ db, criteriaCopies }, assessment.criteriaHash);
  const clauses = ratedClauses(criteria).filter(({ id }) => !except.includes(id));
  const by = assessment.createdBy;
  const at = assessment.createdAt;
  const ratings = clauses.map((clause, index) => ({
    assessment_id: assessment.id,
    clause_id: clause.id,
    rating: JSON.stringify(ratingOf(clause, quality === 'best' || (quality === 'mixed' && index % 3 !== 0))),
    note: `note on ${clause.id}`,
    revision: 1,
    updated_by: by,
    updated_at: at,
  }));
  const evidence = clauses.flatMap((clause) =>
    requiredKinds(clause).map((kind) => ({ kind, clause_id: clause.id, id: randomUUID() })),
  );

  await db.transaction(async (trx) => {
    await trx.batchInsert('ratings', ratings, 50);
    const rows = evidence.map(({ id, kind, clause_id }, index) => ({
      id,
      assessment_id: assessment.id,
      place: index + 1,
      kind,
      title: `evidence for ${clause_id}`,
      own_date: assessment.from,
      note: '',
      created_by: by,
      created_at: at,
    }));
    if (rows.length > 0) await trx.batchInsert('evidence', rows, 50);
    await trx('assessments').where({ id: assessment.id }).update({ last_evidence: rows.length });
    const links = evidence.map(({ id, clause_id }) => ({ evidence_id: id, clause_id }));
    if (links.length > 0) await trx.batchInsert('evidence_clauses', links, 100);
  });
}

export function requiredKinds({ evidence }: Clause): string[] {
  return [...new Set(evidence.filter(({ required }) => required).map(({ kind }) => kind))];
}

export function ratingOf({ method, points }: Clause, full: boolean): Rating {
  if (!method) throw new Error('Only clauses with a method are rated.');
  return full ? bestRating(method, points) : worstRating(method);
}

function bestRating(method: RatingMethod, points: string): Rating {
  switch (method.by) {
    case 'met':
      return { by: 'met', met: true };
    case 'sample':
      return { by: 'sample', size: Math.max(method.atLeast, 4), failed: 0 };
    case 'level':
      return { by: 'level', level: method.levels.at(-1)?.value ?? 0 };
    case 'points':
      return { by: 'points', points };
    case 'measure':
      return { by: 'measure', value: method.bands[0]?.at ?? '0' };
    case 'checklist':
      return { by: 'checklist', present: method.items.map(({ id }) => id) };
  }
}

function worstRating(method: RatingMethod): Rating {
  switch (method.by) {
    case 'met':
      return { by: 'met', met: false };
    case 'sample':
      return { by: 'sample', size: Math.max(method.atLeast, 4), failed: Math.max(method.atLeast, 4) };
    case 'level':
      return { by: 'level', level: method.levels[0]?.value ?? 0 };
    case 'points':
      return { by: 'points', points: '0' };
    case 'measure':
      return { by: 'measure', value: worstValue(method) };
    case 'checklist':
      return { by: 'checklist', present: [] };
  }
}

/** A value beyond the lowest band, within what the clause allows. */
function worstValue({ better, from, to, bands }: Extract<RatingMethod, { by: 'measure' }>): string {
  if (better === 'higher') return from ?? '0';
  return to ?? String(Number(bands.at(-1)?.at ?? 0) * 10 + 1);
}
