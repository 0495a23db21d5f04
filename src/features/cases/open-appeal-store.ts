import type { Db } from '../../db/db.ts';

/** An appeal against a decision of a case that is not closed. */
export interface OpenAppeal {
  readonly id: string;
  readonly number: string;
}

/** The oldest first. */
export async function listOpenAppeals(db: Db, caseId: string): Promise<OpenAppeal[]> {
  return db('disputes')
    .where({ case_id: caseId, kind: 'appeal' })
    .whereNot({ state: 'closed' })
    .orderBy('received_at')
    .limit(20)
    .select('id', 'number');
}
