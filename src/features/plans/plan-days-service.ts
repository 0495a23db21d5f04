import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { sameDays, sumOfDays } from '../../model/person-days.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readPlan } from './plan.ts';
import { replacePlannedDays } from './plan-days-store.ts';
import type { DaysInput } from './plan-forms.ts';

/**
 * Plans person-days by person. A sum that differs from what the table suggests needs a reason. Throws as
 * `accessForChange`, and `invalid`, also when somebody else saved meanwhile.
 */
export async function planDays(deps: Deps, actor: Actor, assessmentId: string, input: DaysInput): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'plan');
    if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
    const { planned, members, suggestedDays } = await readPlan(deps, trx, assessment);
    if (planned.revision !== input.revision)
      throw new AppError('invalid', message('plans.changedMeanwhile'), { '': message('plans.changedMeanwhile') });

    const inTeam = new Set(members.map(({ userId }) => userId));
    const days = input.person.flatMap((id, index): [string, string][] => {
      const given = (input.days[index] ?? '').replace('，', '.');
      return inTeam.has(id) && given !== '' ? [[id, given]] : [];
    });
    const sum = sumOfDays(days.map(([, given]) => given));
    if (!sameDays(sum, suggestedDays) && input.reason === null)
      throw new AppError('invalid', message('error.checkFields'), {
        reason: message('plans.daysReason', { sum, suggested: suggestedDays }),
      });
    const after = { revision: planned.revision + 1, reason: input.reason ?? '', days: new Map(days) };
    await replacePlannedDays(trx, assessmentId, after, actor.id, at.toISOString());
    await recordAuditEntry(trx, {
      ...{ at, actor, deed: 'plan.days-planned', subject: 'assessment', subjectId: assessmentId },
      details: { suggested: suggestedDays, sum, reason: input.reason, days: Object.fromEntries(days) },
    });
  });
}
