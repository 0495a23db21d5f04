import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessedOrganization, AssessedSite, AssessmentFacts, Dossier, PartPlan, TeamMember } from '../../model/dossier.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import { listMembers, listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { readPartPlan, type StoredPart, type StoredPartPlan } from '../assessments/part-plan-store.ts';
import { listEvidence } from '../evidence/evidence-store.ts';
import { toDossierFindings } from '../findings/dossier-findings.ts';
import { listAdjustments, listFindings } from '../findings/finding-store.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { withoutSealedNotes } from '../rating-duties/sealed-note-store.ts';
import { readRatings } from '../ratings/rating-store.ts';
import { withSiteRatings } from '../ratings/site-rating-store.ts';
import { readCollected } from '../surveys/read-collected.ts';
import { findOptionalPrevious } from './previous-store.ts';
import { findOptionalSelf, toSelfAssessment } from './self-assessment-store.ts';

type Reader = Pick<Deps, 'db' | 'criteriaCopies'>;

/** All that is known of an assessment as it stands now. */
export async function readDossier(deps: Reader, assessment: Assessment): Promise<Dossier> {
  const { db } = deps;
  const self = await findOptionalSelf(db, assessment);
  return {
    ...(await readScored(deps, assessment)),
    organization: await readOrganization(db, assessment),
    evidence: await withoutSealedNotes(db, assessment.id, null, await listEvidence(db, assessment.id)),
    collected: await readCollected(db, assessment.id),
    previous: await findOptionalPrevious(db, assessment),
    selfAssessment: self && toSelfAssessment(self),
  };
}

/** Only what the engine needs, for the score while one rates: organization, evidence and history are left empty. */
export async function readScoredDossier(deps: Reader, assessment: Assessment): Promise<Dossier> {
  const scored = await readScored(deps, assessment);
  const organization = { name: '', registrationNumber: null, trade: null, headcount: null, address: null, sites: [] };
  return { ...scored, organization, evidence: [], previous: null };
}

type Scored = Pick<Dossier, 'criteria' | 'assessment' | 'ratings' | 'adjustments' | 'findings'>;

async function readScored(deps: Reader, assessment: Assessment): Promise<Scored> {
  const { db } = deps;
  const criteria: Criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const adjustments = await listAdjustments(db, assessment.id);
  const findings = await listFindings(db, assessment.id);
  // The company gets to read reports and files: who tested its service unseen is not named in them.
  const team = (await listMembers(db, assessment.id)).filter(({ teamRole }) => teamRole !== 'mystery-shopper');
  return {
    criteria,
    assessment: {
      ...toFacts(assessment, team),
      ...(criteria.parts && { parts: toPlans(await readPartPlan(db, assessment.id), team) }),
    },
    ratings: await withSiteRatings(db, assessment.id, criteria, await readRatings(db, assessment.id)),
    adjustments,
    findings: toDossierFindings(findings, assessment.number),
  };
}

function toFacts(assessment: Assessment, team: readonly Member[]): AssessmentFacts {
  const { number, kind, from, to, targetGrade, heldGrade, finishedAt } = assessment;
  return { number, kind, from, to, targetGrade, heldGrade, finishedAt, team: team.map(toTeamMember) };
}

function toPlans({ parts }: StoredPartPlan, team: readonly Member[]): PartPlan[] {
  const named = new Set(team.map(({ userId }) => userId));
  const namesOf = ({ members }: StoredPart) => members.filter(({ userId }) => named.has(userId)).map(({ name }) => name);
  return parts.map((plan) => ({ ...plan, members: namesOf(plan) }));
}

function toTeamMember({ name, ofCompany, registrationNumber, teamRole }: Member): TeamMember {
  if (ofCompany) return { name, role: 'company-member', registrationNumber };
  return { name, role: teamRole === 'leader' ? 'lead-auditor' : teamRole, registrationNumber };
}

async function readOrganization(db: Db, assessment: Assessment): Promise<AssessedOrganization> {
  const { name, registrationNumber, trade, headcount, address } = await findOrganization(db, assessment.organizationId);
  return { name, registrationNumber, trade, headcount, address, sites: await readSites(db, assessment) };
}

/** The sites that the assessment covers. */
async function readSites(db: Db, assessment: Assessment): Promise<AssessedSite[]> {
  const covered = new Set(await listSiteIds(db, assessment.id));
  const sites = (await listSites(db, assessment.organizationId)).filter(({ id }) => covered.has(id));
  return sites.map(({ name, address, central, headcount }) => ({
    ...{ name, address, central },
    ...(headcount === null ? {} : { headcount }),
  }));
}
