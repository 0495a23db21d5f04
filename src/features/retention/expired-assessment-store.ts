import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import type { ExpiredKind } from './expired-kind.ts';
import { hashesOf, listExpired } from './expired-query-store.ts';

const ofAssessment = { assessment: 'assessments.id', organization: 'assessments.organization_id' };

/** When an assessment was finished or stopped. */
function endOf(db: Db): Knex.Raw {
  return db.raw(
    'coalesce(assessments.finished_at, (select max(taken_at) from assessment_steps where assessment_steps.assessment_id = assessments.id))',
  );
}

function endedBefore(db: Db, query: Knex.QueryBuilder, before: Date): Knex.QueryBuilder {
  return query.whereIn('assessments.state', ['finished', 'stopped']).where(endOf(db), '<', before.toISOString());
}

/** Files of evidence of assessments that ended; the piece itself stays, and says that its file has gone. */
export const expiredFiles: ExpiredKind = {
  list: (db, before, most) =>
    listExpired(
      db,
      () =>
        endedBefore(
          db,
          db('evidence').join('assessments', 'assessments.id', 'evidence.assessment_id').whereNotNull('evidence.sha256'),
          before,
        ),
      {
        id: 'evidence.id',
        label: db.raw("assessments.number || ' E' || evidence.place || ' ' || coalesce(evidence.file_name, '')"),
        endedAt: endOf(db),
        held: ofAssessment,
      },
      most,
    ),
  async remove(trx, ids, at) {
    const hashes = await hashesOf(trx('evidence').whereIn('id', [...ids]));
    await trx('evidence')
      .whereIn('id', [...ids])
      .update({ sha256: null, original_sha256: null, picture_details: null, file_removed_at: at.toISOString() });
    return hashes;
  },
};

/** The archives with everything of an assessment: copies, that can be made again. */
export const expiredPackages: ExpiredKind = {
  list: (db, before, most) =>
    listExpired(
      db,
      () =>
        db('evidence_packages')
          .join('assessments', 'assessments.id', 'evidence_packages.assessment_id')
          .where('evidence_packages.made_at', '<', before.toISOString()),
      { id: 'assessments.id', label: 'assessments.number', endedAt: 'evidence_packages.made_at', held: ofAssessment },
      most,
    ),
  async remove(trx, ids) {
    const hashes = await hashesOf(trx('evidence_packages').whereIn('assessment_id', [...ids]));
    await trx('evidence_packages')
      .whereIn('assessment_id', [...ids])
      .delete();
    return hashes;
  },
};

/** Assessments that ended and on which no certificate, certification or other assessment stands, with all that belongs to them. */
export const expiredAssessments: ExpiredKind = {
  list: (db, before, most) =>
    listExpired(
      db,
      () => withoutUse(db, endedBefore(db, db('assessments'), before)),
      { id: 'assessments.id', label: 'assessments.number', endedAt: endOf(db), held: ofAssessment },
      most,
    ),
  async remove(trx, ids) {
    const hashes: string[] = [];
    for (const table of ['evidence', 'issued_documents', 'evidence_packages'])
      hashes.push(...(await hashesOf(trx(table).whereIn('assessment_id', [...ids]))));
    await trx('legal_holds')
      .whereIn('assessment_id', [...ids])
      .delete();
    await trx('results')
      .whereIn('assessment_id', [...ids])
      .delete();
    await trx('assessments')
      .whereIn('id', [...ids])
      .delete();
    return hashes;
  },
};

const uses = [
  ['certificates', 'assessment_id'],
  ['certification_cases', 'assessment_id'],
  ['evidence_origins', 'origin_assessment_id'],
  ['self_assessment_links', 'self_assessment_id'],
] as const;

function withoutUse(db: Db, query: Knex.QueryBuilder): Knex.QueryBuilder {
  for (const [table, column] of uses) query.whereNotIn('assessments.id', db(table).whereNotNull(column).select(column));
  return query;
}
