import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** Something of which nothing may go, however old it is, until the hold is lifted. */
export interface LegalHold {
  readonly id: string;
  readonly about: { readonly name: string; readonly href: string };
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
}

export interface NewHold {
  readonly id: string;
  readonly organizationId: string | null;
  readonly assessmentId: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

interface HoldRow {
  readonly id: string;
  readonly organization_id: string | null;
  readonly assessment_id: string | null;
  readonly organization: string | null;
  readonly number: string | null;
  readonly reason: string;
  readonly set_by_name: string;
  readonly set_at: string;
}

/** Those in force, the newest first; 500 at most. */
export async function listHolds(db: Db): Promise<LegalHold[]> {
  const rows: HoldRow[] = await db('legal_holds')
    .join('users', 'users.id', 'legal_holds.set_by')
    .leftJoin('organizations', 'organizations.id', 'legal_holds.organization_id')
    .leftJoin('assessments', 'assessments.id', 'legal_holds.assessment_id')
    .whereNull('legal_holds.lifted_at')
    .orderBy('legal_holds.set_at', 'desc')
    .limit(500)
    .select('legal_holds.*', 'users.name as set_by_name', 'organizations.name as organization', 'assessments.number');
  return rows.map((row) => ({
    id: row.id,
    about:
      row.assessment_id === null
        ? { name: row.organization ?? '', href: `/organizations/${row.organization_id}` }
        : { name: row.number ?? '', href: `/assessments/${row.assessment_id}` },
    reason: row.reason,
    setBy: row.set_by_name,
    setAt: row.set_at,
  }));
}

export async function insertHold(trx: Trx, hold: NewHold): Promise<void> {
  await trx('legal_holds').insert({
    id: hold.id,
    organization_id: hold.organizationId,
    assessment_id: hold.assessmentId,
    reason: hold.reason,
    set_by: hold.by,
    set_at: hold.at.toISOString(),
  });
}

/** False when it is lifted already, or there is none. */
export async function liftHold(trx: Trx, id: string, by: string, at: Date): Promise<boolean> {
  const lifted = await trx('legal_holds')
    .where({ id })
    .whereNull('lifted_at')
    .update({ lifted_by: by, lifted_at: at.toISOString() });
  return lifted === 1;
}

/** Whether any hold is in force. */
export async function isAnythingHeld(db: Db): Promise<boolean> {
  return (await db('legal_holds').whereNull('lifted_at').first('id')) !== undefined;
}

/** Throws `conflict` when that assessment or its organization is held. */
export async function refuseHeld(db: Db, assessment: { readonly id: string; readonly organizationId: string }): Promise<void> {
  const held = await db('legal_holds')
    .whereNull('lifted_at')
    .where((of) => of.where({ assessment_id: assessment.id }).orWhere({ organization_id: assessment.organizationId }))
    .first('reason');
  if (held) throw new AppError('conflict', message('holds.held', { reason: held.reason }));
}

/** Numbers of held assessments in whose team somebody is or was; twenty at most. */
export async function listHeldOf(db: Db, userId: string): Promise<string[]> {
  return db('assessments')
    .where((in_team) => {
      in_team
        .whereIn('assessments.id', db('team_members').where({ user_id: userId }).select('assessment_id'))
        .orWhereIn('assessments.id', db('team_departures').where({ user_id: userId }).select('assessment_id'));
    })
    .where((held) => narrowToHeld(held, db, { assessment: 'assessments.id', organization: 'assessments.organization_id' }))
    .orderBy('number')
    .limit(20)
    .pluck('number');
}

export interface HeldColumns {
  /** null: what is looked for belongs to an organization, not to an assessment. */
  readonly assessment: string | null;
  readonly organization: string;
}

/** Rows on which a hold lies. */
export function narrowToHeld(query: Knex.QueryBuilder, db: Db, { assessment, organization }: HeldColumns): void {
  query.where((held) => {
    held.whereIn(organization, inForce(db, 'organization_id'));
    if (assessment !== null) held.orWhereIn(assessment, inForce(db, 'assessment_id'));
  });
}

/** Rows on which none lies; those of no organization among them. */
export function narrowToFree(query: Knex.QueryBuilder, db: Db, { assessment, organization }: HeldColumns): void {
  query.where((free) => free.whereNull(organization).orWhereNotIn(organization, inForce(db, 'organization_id')));
  if (assessment !== null) query.whereNotIn(assessment, inForce(db, 'assessment_id'));
}

function inForce(db: Db, column: 'organization_id' | 'assessment_id'): Knex.QueryBuilder {
  return db('legal_holds').whereNull('lifted_at').whereNotNull(column).select(column);
}
