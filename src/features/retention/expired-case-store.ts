import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { settledStates } from '../../model/case-life.ts';
import type { ExpiredKind } from './expired-kind.ts';
import { hashesOf, listExpired } from './expired-query-store.ts';

/** The time of the last step; of what has none, when it came. */
function lastStep(db: Db, steps: string, key: string, of: string, came: string): Knex.Raw {
  return db.raw(`coalesce((select max(${steps}.at) from ${steps} where ${steps}.${key} = ${of}.id), ${of}.${came})`);
}

/** Applications that were refused, rejected or dropped and led to no certificate. */
export const refusedCases: ExpiredKind = {
  list(db, before, most) {
    const end = () => lastStep(db, 'case_steps', 'case_id', 'certification_cases', 'created_at');
    const found = () =>
      db('certification_cases')
        .whereIn('certification_cases.state', [...settledStates])
        .whereNull('certification_cases.certificate_id')
        .whereNotIn('certification_cases.id', db('disputes').whereNotNull('case_id').select('case_id'))
        .whereNotIn('certification_cases.id', db('programme_audits').whereNotNull('case_id').select('case_id'))
        .where(end(), '<', before.toISOString());
    const held = { assessment: null, organization: 'certification_cases.organization_id' };
    return listExpired(db, found, { id: 'id', label: 'number', endedAt: end(), held }, most);
  },
  async remove(trx, ids) {
    const hashes = await hashesOf(trx('case_documents').whereIn('case_id', [...ids]));
    // The agreement refers to its paper, so that it has to go first.
    await trx('case_agreements')
      .whereIn('case_id', [...ids])
      .delete();
    await trx('certification_cases')
      .whereIn('id', [...ids])
      .delete();
    return hashes;
  },
};

/** Appeals and complaints that were closed. */
export const expiredDisputes: ExpiredKind = {
  list(db, before, most) {
    const end = () => lastStep(db, 'dispute_steps', 'dispute_id', 'disputes', 'received_at');
    const found = () => db('disputes').where('disputes.state', 'closed').where(end(), '<', before.toISOString());
    const held = { assessment: null, organization: 'disputes.organization_id' };
    return listExpired(db, found, { id: 'id', label: 'number', endedAt: end(), held }, most);
  },
  async remove(trx, ids) {
    const hashes: string[] = await trx('dispute_files').whereIn('dispute_id', ids).distinct().pluck('sha256');
    for (const table of ['dispute_files', 'dispute_letters']) await trx(table).whereIn('dispute_id', ids).delete();
    await trx('disputes').whereIn('id', ids).delete();
    return hashes;
  },
};
