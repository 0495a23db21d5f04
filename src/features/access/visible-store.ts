import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { type Actor, companyIdsOf, hasRole } from '../../model/actor.ts';

/**
 * Narrows a query over `assessments` to those that the person may follow: the same rule as `assessmentRules` says it of
 * one assessment, as a condition on rows.
 */
export function onlyFollowed(query: Knex.QueryBuilder, db: Db, actor: Actor): void {
  if (seesEveryAssessment(actor)) return;
  const inTeam = db('team_members').where({ 'team_members.user_id': actor.id }).select('team_members.assessment_id');
  query.where((rule) => {
    rule.whereIn('assessments.id', inTeam);
    rule.orWhereIn('assessments.organization_id', companyIdsOf(actor));
  });
}

/** Narrows a query over `organizations` to those that the person may see. */
export function onlyVisibleOrganizations(query: Knex.QueryBuilder, db: Db, actor: Actor): void {
  if (seesEveryAssessment(actor) || hasRole(actor, 'lead-auditor')) return;
  const assessed = db('assessments')
    .join('team_members', 'team_members.assessment_id', 'assessments.id')
    .where({ 'team_members.user_id': actor.id })
    .select('assessments.organization_id');
  query.where((rule) => {
    rule.whereIn('organizations.id', assessed);
    rule.orWhereIn('organizations.id', companyIdsOf(actor));
  });
}

function seesEveryAssessment(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'programme-manager', 'observer');
}
