import type { Db, Trx } from '../../db/db.ts';
import type { SamplingRule } from '../../model/certification-rule.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import type { DrawnSite } from '../../model/site-sampling.ts';

/** A draw of sites as it was made; nothing in it changes afterwards. */
export interface Sampling {
  readonly id: string;
  readonly seed: string;
  /** Why it was drawn again; empty for the first. */
  readonly reason: string;
  readonly rule: SamplingRule;
  /** The criteria name no rule; it is the program's own. */
  readonly ruleIsCommon: boolean;
  /** Every site that could be drawn, in the order of their numbers. */
  readonly sites: readonly DrawnSite[];
  readonly drawnBy: string;
  readonly drawnAt: IsoTime;
}

interface SamplingRow {
  readonly id: string;
  readonly seed: string;
  readonly reason: string;
  readonly rule: string;
  readonly rule_is_common: boolean | number;
  readonly sites: string;
  readonly drawn_at: string;
  readonly drawn_by_name: string;
}

/** The draw that holds first, then earlier ones; twenty at most. */
export async function listSamplings(db: Db, assessmentId: string): Promise<Sampling[]> {
  const rows: SamplingRow[] = await db('site_samplings')
    .join('users', 'users.id', 'site_samplings.drawn_by')
    .where({ assessment_id: assessmentId })
    .orderByRaw('case when site_samplings.superseded_at is null then 0 else 1 end')
    .orderBy([{ column: 'site_samplings.drawn_at', order: 'desc' }, 'site_samplings.id'])
    .limit(20)
    .select('site_samplings.*', 'users.name as drawn_by_name');
  return rows.map((row) => ({
    id: row.id,
    seed: row.seed,
    reason: row.reason,
    rule: JSON.parse(row.rule),
    ruleIsCommon: Boolean(row.rule_is_common),
    sites: JSON.parse(row.sites),
    drawnBy: row.drawn_by_name,
    drawnAt: row.drawn_at,
  }));
}

/** Takes the place of an earlier draw, which stays as history. `drawnBy` is the id of the person. */
export async function insertSampling(trx: Trx, assessmentId: string, sampling: Sampling): Promise<void> {
  await trx('site_samplings')
    .where({ assessment_id: assessmentId })
    .whereNull('superseded_at')
    .update({ superseded_at: sampling.drawnAt });
  await trx('site_samplings').insert({
    id: sampling.id,
    assessment_id: assessmentId,
    seed: sampling.seed,
    reason: sampling.reason,
    rule: JSON.stringify(sampling.rule),
    rule_is_common: sampling.ruleIsCommon,
    sites: JSON.stringify(sampling.sites),
    drawn_by: sampling.drawnBy,
    drawn_at: sampling.drawnAt,
  });
}

/** The last day of the last reported audit at each site of an organization; sites without one are left out. */
export async function listLastAudits(db: Db, organizationId: string, exceptId: string): Promise<Map<string, IsoDate>> {
  const rows: { site_id: string; last: string }[] = await db('assessment_sites')
    .join('assessments', 'assessments.id', 'assessment_sites.assessment_id')
    .where({ 'assessments.organization_id': organizationId })
    .whereIn('assessments.state', ['reported', 'finished'])
    .whereNot('assessments.kind', 'self')
    .whereNot('assessments.id', exceptId)
    .groupBy('assessment_sites.site_id')
    .select('assessment_sites.site_id')
    .max({ last: 'assessments.to_date' });
  return new Map(rows.map(({ site_id, last }) => [site_id, last]));
}
