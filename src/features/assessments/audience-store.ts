import type { Db } from '../../db/db.ts';
import { type TeamRole, teamRoles } from '../../model/assessment-rights.ts';
import type { Assessment } from './assessment.ts';

/** Ids of the active people in the team of an assessment; only those with one of the roles, where some are named. */
export async function listTeamIds(db: Db, assessmentId: string, roles: readonly TeamRole[] = teamRoles): Promise<string[]> {
  return db('team_members')
    .join('users', 'users.id', 'team_members.user_id')
    .where({ 'team_members.assessment_id': assessmentId, 'users.active': true })
    .whereIn('team_members.role', [...roles])
    .pluck('users.id');
}

/** Ids of the active people of the organization that is assessed. */
export async function listCompanyIds(db: Db, { organizationId }: Pick<Assessment, 'organizationId'>): Promise<string[]> {
  return db('company_places')
    .join('users', 'users.id', 'company_places.user_id')
    .where({ 'company_places.organization_id': organizationId, 'users.active': true })
    .pluck('users.id');
}
