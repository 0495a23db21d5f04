import type {
  ComparisonPaper,
  PlanPaper,
  ReadingPaper,
  RequestPaper,
  StatementPaper,
  WorkingPapers,
} from '../../model/working-papers.ts';
import type { SampleForm, SurveyForm } from '../forms/collected-form.ts';
import type { ComparisonForm, PlanForm, RequestForm, StatementForm } from '../forms/papers-form.ts';
import type { Part } from '../forms/part.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import { toRating } from './read-ratings.ts';

/** The working papers of a draft without problems. */
export function buildPapers(draft: AssessmentDraft): WorkingPapers {
  return {
    plan: draft.plan?.complete ? buildPlan(draft.plan.complete) : null,
    requests: whole(draft.requests).map(buildRequest),
    statements: whole(draft.statements).map(buildStatement),
    comparisons: whole(draft.comparisons).map(buildComparison),
    items: whole(draft.collected?.samples ?? []).flatMap(buildItems),
    readings: whole(draft.collected?.surveys ?? []).flatMap(buildReading),
    steps: whole(draft.steps).map((step) => ({ ...step, reason: step.reason ?? '' })),
  };
}

function whole<Form>(parts: readonly Part<Form>[]): Form[] {
  return parts.flatMap(({ complete }) => complete ?? []);
}

function buildPlan({ draws, days, days_reason: daysReason, agenda }: PlanForm): PlanPaper {
  return {
    draws: (draws ?? []).map(({ common_rule: ruleIsCommon, sites, reason, ...draw }) => ({
      ...draw,
      reason: reason ?? '',
      ruleIsCommon: ruleIsCommon ?? false,
      sites: sites.map(({ name, headcount, central, last_audited, chosen, reason: why, lot }) => ({
        ...{ name, headcount: headcount ?? null, central: central ?? false, lastAudited: last_audited ?? null },
        ...{ chosen: chosen ?? false, reason: why, lot },
      })),
    })),
    days: days ?? [],
    daysReason: daysReason ?? '',
    agenda: (agenda ?? []).map(({ kind, title, day, from, to, site, people, clauses, attendees }) => ({
      ...{ kind, title: title ?? '', day, from, to, site: site ?? null },
      ...{ people: people ?? [], clauses: clauses ?? [] },
      attendees: (attendees ?? []).map(({ name, position, present }) => ({
        ...{ name, position: position ?? '', present: present ?? false },
      })),
    })),
  };
}

function buildRequest(form: RequestForm): RequestPaper {
  const { id, text, state, clauses, site, evidence, steps } = form;
  return {
    ...{ reference: id, text, clauses: clauses ?? [], site: site ?? null, dueOn: form.due_on, state },
    ...{ askedBy: form.asked_by, askedAt: form.asked_at, evidence: evidence ?? [] },
    steps: (steps ?? []).map((step) => ({ ...step, text: step.text ?? '' })),
  };
}

function buildStatement({ signed_name, signed_at, yes, superseded_at, ruling }: StatementForm): StatementPaper {
  return {
    signedName: signed_name,
    signedAt: signed_at,
    yes: (yes ?? []).map(({ question, explanation }) => ({ question, explanation: explanation ?? '' })),
    supersededAt: superseded_at ?? null,
    ruling: ruling ? { ...ruling, reason: ruling.reason ?? '', measures: ruling.measures ?? '' } : null,
  };
}

function buildComparison({ clause, opened_at: openedAt, raters, agreed }: ComparisonForm): ComparisonPaper {
  return {
    clause,
    openedAt,
    raters: (raters ?? []).map(({ name, at, ...said }) => ({ name, at, rating: toRating(said), note: said.note ?? '' })),
    agreed: (agreed ?? []).flatMap(({ by, at, reason, before, after }) => {
      const rating = toRating(after);
      if (!rating) return [];
      const stood = { rating: before ? toRating(before) : null, note: before?.note ?? '' };
      return [{ by, at, reason: reason ?? '', before: stood, after: { rating, note: after.note ?? '' } }];
    }),
  };
}

function buildItems({ id, items = [] }: SampleForm): WorkingPapers['items'] {
  if (items.length === 0) return [];
  const built = items.map(({ number, label, outcome, note, evidence }) => ({
    ...{ number: number ?? null, label: label ?? '', outcome: outcome ?? null, note: note ?? '', evidence: evidence ?? null },
  }));
  return [{ sample: id, items: built }];
}

function buildReading({ evidence, columns = [], excluded_rows: excluded = [] }: SurveyForm): ReadingPaper[] {
  if (columns.length + excluded.length === 0) return [];
  return [
    {
      survey: evidence,
      columns: columns.map(({ role, clause, scale, from, to, pass_from: passFrom, feed }) => ({
        ...{ role, clause: clause ?? null, scale, from: from ?? null, to: to ?? null, passFrom: passFrom ?? null, feed },
      })),
      excluded: excluded.map((one) => ({ ...one, reason: one.reason ?? '' })),
    },
  ];
}
