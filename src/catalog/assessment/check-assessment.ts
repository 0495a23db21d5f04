import { message } from '../../i18n/translate.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AdjustmentForm, FactsForm } from '../forms/assessment-form.ts';
import type { Part } from '../forms/part.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import type { AssessmentDraft } from './assessment-draft.ts';

/** Reports what is wrong with dates, team and references, whatever the criteria. */
export function checkFacts(draft: AssessmentDraft, report: Report): void {
  const { head, facts, evidence } = draft;
  if (facts) checkDates(facts.form, report);
  if (facts) checkTeam(facts, report);
  const { previous } = head.form;
  const last = facts?.form.to;
  if (previous && last !== undefined && previous.to > last) {
    report.at(['previous', 'to'], message('assessment.previousLater', { found: previous.to, to: last }));
  }
  checkReferences(evidence, report);
  checkEvidenceLife(draft, report);
  checkFindings(draft, report);
}

/** Evidence and sites that the file has; a correction is due no earlier than the answer. */
function checkFindings({ findings, evidence, head }: AssessmentDraft, report: Report): void {
  const references = evidence.flatMap(({ form }) => form.id ?? []);
  const sites = (head.form.organization?.sites ?? []).map(({ name }) => name);
  for (const { form, path } of findings) {
    form.evidence?.forEach((id, index) => {
      if (references.includes(id)) return;
      report.at([...path, 'evidence', index], message('assessment.evidenceUnknown', { id }), suggest(id, references));
    });
    form.answer?.proof?.forEach((id, index) => {
      if (references.includes(id)) return;
      report.at([...path, 'answer', 'proof', index], message('assessment.evidenceUnknown', { id }), suggest(id, references));
    });
    if (form.site !== undefined && !sites.includes(form.site))
      report.at([...path, 'site'], message('assessment.siteUnknown', { name: form.site }), suggest(form.site, sites));
    if (isBefore(form.correction_due, form.answer_due)) report.at([...path, 'correction_due'], message('findings.duesInOrder'));
  }
}

/** The piece that stands in another's place, and the sheet of a survey; what says more of a piece belongs to its status. */
function checkEvidenceLife({ evidence, collected }: AssessmentDraft, report: Report): void {
  const references = evidence.flatMap(({ form }) => form.id ?? []);
  const known = (id: string | undefined, path: Path) => {
    if (id !== undefined && !references.includes(id))
      report.at(path, message('assessment.evidenceUnknown', { id }), suggest(id, references));
  };
  for (const { form, path, broken } of evidence) {
    known(form.superseded_by, [...path, 'superseded_by']);
    if (isBefore(form.period_to, form.period_from))
      report.at(
        [...path, 'period_to'],
        message('assessment.endBeforeStart', { from: form.period_from ?? '', to: form.period_to ?? '' }),
      );
    const more = lifeKeys.find((key) => form[key] !== undefined);
    if (more && form.status === undefined && !broken.has('status'))
      report.atKey([...path, more], message('assessment.statusMissing', { key: more }));
  }
  for (const { form, path } of collected?.surveys ?? []) known(form.evidence, [...path, 'evidence']);
}

const lifeKeys = ['reason', 'superseded_by', 'period_from', 'period_to', 'site', 'source', 'valid_until'] as const;

function checkDates({ from, to, held_grade: held }: Part<FactsForm>['form'], report: Report): void {
  if (to === undefined) return;
  if (from !== undefined && to < from) report.at(['assessment', 'to'], message('assessment.endBeforeStart', { from, to }));
  if (held && held.since > to) {
    report.at(['assessment', 'held_grade', 'since'], message('assessment.heldAfterEnd', { since: held.since, to }));
  }
}

/** An organization may assess itself without naming who did; a certification body may not. */
function checkTeam({ form, broken, path }: Part<FactsForm>, report: Report): void {
  if (form.kind === undefined || form.kind === 'self') return;
  if (form.lead_auditor === undefined && !broken.has('lead_auditor'))
    report.at(path, message('catalog.missingKey', { key: 'lead_auditor' }));
}

function checkReferences(evidence: AssessmentDraft['evidence'], report: Report): void {
  const seen = new Set<string>();
  for (const { form, path } of evidence) {
    if (form.id === undefined) continue;
    if (seen.has(form.id)) report.at([...path, 'id'], message('criteria.doubledId', { found: form.id }));
    seen.add(form.id);
  }
}

/** Reports every clause, grade and ground that the criteria do not have. */
export function checkAgainstCriteria(draft: AssessmentDraft, criteria: Criteria, report: Report): void {
  const clauses = new Set([...walkClauses(criteria.clauses)].map(({ clause }) => clause.id));
  const clause = (id: string | undefined, path: Path, atKey = false) => {
    if (id === undefined || clauses.has(id)) return;
    const place = atKey ? report.atKey : report.at;
    place(path, message('criteria.clauseUnknown', { id }), suggest(id, clauses));
  };
  for (const { form, path } of draft.findings) clause(form.clause, [...path, 'clause']);
  for (const { form, path } of draft.evidence)
    form.clauses?.forEach((id, index) => {
      clause(id, [...path, 'clauses', index]);
    });
  for (const id of Object.keys(draft.head.form.previous?.rates ?? {})) clause(id, ['previous', 'rates', id], true);
  for (const adjustment of draft.adjustments) checkAdjustment(adjustment, criteria, report);
  checkGradeNames(draft, criteria, report);
  if (draft.facts) checkParts(draft.facts, criteria, report);
}

function namesIn(form: Part<FactsForm>['form']): string[] {
  const { auditors = [], technical_experts: experts = [], mystery_shoppers: shoppers = [], observers = [], members = [] } = form;
  const people = [form.lead_auditor ?? [], auditors, experts, shoppers, observers, members].flat();
  return people.map((person) => (typeof person === 'string' ? person : person.name));
}

/** Parts that the criteria have, on days of the assessment, with people of the team. */
function checkParts({ form }: Part<FactsForm>, { parts = [] }: Criteria, report: Report): void {
  const known = parts.map(({ id }) => id);
  const names = namesIn(form);
  for (const [id, plan] of Object.entries(form.parts ?? {})) {
    const path = ['assessment', 'parts', id];
    if (!known.includes(id)) report.atKey(path, unknownPart(id, known), suggest(id, known));
    const { from = form.from, to = form.to } = plan;
    if (isBefore(to, from)) report.at([...path, 'to'], message('assessment.endBeforeStart', { from: from ?? '', to: to ?? '' }));
    plan.members?.forEach((name, index) => {
      if (names.includes(name)) return;
      report.at([...path, 'members', index], message('assessment.partMember', { name }), suggest(name, names));
    });
  }
}

function unknownPart(id: string, known: readonly string[]) {
  if (known.length === 0) return message('criteria.noParts');
  return message('criteria.partUnknown', { id, allowed: known.join(', ') });
}

function isBefore(day: string | undefined, other: string | undefined): boolean {
  return day !== undefined && other !== undefined && day < other;
}

function checkGradeNames({ head, facts }: AssessmentDraft, { grades }: Criteria, report: Report): void {
  const known = grades.map(({ id }) => id);
  const grade = (id: string | undefined, path: Path) => {
    if (id === undefined || known.includes(id)) return;
    report.at(path, message('criteria.gradeUnknown', { id, allowed: known.join(', ') }), suggest(id, known));
  };
  grade(facts?.form.target_grade, ['assessment', 'target_grade']);
  grade(facts?.form.held_grade?.grade, ['assessment', 'held_grade', 'grade']);
  grade(head.form.previous?.grade, ['previous', 'grade']);
}

function checkAdjustment({ form, path, broken }: Part<AdjustmentForm>, criteria: Criteria, report: Report): void {
  if (form.kind === undefined) return;
  const rule = criteria[form.kind];
  if (!rule) {
    report.at([...path, 'kind'], message('assessment.adjustmentUnknown', { kind: form.kind }));
    return;
  }
  const known = rule.grounds.map(({ id }) => id);
  const allowed = known.join(', ');
  if (form.ground === undefined && known.length > 0 && !broken.has('ground'))
    report.at(path, message('assessment.groundMissing', { allowed }));
  if (form.ground === undefined || known.includes(form.ground)) return;
  if (known.length === 0) report.atKey([...path, 'ground'], message('assessment.noGrounds', { kind: form.kind }));
  else
    report.at(
      [...path, 'ground'],
      message('assessment.groundUnknown', { found: form.ground, allowed }),
      suggest(form.ground, known),
    );
}
