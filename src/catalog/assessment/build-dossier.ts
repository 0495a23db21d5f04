import type { Criteria } from '../../model/criteria.ts';
import type {
  AssessedOrganization,
  AssessmentFacts,
  ClauseRating,
  Dossier,
  Evidence,
  EvidenceFile,
  Finding,
  FindingAnswer,
  SelfAssessment,
  TeamMember,
} from '../../model/dossier.ts';
import type { EvidenceLife, EvidenceStatus } from '../../model/evidence-life.ts';
import type { AssessmentHeadForm, EvidenceForm, FactsForm, FindingForm, PersonForm } from '../forms/assessment-form.ts';
import type { Part } from '../forms/part.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import { buildCollected } from './build-collected.ts';

interface Checked {
  readonly criteria: Criteria;
  readonly ratings: Readonly<Record<string, ClauseRating>>;
  /** By the evidence's reference. */
  readonly files: ReadonlyMap<string, EvidenceFile>;
}

/** The dossier of a draft without problems; null when a part of it is not complete. */
export function buildDossier(draft: AssessmentDraft, { criteria, ratings, files }: Checked): Dossier | null {
  const head = draft.head.complete;
  const facts = draft.facts?.complete;
  if (!head || !facts) return null;
  return {
    criteria,
    organization: buildOrganization(head.organization),
    assessment: buildFacts(facts),
    ratings,
    adjustments: draft.adjustments.flatMap(({ complete }) => (complete ? { ...complete, ground: complete.ground ?? null } : [])),
    findings: draft.findings.flatMap(({ complete }) => (complete ? buildFinding(complete) : [])),
    evidence: draft.evidence.flatMap(({ complete }) => (complete ? buildEvidence(complete, files) : [])),
    ...(draft.collected && { collected: buildCollected(whole(draft.collected.samples), whole(draft.collected.surveys)) }),
    previous: buildPrevious(head),
    ...(head.self_assessment && { selfAssessment: buildSelf(head.self_assessment) }),
  };
}

function whole<Form>(parts: readonly Part<Form>[]): Form[] {
  return parts.flatMap(({ complete }) => complete ?? []);
}

function buildSelf(form: NonNullable<AssessmentHeadForm['self_assessment']>): SelfAssessment {
  const { number, to, criteria_version: criteriaVersion, score, rates } = form;
  return { number, to, criteriaVersion, score, rates: rates ?? {} };
}

function buildFinding({ clause, grade, statement, ...more }: FindingForm): Finding {
  const { number, requirement, evidence, site, state, answer, verification } = more;
  const { answer_due: answerDue, correction_due: correctionDue, closed_at: closedAt } = more;
  return {
    ...{ clause: clause ?? null, grade, statement },
    ...(number === undefined ? {} : { number }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(site === undefined ? {} : { site }),
    ...(answer === undefined ? {} : { answer: buildAnswer(answer) }),
    ...(verification === undefined ? {} : { verification }),
    ...(state === undefined ? {} : { state }),
    ...(answerDue === undefined ? {} : { answerDue }),
    ...(correctionDue === undefined ? {} : { correctionDue }),
    ...(closedAt === undefined ? {} : { closedAt }),
  };
}

function buildAnswer(answer: NonNullable<FindingForm['answer']>): FindingAnswer {
  return {
    correction: answer.correction ?? '',
    cause: answer.cause ?? '',
    action: answer.action ?? '',
    responsible: answer.responsible ?? '',
    plannedFor: answer.planned_for ?? null,
    proof: answer.proof ?? [],
  };
}

function buildOrganization(form: AssessmentHeadForm['organization']): AssessedOrganization {
  return {
    name: form.name,
    registrationNumber: form.registration_number ?? null,
    trade: form.trade ?? null,
    headcount: form.headcount ?? null,
    address: form.address ?? null,
    sites: (form.sites ?? []).map(({ name, address, central, headcount }) => ({
      name,
      address: address ?? null,
      central: central ?? false,
      ...(headcount === undefined ? {} : { headcount }),
    })),
  };
}

function buildFacts(form: FactsForm): AssessmentFacts {
  return {
    number: form.number ?? null,
    kind: form.kind,
    from: form.from,
    to: form.to,
    team: [
      ...(form.lead_auditor === undefined ? [] : [toMember(form.lead_auditor, 'lead-auditor')]),
      ...(form.auditors ?? []).map((person) => toMember(person, 'auditor')),
      ...(form.technical_experts ?? []).map((person) => toMember(person, 'technical-expert')),
      ...(form.mystery_shoppers ?? []).map((person) => toMember(person, 'mystery-shopper')),
      ...(form.observers ?? []).map((person) => toMember(person, 'observer')),
      ...(form.members ?? []).map((person) => toMember(person, 'company-member')),
    ],
    targetGrade: form.target_grade ?? null,
    heldGrade: form.held_grade ?? null,
    finishedAt: form.finished_at ?? null,
    ...(form.stopped && { stopped: form.stopped }),
    ...(form.parts && {
      parts: Object.entries(form.parts).map(([part, { from, to, members }]) => ({
        part,
        from: from ?? null,
        to: to ?? null,
        members: members ?? [],
      })),
    }),
  };
}

function toMember(person: PersonForm, role: TeamMember['role']): TeamMember {
  if (typeof person === 'string') return { name: person, role, registrationNumber: null };
  return { name: person.name, role, registrationNumber: person.registration_number ?? null };
}

function buildEvidence(form: EvidenceForm, files: ReadonlyMap<string, EvidenceFile>): Evidence {
  return {
    reference: form.id,
    kind: form.kind,
    title: form.title,
    date: form.date ?? null,
    note: form.note ?? '',
    clauses: form.clauses ?? [],
    link: form.link ?? null,
    file: files.get(form.id) ?? null,
    ...(form.status && { life: buildLife(form, form.status) }),
  };
}

function buildLife(form: EvidenceForm, status: EvidenceStatus): EvidenceLife {
  return {
    status,
    reason: form.reason ?? null,
    supersededBy: form.superseded_by ?? null,
    periodFrom: form.period_from ?? null,
    periodTo: form.period_to ?? null,
    site: form.site ?? null,
    source: form.source ?? null,
    validUntil: form.valid_until ?? null,
  };
}

function buildPrevious({ previous }: AssessmentHeadForm): Dossier['previous'] {
  if (!previous) return null;
  const { number, to, score, grade, rates } = previous;
  return { number: number ?? null, to, score, grade: grade ?? null, rates: rates ?? {} };
}
