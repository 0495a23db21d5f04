import type { Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import {
  type CertificateCause,
  type CertificateChange,
  canChange,
  certificateTransitions,
  stateOfCertificate,
} from '../../model/certificate-life.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { dayAfter } from '../../model/finding-life.ts';
import type { HolidayTable } from '../../model/working-days.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import type { Certificate } from './certificate.ts';
import { refuseUnprintable } from './certificate-characters.ts';
import { findFacts, insertEdition, insertEvent, lockCertificate, updateCertificate } from './certificate-store.ts';

/** What a new edition can say otherwise. */
export type ChangedFacts = Partial<Pick<CertificateFacts, 'holder' | 'scope' | 'sites' | 'basis' | 'grade'>>;

export interface CertificateDeed {
  readonly certificateId: string;
  readonly change: CertificateChange;
  /** null: `cause` says it. */
  readonly reason: string | null;
  readonly cause?: CertificateCause;
  /** From which day on it holds, in the body's zone; not in the future and not before the issue. */
  readonly from: IsoDate;
  /** The last day of a suspension, or of the validity when it is renewed; left out: as the criteria say. */
  readonly until?: IsoDate | null;
  readonly decisionId: string | null;
  /** null: the program by the clock. */
  readonly actor: Actor | null;
  readonly at: Date;
  /** What the certificate says from now on, for `extend`, `reduce`, `renew` and `reissue`. */
  readonly facts?: ChangedFacts;
  /** For `replace`: the certificate that takes its place. */
  readonly replacedBy?: string;
  /** The revision that somebody saw; left out: not asked. */
  readonly revision?: number;
}

/**
 * Changes a certificate as `model/certificate-life.ts` allows. What was printed before is kept; changes of what it says make a
 * new edition, which is then signed. Throws `not_found`, or `conflict` when it is not possible in its state, the day does not
 * fit, or somebody else changed it meanwhile.
 */
export async function changeCertificate(trx: Trx, deed: CertificateDeed): Promise<void> {
  const before = await lockCertificate(trx, deed.certificateId);
  if (deed.revision !== undefined && deed.revision !== before.revision)
    throw new AppError('conflict', message('certificates.changedMeanwhile'));
  const state = stateOfCertificate(before, deed.from);
  if (!canChange(state, deed.change))
    throw new AppError('conflict', message('certificates.impossible', { number: before.number }));
  if (deed.from < before.issuedOn) throw new AppError('conflict', message('certificates.beforeIssue', { day: before.issuedOn }));

  const old = await findFacts(trx, before.id, before.edition);
  const facts = certificateTransitions[deed.change].reprints ? nextFacts(old, before, deed) : old;
  const after = changed(before, facts, deed, await readHolidays(trx));
  await updateCertificate(trx, after, facts);
  if (facts !== old) {
    refuseUnprintable(facts);
    await insertEdition(trx, before.id, facts, deed.at);
  }
  await insertEvent(trx, eventOf(after, deed));
  await recordAuditEntry(trx, {
    at: deed.at,
    actor: deed.actor,
    deed: `certificate.${deed.change}`,
    subject: 'certificate',
    subjectId: before.id,
    details: {
      reason: deed.reason,
      ...(deed.cause && { cause: deed.cause }),
      from: deed.from,
      decision: deed.decisionId,
      before: tellsOf(before, old),
      after: tellsOf(after, facts),
    },
  });
}

function nextFacts(old: CertificateFacts, { edition }: Certificate, deed: CertificateDeed): CertificateFacts {
  const validUntil = deed.change === 'renew' ? renewedUntil(old, deed) : old.validUntil;
  return { ...old, ...deed.facts, edition: edition + 1, validUntil, printedOn: deed.from };
}

/** Without a given day the next term begins where the present one ends and is as long. */
function renewedUntil({ issuedOn, validUntil }: CertificateFacts, { until }: CertificateDeed): IsoDate {
  if (until && until <= validUntil) throw new AppError('conflict', message('certificates.renewEarlier', { day: validUntil }));
  if (until) return until;
  const days = (Date.parse(validUntil) - Date.parse(issuedOn)) / 86_400_000;
  return dayAfter(validUntil, { value: Math.round(days) + 1, unit: 'days' });
}

function changed(before: Certificate, facts: CertificateFacts, deed: CertificateDeed, table: HolidayTable): Certificate {
  const standing = certificateTransitions[deed.change].to ?? before.standing;
  return {
    ...before,
    holder: facts.holder.name['zh-CN'] ?? before.holder,
    gradeId: facts.grade.id,
    gradeLabel: facts.grade.label,
    standing,
    validUntil: facts.validUntil,
    suspendedUntil: standing === 'suspended' ? suspendedUntil(before, deed, table) : null,
    surveillanceDue: surveillanceDue(before, deed, table),
    replacedBy: deed.replacedBy ?? before.replacedBy,
    edition: facts.edition,
    revision: before.revision + 1,
  };
}

function suspendedUntil(before: Certificate, { change, from, until }: CertificateDeed, table: HolidayTable): IsoDate | null {
  if (change !== 'suspend') return before.suspendedUntil;
  if (until && until < from) throw new AppError('conflict', message('certificates.endBeforeBegin'));
  return until ?? (before.suspensionLasts && dayAfter(from, before.suspensionLasts, table));
}

/** A passed surveillance, a restoration and a renewal begin a new period. */
function surveillanceDue(before: Certificate, { change, from }: CertificateDeed, table: HolidayTable): IsoDate | null {
  const begins = change === 'keep' || change === 'restore' || change === 'renew';
  return begins && before.surveillanceEvery ? dayAfter(from, before.surveillanceEvery, table) : before.surveillanceDue;
}

function eventOf(after: Certificate, deed: CertificateDeed): Parameters<typeof insertEvent>[1] {
  return {
    certificateId: after.id,
    change: deed.change,
    reason: deed.reason,
    cause: deed.cause ?? null,
    from: deed.from,
    until: deed.change === 'suspend' ? after.suspendedUntil : deed.change === 'renew' ? after.validUntil : null,
    edition: after.edition,
    decisionId: deed.decisionId,
    actorId: deed.actor?.id ?? null,
    at: deed.at.toISOString(),
  };
}

function tellsOf({ standing, validUntil, suspendedUntil, surveillanceDue }: Certificate, facts: CertificateFacts) {
  return { standing, validUntil, suspendedUntil, surveillanceDue, facts };
}
