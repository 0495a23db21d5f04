import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { translator } from '../../i18n/translate.ts';
import { listOverdueIds } from './certificate-due-store.ts';
import { lockCertificate } from './certificate-store.ts';
import { changeCertificate } from './change-certificate.ts';

/** Suspends what was not put under surveillance in time; those concerned were told before. Gives how many. */
export async function suspendOverdue({ db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>): Promise<number> {
  const at = clock();
  const today = dayOf(at, config.timeZone);
  const reason = translator('zh-CN')('certificates.overdueReason');
  let suspended = 0;
  for (const id of await listOverdueIds(db, today, 200)) {
    await db.transaction(async (trx) => {
      const { standing, surveillanceDue } = await lockCertificate(trx, id);
      // Between the list and the lock somebody may have recorded the surveillance.
      if (standing !== 'valid' || !surveillanceDue || surveillanceDue >= today) return;
      await changeCertificate(trx, {
        certificateId: id,
        change: 'suspend',
        reason,
        from: today,
        decisionId: null,
        actor: null,
        at,
      });
      suspended += 1;
    });
  }
  return suspended;
}
