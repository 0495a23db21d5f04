import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { readPartPlan, replacePartPlan } from '../assessments/part-plan-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { PartPlanInput } from './part-plan-form.ts';

/**
 * Lays down when and by whom the parts of an open assessment are assessed. Throws as `accessForChange`, and `invalid` when
 * somebody is not in the team or when the plan was changed since it was read.
 */
export async function arrangeParts(deps: Deps, actor: Actor, id: string, { revision, lines }: PartPlanInput): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, id, 'lead');
    const team = new Set((await listMembers(trx, id)).map(({ userId }) => userId));
    const strange = lines.find(({ members }) => members.some((member) => !team.has(member)));
    if (strange) throw refused(`members:${strange.part}`, message('parts.notInTeam'));
    const before = await readPartPlan(trx, id);
    if (before.revision !== revision) throw refused('', message('parts.changed'));

    await replacePartPlan(trx, id, lines, revision + 1);
    const about = { at, actor, subject: 'assessment', subjectId: id };
    await recordAuditEntry(trx, { ...about, deed: 'assessment.parts-arranged', details: { before: before.parts, after: lines } });
  });
}

function refused(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
