import type { Deps } from '../deps.ts';
import { sweepSignIns } from '../features/accounts/sweep.ts';
import { keepHead } from '../features/audit-trail/kept-head.ts';
import { findOptionalLastTime } from '../features/audit-trail/trail-store.ts';
import { isStepBack } from '../features/audit-trail/verify-trail.ts';
import { signByClock } from '../features/certificates/sign-waiting.ts';
import { suspendOverdue } from '../features/certificates/suspend-overdue.ts';
import { sendDisputeLetters } from '../features/disputes/dispute-letters.ts';
import { scanWaiting } from '../features/file-scans/scan-service.ts';
import { writeMail } from '../features/mail/send-mail.ts';
import { sendAccountLetters } from '../features/password-resets/reset-service.ts';
import { remindOfDue } from '../features/reminders/remind.ts';
import { applyRetention } from '../features/retention/retention-service.ts';
import type { Job } from './scheduler.ts';

const minute = 60_000;

/** All that the server does by itself. */
export const jobs: readonly Job[] = [
  { name: 'file-scans', every: 3000, run: scanWaiting },
  { name: 'mail', every: minute, run: (deps) => writeMail(deps) },
  { name: 'account-letters', every: 10_000, run: (deps) => sendAccountLetters(deps) },
  { name: 'complaint-letters', every: minute, run: (deps) => sendDisputeLetters(deps) },
  { name: 'cut-off-uploads', every: 60 * minute, run: ({ files }) => files.sweep() },
  { name: 'sign-in-sweep', every: 60 * minute, run: sweepSignIns },
  { name: 'reminders', every: 15 * minute, run: (deps) => remindOfDue(deps) },
  { name: 'certificate-signatures', every: minute, run: signByClock },
  { name: 'overdue-surveillance', every: 30 * minute, run: suspendOverdue },
  { name: 'retention', every: 6 * 60 * minute, run: applyRetention },
  { name: 'audit-trail-head', every: 5 * minute, run: keepHead },
];

/** Says in the log when the clock stands before the newest entry of the audit trail: one of the two was wrong. */
export async function warnOfClock({ db, clock, log }: Deps): Promise<void> {
  const last = await findOptionalLastTime(db);
  const now = clock().toISOString();
  if (isStepBack(last, now)) log.warn({ now, newestEntry: last }, 'the clock is behind the newest entry of the audit trail');
}
