import type { Db, Trx } from '../../db/db.ts';

/** One move of an assessment to a newer version of its criteria. */
export interface CriteriaUpgrade {
  readonly id: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly madeAt: string;
  readonly madeBy: string;
}

/** The move by which an assessment came to the criteria that it has; undefined when it began with them or the move was undone. */
export async function findLastUpgrade(db: Db, assessmentId: string, criteriaHash: string): Promise<CriteriaUpgrade | undefined> {
  // Versions only go up: no two moves that still hold lead to the same one.
  const row = await db('criteria_upgrades')
    .join('users', 'users.id', 'criteria_upgrades.made_by')
    .join('criteria_copies as before', 'before.hash', 'criteria_upgrades.from_hash')
    .join('criteria_copies as after', 'after.hash', 'criteria_upgrades.to_hash')
    .where({ 'criteria_upgrades.assessment_id': assessmentId, 'criteria_upgrades.to_hash': criteriaHash })
    .whereNull('criteria_upgrades.undone_at')
    .first(
      'criteria_upgrades.id',
      'criteria_upgrades.from_hash',
      'criteria_upgrades.to_hash',
      'criteria_upgrades.made_at',
      'users.name',
      'before.version as from_version',
      'after.version as to_version',
    );
  return (
    row && {
      id: row.id,
      fromHash: row.from_hash,
      toHash: row.to_hash,
      fromVersion: row.from_version,
      toVersion: row.to_version,
      madeAt: row.made_at,
      madeBy: row.name,
    }
  );
}

/** What the move touched, as JSON: before it and right after it. */
export async function findUpgradeStates(db: Db, id: string): Promise<{ readonly before: string; readonly after: string }> {
  const row = await db('criteria_upgrades').where({ id }).first('state_before', 'state_after');
  return { before: row.state_before, after: row.state_after };
}

export interface NewUpgrade {
  readonly id: string;
  readonly assessmentId: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly before: string;
  readonly after: string;
  readonly at: string;
  readonly by: string;
}

export async function insertUpgrade(trx: Trx, upgrade: NewUpgrade): Promise<void> {
  await trx('criteria_upgrades').insert({
    id: upgrade.id,
    assessment_id: upgrade.assessmentId,
    from_hash: upgrade.fromHash,
    to_hash: upgrade.toHash,
    state_before: upgrade.before,
    state_after: upgrade.after,
    made_at: upgrade.at,
    made_by: upgrade.by,
  });
}

export async function markUndone(trx: Trx, id: string, at: string, by: string): Promise<void> {
  await trx('criteria_upgrades').where({ id }).update({ undone_at: at, undone_by: by });
}
