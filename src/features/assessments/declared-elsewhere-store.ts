import type { Db } from '../../db/db.ts';
import { declarationState, type OtherDeclaration } from '../../model/independence.ts';
import { toQuestions, toRuling } from './team-store.ts';

/**
 * What these people declared in other audits of the organization, by person, the latest first; 500 at most. What only
 * repeats a statement in another audit is left out: the one where it was said first tells it.
 */
export async function listDeclaredElsewhere(
  db: Db,
  audit: { readonly id: string | null; readonly organizationId: string },
  userIds: readonly string[],
): Promise<Map<string, OtherDeclaration[]>> {
  const rows: { id: string; user_id: string; number: string; yes: string; ruling: string | null; signed_at: string }[] = await db(
    'impartiality_statements as statements',
  )
    .join('assessments', 'assessments.id', 'statements.assessment_id')
    .where({ 'assessments.organization_id': audit.organizationId })
    .whereIn('statements.user_id', [...userIds])
    .whereNot('assessments.id', audit.id ?? '')
    .whereNot('statements.yes', '')
    .whereNull('statements.superseded_at')
    .whereNull('statements.carried_from')
    .orderBy('statements.signed_at', 'desc')
    .limit(500)
    .select(
      'statements.id',
      'statements.user_id',
      'assessments.number',
      'statements.yes',
      'statements.ruling',
      'statements.signed_at',
    );

  const declared = new Map<string, OtherDeclaration[]>();
  for (const { id, user_id, number, signed_at, ...row } of rows) {
    const yes = toQuestions(row.yes);
    const state = declarationState({ yes, ruling: toRuling(row.ruling) });
    if (state === 'missing' || state === 'clear') continue;
    declared.set(user_id, [...(declared.get(user_id) ?? []), { id, number, yes, state, day: signed_at.slice(0, 10) }]);
  }
  return declared;
}
