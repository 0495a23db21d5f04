import { stringify } from 'yaml';
import { ratedClauses, walkClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type {
  AssessmentFacts,
  ClauseRating,
  Dossier,
  PreviousAssessment,
  SelfAssessment,
  TeamMember,
} from '../../model/dossier.ts';
import { joinSiteNotes } from '../../model/site-ratings.ts';
import { noPapers, type WorkingPapers } from '../../model/working-papers.ts';
import { unprintable as unprintableSign } from '../source/yaml-value.ts';
import { said } from './said.ts';
import { papersWithin, writePapers } from './write-papers.ts';
import { writeRating } from './write-rating.ts';
import { writeEvidence, writeFinding, writeSample, writeSurvey } from './write-records.ts';

/**
 * A dossier with its working papers as an assessment file, which reads back as the same. Evidence files are not in it: each is
 * known again by its SHA-256. Left out is what says nothing, such as an empty note.
 */
export function writeAssessment(dossier: Dossier, papers: WorkingPapers = noPapers): string {
  const { criteria, asFound } = dossier;
  const within = papersWithin(papers, dossier);
  const blocks = writeBlocks(dossier, within);
  return stringify(
    printable({
      format: 1,
      criteria: said({ id: criteria.id, version: criteria.version, ...choiceOf(criteria) }),
      ...blocks,
      as_found: asFound && otherwise(writeBlocks(asFound, within), blocks),
      ...writePapers(within),
    }),
    { lineWidth: 130 },
  );
}

function writeBlocks(dossier: Dossier, within: WorkingPapers): Readonly<Record<string, unknown>> {
  const { criteria, adjustments, findings, evidence, collected, previous, selfAssessment } = dossier;
  return {
    organization: writeOrganization(dossier.organization),
    assessment: writeFacts(dossier.assessment),
    ratings: writeRatings(dossier),
    adjustments: adjustments.map(({ kind, ground, statement }) => said({ kind, ground, statement })),
    findings: findings.map(writeFinding),
    evidence: evidence.map(writeEvidence),
    samples: (collected?.samples ?? []).map((sample) => writeSample(sample, within)),
    surveys: (collected?.surveys ?? []).map((survey) => writeSurvey(survey, within)),
    previous: previous && writePrevious(previous, criteria),
    self_assessment: selfAssessment && writeSelf(selfAssessment),
  };
}

/** The blocks that stood otherwise before corrections, also those in which there was nothing yet; the adjustments always. */
function otherwise(before: Readonly<Record<string, unknown>>, whole: Readonly<Record<string, unknown>>) {
  const told = Object.entries(before).filter(
    ([key, block]) => block && (key === 'adjustments' || JSON.stringify(block) !== JSON.stringify(whole[key])),
  );
  return Object.fromEntries(told);
}

function writeOrganization({ name, registrationNumber, trade, headcount, address, sites }: Dossier['organization']) {
  return said({
    name,
    registration_number: registrationNumber,
    trade,
    headcount,
    address,
    sites: sites.map((site) =>
      said({ name: site.name, address: site.address, headcount: site.headcount, central: site.central || null }),
    ),
  });
}

function writeSelf({ number, to, criteriaVersion, score, rates }: SelfAssessment) {
  return said({ number, to, criteria_version: criteriaVersion, score, rates });
}

/** Without signs that no YAML file may hold: they come in by file names and sheets, which no form has looked at. */
function printable(values: Readonly<Record<string, unknown>>): unknown {
  const text = JSON.stringify(said(values), (_, value) => (typeof value === 'string' ? value.replace(unprintable, '') : value));
  return JSON.parse(text);
}

const unprintable = new RegExp(unprintableSign, 'gu');

function choiceOf({ choice }: Criteria) {
  return { variant: choice?.variant?.id, profile: choice?.profile?.id };
}

function writeFacts(facts: AssessmentFacts) {
  const { team, parts } = facts;
  const those = (role: TeamMember['role']) => team.filter((member) => member.role === role).map(writePerson);
  return said({
    number: facts.number,
    kind: facts.kind,
    from: facts.from,
    to: facts.to,
    lead_auditor: those('lead-auditor')[0],
    auditors: those('auditor'),
    technical_experts: those('technical-expert'),
    mystery_shoppers: those('mystery-shopper'),
    observers: those('observer'),
    members: those('company-member'),
    target_grade: facts.targetGrade,
    held_grade: facts.heldGrade && { grade: facts.heldGrade.grade, since: facts.heldGrade.since },
    finished_at: facts.finishedAt,
    stopped: facts.stopped && { at: facts.stopped.at, reason: facts.stopped.reason },
    parts: parts && Object.fromEntries(parts.map(({ part, from, to, members }) => [part, said({ from, to, members })])),
  });
}

function writePerson({ name, registrationNumber }: TeamMember) {
  return registrationNumber === null ? name : { name, registration_number: registrationNumber };
}

/** In the order of the criteria. What the sites noted is not said again for the whole. */
function writeRatings({ criteria, ratings }: Dossier) {
  const written = ratedClauses(criteria).flatMap(({ id }) => {
    const one = ratings[id];
    const form = one && (one.sites ? writeSites(one.sites, one.note) : writeRating(one.rating, one.note));
    return form && Object.keys(form).length > 0 ? [[id, form] as const] : [];
  });
  return Object.fromEntries(written);
}

function writeSites(sites: NonNullable<ClauseRating['sites']>, note: string) {
  const each = sites.flatMap(({ site, rating, note: noted }) => {
    const form = writeRating(rating, noted);
    return Object.keys(form).length > 0 ? [[site, form] as const] : [];
  });
  return said({ sites: Object.fromEntries(each), note: note === joinSiteNotes(sites) ? null : note });
}

/** Rates of clauses that the criteria do not have any more have nothing to be compared with. */
function writePrevious({ number, to, score, grade, rates }: PreviousAssessment, criteria: Criteria) {
  const known = new Set([...walkClauses(criteria.clauses)].map(({ clause }) => clause.id));
  return said({ number, to, score, grade, rates: Object.fromEntries(Object.entries(rates).filter(([id]) => known.has(id))) });
}
