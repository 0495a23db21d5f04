import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { stateOfCertificate } from '../../model/certificate-life.ts';
import { AppError } from '../../model/errors.ts';
import { dayAfter } from '../../model/finding-life.ts';
import { startAssessment } from '../assessments/assessment-service.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { chosenCriteria } from '../cases/case.ts';
import { beginPlannedCase } from '../cases/planned-case.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { findCertificate, lockCertificate } from '../certificates/certificate-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import type { EntryChoice, PlanInput, SpecialInput } from './programme-forms.ts';
import { findAudit, insertAudit, updateAudit } from './programme-store.ts';
import { type ProgrammeEntry, readProgramme, readRuleOf } from './read-programme.ts';

/** The audit of the programme that was chosen, while it can be planned. Throws `not_found`, and `conflict` when it cannot. */
export async function findPlannable(
  deps: Deps,
  certificateId: string,
  { kind, due, audit }: EntryChoice,
): Promise<{ certificate: Certificate; entry: ProgrammeEntry }> {
  const today = dayOf(deps.clock(), deps.config.timeZone);
  const certificate = await findCertificate(deps.db, certificateId);
  const entries = await readProgramme(deps, certificate, today);
  const entry = entries.find((one) => (audit ? one.audit?.id === audit : one.kind === kind && one.dueOn === due && !one.audit));
  const state = stateOfCertificate(certificate, today);
  if (!entry || entry.case || entry.state === 'dropped' || !(state === 'valid' || state === 'suspended'))
    throw new AppError('conflict', message('programmes.notPlannable'));
  return { certificate, entry };
}

/**
 * Plans an audit of the programme: the assessment with its leader and days, and the certification in which it is reviewed and
 * decided on. Returns the id of that certification. Throws as `findPlannable` and `startAssessment`, and `invalid` for days
 * outside the window.
 */
export async function planAudit(deps: Deps, actor: Actor, certificateId: string, input: PlanInput): Promise<string> {
  const { certificate, entry } = await findPlannable(deps, certificateId, { ...input, audit: input.audit });
  checkWindow(entry, input);
  let caseId = '';
  try {
    await startAssessment(deps, actor, toStart(certificate, entry, input), async (trx, assessment) => {
      await lockCertificate(trx, certificateId);
      caseId = await beginPlannedCase(trx, deps, actor, {
        certificate,
        kind: entry.kind,
        criteria: input.criteria,
        sites: input.sites,
        assessment,
        unannounced: entry.occasion === 'short-notice',
        at: deps.clock(),
      });
      await keepPlan(trx, deps, actor, entry, caseId);
    });
  } catch (error) {
    if (databaseTrouble(error) === 'unique')
      throw new AppError('conflict', message('programmes.notPlannable'), {}, { cause: error });
    throw error;
  }
  return caseId;
}

/** A surveillance may be late; a recertification that is, is an initial certification. */
function checkWindow({ kind, opensOn, dueOn }: ProgrammeEntry, { from, to }: PlanInput): void {
  const fields = {
    ...(from < opensOn && { from: message('programmes.tooEarly', { day: opensOn }) }),
    ...(kind === 'recertification' && to > dueOn && { to: message('programmes.tooLate', { day: dueOn }) }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('invalid', message('error.checkFields'), fields);
}

function toStart({ organizationId }: Certificate, { kind }: ProgrammeEntry, { criteria, lead, from, to, sites }: PlanInput) {
  const terms = { members: [], targetGrade: null, heldGrade: null, heldSince: null };
  return { ...chosenCriteria(criteria), ...terms, organization: organizationId, kind, lead, from, to, sites };
}

async function keepPlan(trx: Trx, deps: Deps, actor: Actor, entry: ProgrammeEntry, caseId: string): Promise<void> {
  const at = deps.clock();
  const { certificate, audit, kind, occasion, reason, opensOn, dueOn } = entry;
  if (audit) {
    if (!(await updateAudit(trx, audit, { caseId }))) throw new AppError('conflict', message('programmes.notPlannable'));
  } else {
    const row = { id: randomUUID(), certificateId: certificate.id, kind, occasion, reason, opensOn, dueOn, caseId };
    await insertAudit(trx, row, { by: actor.id, at });
  }
  await record(trx, actor, at, 'programme.planned', certificate, { kind, occasion, dueOn, case: caseId });
}

/** Orders an audit beside the programme. Throws `invalid` when neither the form nor the criteria say by when. */
export async function orderSpecial(deps: Deps, actor: Actor, certificateId: string, input: SpecialInput): Promise<void> {
  const at = deps.clock();
  const today = dayOf(at, deps.config.timeZone);
  const rule = await readRuleOf(deps, await findCertificate(deps.db, certificateId));
  await deps.db.transaction(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    const state = stateOfCertificate(certificate, today);
    if (state !== 'valid' && state !== 'suspended') throw new AppError('conflict', message('programmes.notPlannable'));
    const within = rule?.deadlines.find(({ id }) => id === input.occasion)?.within;
    const dueOn = input.dueOn ?? (within ? dayAfter(today, within, await readHolidays(trx)) : null);
    if (dueOn === null || dueOn < today)
      throw new AppError('invalid', message('error.checkFields'), {
        dueOn: dueOn === null ? message('form.required') : message('requests.dueOver', { today }),
      });
    const { occasion, reason } = input;
    const row = {
      id: randomUUID(),
      certificateId,
      kind: 'special' as const,
      occasion,
      reason,
      opensOn: today,
      dueOn,
      caseId: null,
    };
    await insertAudit(trx, row, { by: actor.id, at });
    await record(trx, actor, at, 'programme.ordered', certificate, { occasion, reason, dueOn });
  });
}

/** A special audit that is not planned yet does not take place. Throws `not_found`, and `conflict`. */
export async function dropSpecial(
  deps: Deps,
  actor: Actor,
  certificateId: string,
  auditId: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    const audit = await findAudit(trx, certificateId, auditId);
    const possible = audit.kind === 'special' && audit.case === null && audit.dropped === null;
    if (!possible || !(await updateAudit(trx, { id: auditId, revision }, { dropped: reason })))
      throw new AppError('conflict', message('programmes.notPlannable'));
    await record(trx, actor, at, 'programme.dropped', certificate, { occasion: audit.occasion, dueOn: audit.dueOn, reason });
  });
}

async function record(
  trx: Trx,
  actor: Actor,
  at: Date,
  deed: 'programme.planned' | 'programme.ordered' | 'programme.dropped',
  { id, number }: Certificate,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordAuditEntry(trx, { at, actor, deed, subject: 'certificate', subjectId: id, details: { number, ...details } });
}
