import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { findClause } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Adjustment, Finding } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { type AuditEntry, recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { StoredFinding } from './finding.ts';
import { insertFinding, linkEvidence, updateFinding } from './finding-change-store.ts';
import { countOf, deleteFinding, findFinding, mostFindings } from './finding-store.ts';

/** What is stated: requirement + failure + evidence, where it was found, and of which class it is. */
export interface Statement extends Pick<Finding, 'clause' | 'grade' | 'statement'> {
  readonly requirement?: string;
  /** Id of a site of the assessment. */
  readonly site?: string | null;
  /** Ids of evidence of the assessment. */
  readonly evidence?: readonly string[];
}

/** States a finding. Throws as `accessForChange`, and `invalid` for a clause or site that is not there. */
export async function stateFinding(deps: Deps, actor: Actor, assessmentId: string, statement: Statement): Promise<string> {
  const id = randomUUID();
  await change(deps, actor, assessmentId, async ({ trx, assessment, criteria, at }) => {
    await checkStatement(trx, assessment, criteria, statement);
    if ((await countOf(trx, assessmentId)) >= mostFindings)
      throw invalid('statement', message('findings.tooMany', { most: mostFindings }));
    const { grade: kind, clause, requirement = '', site = null, evidence = [] } = statement;
    const ground = null;
    const by = actor.id;
    await insertFinding(trx, {
      id,
      assessmentId,
      kind,
      clause,
      ground,
      requirement,
      statement: statement.statement,
      site,
      by,
      at,
    });
    await linkEvidence(trx, { id, assessmentId }, 'statement', evidence);
    return { deed: 'finding.stated', details: { id, after: statement } };
  });
  return id;
}

/**
 * Changes what was stated, while the company does not know of it. Throws as `accessForChange`, `invalid`, `not_found`, and
 * `conflict` when somebody has changed it since that revision or it was told.
 */
export async function changeStatement(
  deps: Deps,
  actor: Actor,
  { assessmentId, findingId }: { readonly assessmentId: string; readonly findingId: string },
  { revision, ...statement }: Statement & { readonly revision: number },
): Promise<void> {
  await change(deps, actor, assessmentId, async ({ trx, assessment, criteria }) => {
    const before = await findFinding(trx, assessmentId, findingId);
    if (before.state !== 'raised') throw new AppError('conflict', message('findings.alreadyTold'));
    await checkStatement(trx, assessment, criteria, statement);
    const { grade, clause, requirement = '', site = null, evidence = [] } = statement;
    const patch = { grade, clause_id: clause, requirement, statement: statement.statement, site_id: site };
    if (!(await updateFinding(trx, findingId, revision, patch))) throw changedMeanwhile();
    await linkEvidence(trx, { id: findingId, assessmentId }, 'statement', evidence);
    return { deed: 'finding.changed', details: { id: findingId, before: saidIn(before), after: statement } };
  });
}

/** Gives a special deduction or the bonus. Throws as `accessForChange`, and `invalid` where the criteria do not provide for it. */
export async function giveAdjustment(deps: Deps, actor: Actor, assessmentId: string, adjustment: Adjustment): Promise<void> {
  await change(deps, actor, assessmentId, async ({ trx, criteria, at }) => {
    const { kind, ground, statement } = adjustment;
    checkAdjustment(criteria, adjustment, await countOf(trx, assessmentId, kind));
    const id = randomUUID();
    const nowhere = { clause: null, site: null, requirement: '' };
    await insertFinding(trx, { id, assessmentId, kind, ground, statement, ...nowhere, by: actor.id, at });
    return { deed: 'adjustment.given', details: { id, after: adjustment } };
  });
}

/** Takes back what the company does not know of yet. Throws as `accessForChange`, `not_found`, and `conflict` when it was told. */
export async function takeBack(deps: Deps, actor: Actor, assessmentId: string, id: string): Promise<void> {
  await change(deps, actor, assessmentId, async ({ trx }) => {
    const finding = await findFinding(trx, assessmentId, id);
    if (finding.state !== 'raised') throw new AppError('conflict', message('findings.alreadyTold'));
    await deleteFinding(trx, id);
    return { deed: 'finding.taken-back', details: { id, before: saidIn(finding) } };
  });
}

interface Work {
  readonly trx: Trx;
  readonly assessment: Assessment;
  readonly criteria: Criteria;
  readonly at: Date;
}

async function change(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  work: (given: Work) => Promise<Pick<AuditEntry, 'deed' | 'details'>>,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rate');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const entry = await work({ trx, assessment, criteria, at });
    await recordAuditEntry(trx, { at, actor, subject: 'assessment', subjectId: assessmentId, ...entry });
  });
}

async function checkStatement(trx: Trx, { id }: Assessment, criteria: Criteria, { clause, site }: Statement): Promise<void> {
  if (clause !== null && !findClause(criteria, clause)) throw invalid('clause', message('form.notAllowed'));
  if (site && !(await listSiteIds(trx, id)).includes(site)) throw invalid('site', message('form.notAllowed'));
}

/** What somebody said of it, for the audit trail. */
export function saidIn({ kind, clause, ground, requirement, statement, site, evidence }: StoredFinding) {
  return { kind, clause, ground, requirement, statement, site: site?.id ?? null, evidence: evidence.map(({ id }) => id) };
}

function checkAdjustment(criteria: Criteria, { kind, ground }: Adjustment, given: number): void {
  const rule = kind === 'bonus' ? criteria.bonus : criteria.deduction;
  if (!rule) throw invalid('kind', message('form.notAllowed'));

  const grounds = rule.grounds.map(({ id }) => id);
  if (grounds.length > 0 && ground === null) throw invalid('ground', message('form.required'));
  if (ground !== null && !grounds.includes(ground)) throw invalid('ground', message('form.notAllowed'));

  const most = criteria.bonus && kind === 'bonus' ? criteria.bonus.atMost : mostFindings;
  if (given >= most) throw invalid('kind', message('findings.bonusFull', { most }));
}

export function changedMeanwhile(): AppError {
  return new AppError('conflict', message('findings.changedMeanwhile'));
}

function invalid(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
