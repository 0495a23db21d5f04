import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { type DueItem, type DueSource, type DueStage, soonDays } from '../notices/due.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { dueSources } from './due-sources.ts';
import { insertReminder } from './reminder-store.ts';

/** What is overdue for longer is not told of any more: whoever looks sees it in the lists. */
const longestOverdue = 60;

/** Tells people of what is due soon or overdue, each thing once a stage. Gives how many things somebody was told of. */
export async function remindOfDue(deps: Deps, sources: readonly DueSource[] = dueSources): Promise<number> {
  const now = deps.clock();
  const today = dayOf(now, deps.config.timeZone);
  let told = 0;
  for (const source of sources) {
    for (const item of await source(deps.db, addDays(today, -longestOverdue), addDays(today, soonDays))) {
      if (await tell(deps, item, stageOf(item, today), now)) told += 1;
    }
  }
  return told;
}

/** The due day itself is still in time. */
export function stageOf({ dueOn }: Pick<DueItem, 'dueOn'>, today: IsoDate): DueStage {
  return dueOn < today ? 'overdue' : 'soon';
}

async function tell({ db }: Deps, item: DueItem, stage: DueStage, at: Date): Promise<boolean> {
  if (item.to.length === 0) return false;
  return db.transaction(async (trx) => {
    if (!(await insertReminder(trx, item, stage, at))) return false;
    const { to, href, assessmentId } = item;
    await insertNotice(trx, { to, text: item.text[stage], href, assessmentId, at });
    return true;
  });
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
