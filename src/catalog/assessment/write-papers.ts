import { walkClauses } from '../../model/clauses.ts';
import type { Dossier } from '../../model/dossier.ts';
import type {
  AgendaPaper,
  ComparisonPaper,
  DrawPaper,
  ItemPaper,
  PlanPaper,
  ReadingPaper,
  RequestPaper,
  StatementPaper,
  WorkingPapers,
} from '../../model/working-papers.ts';
import { said } from './said.ts';
import { writeRating } from './write-rating.ts';

/** The working papers as an assessment file has them, at its top level; samples and surveys hold theirs themselves. */
export function writePapers({ plan, requests, statements, comparisons, steps }: WorkingPapers) {
  return {
    plan: plan && writePlan(plan),
    requests: requests.map(writeRequest),
    statements: statements.map(writeStatement),
    comparisons: comparisons.map(writeComparison),
    steps: steps.map(({ step, from, to, at, by, reason }) => said({ step, from, to, at, by, reason })),
  };
}

/** Without references to evidence and clauses that the dossier does not have: what was removed since is not named. */
export function papersWithin(papers: WorkingPapers, { criteria, evidence }: Dossier): WorkingPapers {
  const references = new Set(evidence.map(({ reference }) => reference));
  const ids = new Set([...walkClauses(criteria.clauses)].map(({ clause }) => clause.id));
  const pieces = (all: readonly string[]) => all.filter((one) => references.has(one));
  const clauses = (all: readonly string[]) => all.filter((one) => ids.has(one));
  return {
    ...papers,
    plan: papers.plan && {
      ...papers.plan,
      agenda: papers.plan.agenda.map((item) => ({ ...item, clauses: clauses(item.clauses) })),
    },
    requests: papers.requests.map((one) => ({ ...one, clauses: clauses(one.clauses), evidence: pieces(one.evidence) })),
    comparisons: papers.comparisons.filter(({ clause }) => ids.has(clause)),
    items: papers.items.map(({ sample, items }) => ({
      sample,
      items: items.map((item) => ({
        ...item,
        evidence: item.evidence !== null && references.has(item.evidence) ? item.evidence : null,
      })),
    })),
  };
}

function writePlan({ draws, days, daysReason, agenda }: PlanPaper) {
  return said({
    draws: draws.map(writeDraw),
    days: days.map(({ name, days: planned }) => ({ name, days: planned })),
    days_reason: daysReason,
    agenda: agenda.map(writeAgendaItem),
  });
}

function writeDraw({ at, by, seed, reason, rule, ruleIsCommon, sites }: DrawPaper) {
  const { suited, initial, surveillance, recertification, random } = rule;
  return {
    ...said({ at, by, seed, reason, rule: { suited, initial, surveillance, recertification, random } }),
    ...said({ common_rule: ruleIsCommon || null }),
    sites: sites.map(({ name, headcount, central, lastAudited, chosen, reason: why, lot }) =>
      said({
        ...{ name, headcount, central: central || null, last_audited: lastAudited },
        ...{ chosen: chosen || null, reason: why, lot },
      }),
    ),
  };
}

function writeAgendaItem({ kind, title, day, from, to, site, people, clauses, attendees }: AgendaPaper) {
  return said({
    ...{ kind, title, day, from, to, site, people, clauses },
    attendees: attendees.map(({ name, position, present }) => said({ name, position, present: present || null })),
  });
}

function writeRequest({ reference, text, clauses, site, dueOn, state, askedBy, askedAt, evidence, steps }: RequestPaper) {
  return said({
    ...{ id: reference, text, clauses, site, due_on: dueOn, state, asked_by: askedBy, asked_at: askedAt, evidence },
    steps: steps.map(({ deed, at, by, text: words }) => said({ deed, at, by, text: words })),
  });
}

function writeStatement({ signedName, signedAt, yes, supersededAt, ruling }: StatementPaper) {
  return said({
    signed_name: signedName,
    signed_at: signedAt,
    yes: yes.map(({ question, explanation }) => said({ question, explanation })),
    superseded_at: supersededAt,
    ruling: ruling && writeRuling(ruling),
  });
}

function writeRuling({ ruling, reason, measures, by, at }: NonNullable<StatementPaper['ruling']>) {
  return said({ ruling, reason, measures, by, at });
}

function writeComparison({ clause, openedAt, raters, agreed }: ComparisonPaper) {
  return said({
    clause,
    opened_at: openedAt,
    raters: raters.map(({ name, at, rating, note }) => ({ name, at, ...writeRating(rating, note) })),
    agreed: agreed.map(({ by, at, reason, before, after }) =>
      said({
        ...{ by, at, reason },
        before: writeRating(before.rating, before.note),
        after: writeRating(after.rating, after.note),
      }),
    ),
  });
}

export function writeItem({ number, label, outcome, note, evidence }: ItemPaper) {
  return said({ number, label, outcome, note, evidence });
}

/** What a survey of the file says of how its sheet is read. */
export function writeReading({ columns, excluded }: Pick<ReadingPaper, 'columns' | 'excluded'>) {
  return {
    columns: columns.map(({ role, clause, scale, from, to, passFrom, feed }) =>
      said({ role, clause, scale, from, to, pass_from: passFrom, feed }),
    ),
    excluded_rows: excluded.map(({ row, reason, by, at }) => said({ row, reason, by, at })),
  };
}
