import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { findClause } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Adjustment, Finding } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { type AuditEntry, recordAuditEntry } from '../audit-trail/audit-store.ts';
import { countOf, insertAdjustment, insertFinding, mostFindings, takeOne } from './finding-store.ts';

/** States a finding. Throws as `accessForChange`, and `invalid` for a clause that the criteria lack. */
export async function stateFinding(deps: Deps, actor: Actor, assessmentId: string, finding: Finding): Promise<void> {
  await change(deps, actor, assessmentId, async (trx, criteria, at) => {
    if (finding.clause !== null && !findClause(criteria, finding.clause)) throw invalid('clause', message('form.notAllowed'));
    if ((await countOf(trx, 'findings', assessmentId)) >= mostFindings)
      throw invalid('statement', message('findings.tooMany', { most: mostFindings }));
    const id = randomUUID();
    await insertFinding(trx, { id, assessmentId, by: actor.id, at }, finding);
    return { deed: 'finding.stated', details: { id, after: finding } };
  });
}

/** Gives a special deduction or the bonus. Throws as `accessForChange`, and `invalid` where the criteria do not provide for it. */
export async function giveAdjustment(deps: Deps, actor: Actor, assessmentId: string, adjustment: Adjustment): Promise<void> {
  await change(deps, actor, assessmentId, async (trx, criteria, at) => {
    const given = await countOf(trx, 'adjustments', assessmentId, { kind: adjustment.kind });
    checkAdjustment(criteria, adjustment, given);
    const id = randomUUID();
    await insertAdjustment(trx, { id, assessmentId, by: actor.id, at }, adjustment);
    return { deed: 'adjustment.given', details: { id, after: adjustment } };
  });
}

/** Takes a finding, deduction or bonus back. Throws as `accessForChange`, and `not_found`. */
export async function takeBack(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  kind: 'findings' | 'adjustments',
  id: string,
): Promise<void> {
  await change(deps, actor, assessmentId, async (trx) => {
    const before = await takeOne(trx, kind, assessmentId, id);
    if (!before) throw new AppError('not_found', message('error.notFound'));
    return { deed: `${kind}.taken-back`, details: { id, before } };
  });
}

type Work = (trx: Trx, criteria: Criteria, at: Date) => Promise<Pick<AuditEntry, 'deed' | 'details'>>;

async function change(deps: Deps, actor: Actor, assessmentId: string, work: Work): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rate');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const entry = await work(trx, criteria, at);
    await recordAuditEntry(trx, { at, actor, subject: 'assessment', subjectId: assessmentId, ...entry });
  });
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

function invalid(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
