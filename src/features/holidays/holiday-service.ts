import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { daysBetween } from '../../model/calendar.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { HolidayInput } from './holiday-forms.ts';
import { countHolidays, deleteHoliday, findHolidays, type Holiday, mostHolidays, putHolidays } from './holiday-store.ts';

type HolidayDeps = Pick<Deps, 'db' | 'clock'>;

/** Days of one range, each in the place of what was said of it. */
export async function addHolidays(deps: HolidayDeps, actor: Actor, { from, to, kind, name }: HolidayInput): Promise<void> {
  const holidays = daysBetween(from, to ?? from, 60).map((day) => ({ day, kind, name }));
  await takeHolidays(deps, actor, holidays);
}

/** Throws `invalid` when the table would grow beyond its limit. */
export async function takeHolidays(deps: HolidayDeps, actor: Actor, holidays: readonly Holiday[]): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const days = holidays.map(({ day }) => day);
    const before = await findHolidays(trx, days);
    if ((await countHolidays(trx)) + holidays.length - before.length > mostHolidays)
      throw new AppError('invalid', message('holidays.tooMany', { most: mostHolidays }));
    await putHolidays(trx, holidays, { by: actor.id, at });
    const details = { before, after: holidays };
    await recordAuditEntry(trx, { at, actor, deed: 'holidays.set', subject: 'holidays', subjectId: days[0] ?? '-', details });
  });
}

/** From then on the week alone says whether people work on that day. Throws `not_found`. */
export async function removeHoliday(deps: HolidayDeps, actor: Actor, day: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await findHolidays(trx, [day]);
    if (!(await deleteHoliday(trx, day))) throw new AppError('not_found', message('error.notFound'));
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'holidays.removed',
      subject: 'holidays',
      subjectId: day,
      details: { before },
    });
  });
}
