import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { listConcerned, listOverdueIds } from './certificate-due-store.ts';
import { lockCertificate } from './certificate-store.ts';
import { changeCertificate } from './change-certificate.ts';

/** Suspends what was not put under surveillance in time; those concerned were told before, and are told now. Gives how many. */
export async function suspendOverdue(deps: Pick<Deps, 'db' | 'clock' | 'config'>): Promise<number> {
  const today = dayOf(deps.clock(), deps.config.timeZone);
  let suspended = 0;
  for (const id of await listOverdueIds(deps.db, today, 200)) if (await suspendOne(deps, id, today)) suspended += 1;
  return suspended;
}

/** False when somebody recorded the surveillance between the list and the lock. */
async function suspendOne({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string, today: string): Promise<boolean> {
  const at = clock();
  return db.transaction(async (trx) => {
    const { standing, surveillanceDue: day, number, holder, organizationId } = await lockCertificate(trx, id);
    if (standing !== 'valid' || !day || day >= today) return false;
    await changeCertificate(trx, {
      ...{ certificateId: id, change: 'suspend', reason: null, cause: 'surveillance-overdue' },
      ...{ from: today, decisionId: null, actor: null, at },
    });
    await insertNotice(trx, {
      to: await listConcerned(trx, organizationId),
      text: message('certificates.suspendedByClock', { number, holder, day }),
      href: `/certificates/${id}`,
      assessmentId: null,
      at,
    });
    return true;
  });
}
