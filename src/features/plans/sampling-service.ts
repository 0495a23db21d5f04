import { randomBytes, randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { commonSamplingRule, drawSites, samplingChange } from '../../model/site-sampling.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { replaceSites } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { insertSampling, listLastAudits, listSamplings, type Sampling } from './sampling-store.ts';

/**
 * Draws the sites of an audit by the rule of its criteria from all sites of the organization; those that are drawn are
 * what it covers. While a draw stands a new one needs a reason, so that nobody draws until they like it. Throws as
 * `accessForChange`; `invalid` without a reason; `conflict` when there are no sites.
 */
export async function drawSample(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  reason: string | null,
  seed = randomBytes(8).toString('hex'),
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'plan');
    if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
    const sites = await listSites(trx, assessment.organizationId);
    if (sites.length === 0) throw new AppError('conflict', message('plans.noSites'));
    const [last] = await listSamplings(trx, assessmentId);
    const change = last && samplingChange(last.sites, sites);
    const stands = change !== undefined && change.added.length + change.gone.length === 0;
    if (stands && reason === null)
      throw new AppError('invalid', message('error.checkFields'), { reason: message('plans.drawReason') });

    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const own = criteria.certification?.sampling;
    const lastAudits = await listLastAudits(trx, assessment.organizationId, assessmentId);
    const population = sites.map(({ id, name, headcount, central }) => ({
      ...{ id, name, headcount, central },
      lastAudited: lastAudits.get(id) ?? null,
    }));
    const sampling: Sampling = {
      id: randomUUID(),
      seed,
      reason: reason ?? '',
      rule: own ?? commonSamplingRule,
      ruleIsCommon: own === undefined,
      sites: drawSites(population, own ?? commonSamplingRule, assessment.kind, seed),
      drawnBy: actor.id,
      drawnAt: at.toISOString(),
    };
    await insertSampling(trx, assessmentId, sampling);
    const chosen = sampling.sites.filter((site) => site.chosen).map(({ id }) => id);
    await replaceSites(trx, assessmentId, chosen);
    await recordAuditEntry(trx, {
      ...{ at, actor, deed: 'plan.sites-drawn', subject: 'assessment', subjectId: assessmentId },
      details: { seed, reason, rule: sampling.rule, of: sites.length, chosen },
    });
  });
}
