import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { CertificationBody } from './certification-body.ts';

export interface KeptBody {
  /** null: nobody has said yet who issues certificates here. */
  readonly body: CertificationBody | null;
  readonly revision: number;
}

export async function readBody(db: Db): Promise<KeptBody> {
  const row: { facts: string; revision: number } | undefined = await db('certification_body').where({ id: 1 }).first();
  return row ? { body: JSON.parse(row.facts), revision: row.revision } : { body: null, revision: 0 };
}

/** Throws `conflict` when it is no longer what somebody saw. */
export async function keepBody(trx: Trx, body: CertificationBody, revision: number): Promise<void> {
  const facts = JSON.stringify(body);
  if (revision === 0) await trx('certification_body').insert({ id: 1, facts: '{}', revision: 0 }).onConflict('id').ignore();
  const changed = await trx('certification_body')
    .where({ id: 1, revision })
    .update({ facts, revision: revision + 1 });
  if (changed !== 1) throw new AppError('conflict', message('certificates.body.changedMeanwhile'));
}
