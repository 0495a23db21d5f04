import type { Response } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { findingGrades } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { type AssessmentAccess, accessAssessment } from '../assessments/assessment-access.ts';
import { listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { accessEvidence } from '../evidence/evidence-access.ts';
import { evidenceOf, readEvidence } from '../evidence/evidence-store.ts';
import { listSites } from '../organizations/site-store.ts';
import type { FindingLine, StatementChoices } from './finding-pages.ts';
import { clauseChoices, toFindingLine } from './finding-pages.ts';
import { findFinding, listFindings } from './finding-store.ts';

/** Who sees all of it also sees what the company was not told of. */
export async function readFindings(deps: Deps, res: Response, id: string) {
  const access = await accessAssessment(deps.db, actorOf(res), id, 'seeFindings');
  const criteria = await findCriteriaCopy(deps, access.assessment.criteriaHash);
  const visible = (await listFindings(deps.db, id)).filter(({ state }) => access.rights.view || state !== 'raised');
  const today = dayOf(deps.clock(), deps.config.timeZone);
  return { ...access, criteria, findings: visible.map((one) => toFindingLine(one, criteria, today, languageOf(res))) };
}

/** Throws `not_found` also for one that the company was not told of. */
export async function readFinding(
  deps: Deps,
  res: Response,
  id: string,
  findingId: string,
): Promise<AssessmentAccess & { readonly finding: FindingLine }> {
  const access = await accessAssessment(deps.db, actorOf(res), id, 'seeFindings');
  const criteria = await findCriteriaCopy(deps, access.assessment.criteriaHash);
  const finding = await findFinding(deps.db, id, findingId);
  if (finding.state === 'raised' && !access.rights.view) throw new AppError('not_found', message('error.notFound'));
  const today = dayOf(deps.clock(), deps.config.timeZone);
  return { ...access, finding: toFindingLine(finding, criteria, today, languageOf(res)) };
}

/** What a finding can be stated about. */
export async function readChoices(deps: Deps, res: Response, { assessment }: AssessmentAccess): Promise<StatementChoices> {
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const covered = new Set(await listSiteIds(deps.db, assessment.id));
  const sites = (await listSites(deps.db, assessment.organizationId)).filter(({ id }) => covered.has(id));
  return {
    grades: findingGrades,
    clauses: clauseChoices(criteria, languageOf(res)),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
    evidence: await readEvidenceChoices(deps, assessment.id),
  };
}

/** Ids of the evidence of a finding that the reader can open: a company what its own people handed in. */
export async function listOpenable(deps: Deps, res: Response, finding: FindingLine): Promise<string[]> {
  const { scope } = await accessEvidence(deps.db, actorOf(res), finding.assessmentId);
  const ids = [...finding.evidence, ...finding.proof].map(({ id }) => id);
  return evidenceOf(deps.db, finding.assessmentId, scope).whereIn('evidence.id', ids).pluck('evidence.id');
}

/** The evidence of an assessment by reference and title; the newest, where there is very much. */
async function readEvidenceChoices(deps: Deps, assessmentId: string) {
  const query = evidenceOf(deps.db, assessmentId).orderBy('evidence.place', 'desc').limit(200);
  const evidence = await readEvidence(deps.db, query);
  return evidence.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }));
}
