import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { CertificationRule } from '../../model/certification-rule.ts';
import { AppError } from '../../model/errors.ts';
import { dayAfter } from '../../model/finding-life.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readCaseRule } from '../cases/case-checklist.ts';
import { listPeopleIn } from '../cases/case-record-store.ts';
import { findCase } from '../cases/case-store.ts';
import { findCertificate, findOptionalByNumber } from '../certificates/certificate-store.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { readRuleOf } from '../programmes/read-programme.ts';
import { keepDisputeFiles } from './dispute-file-store.ts';
import type { AppealInput, ComplaintInput } from './dispute-forms.ts';
import { insertDispute, insertDisputeStep, type NewDispute, takeDisputeNumber } from './dispute-store.ts';

/** Takes in what anybody complains of. Returns its number. Throws `invalid` for a certificate that is not ours. */
export async function receiveComplaint(
  deps: Deps,
  actor: Actor | null,
  input: Omit<ComplaintInput, 'website' | 'files'>,
  files: readonly UploadedFile[] = [],
): Promise<string> {
  const certificate = input.number === null ? null : await findOptionalByNumber(deps.db, input.number);
  if (input.number !== null && !certificate)
    throw new AppError('invalid', message('error.checkFields'), { number: message('disputes.unknownNumber') });
  const rule = certificate && (await readRuleOf(deps, certificate));
  return receive(deps, actor, rule, {
    kind: 'complaint',
    caseId: null,
    certificateId: certificate?.id ?? null,
    organizationId: certificate?.organizationId ?? null,
    about: certificate?.holder ?? input.about,
    text: input.text,
    fromName: input.fromName,
    fromContact: input.fromContact,
    fromEmail: input.fromEmail,
    fromLanguage: input.fromEmail === null ? null : input.fromLanguage,
    files,
  });
}

/** A company appeals against a decision of one of its certifications. Returns the id. Throws `not_found` and `forbidden`. */
export async function receiveAppeal(
  deps: Deps,
  actor: Actor,
  input: Omit<AppealInput, 'files'>,
  files: readonly UploadedFile[] = [],
): Promise<string> {
  const found = await findCase(deps.db, actor, input.case);
  const manages = actor.companies.some(
    ({ organizationId, role }) => organizationId === found.organizationId && role === 'company-manager',
  );
  if (!manages || found.submittedAt === null) throw new AppError('forbidden', message('cases.notYours'));
  const certificate = found.certificateId === null ? null : await findCertificate(deps.db, found.certificateId);
  let id = '';
  await receive(
    deps,
    actor,
    await readCaseRule(deps, found),
    {
      kind: 'appeal',
      caseId: found.id,
      certificateId: certificate?.id ?? null,
      organizationId: found.organizationId,
      about: `${found.organization} · ${found.number}`,
      text: input.text,
      fromName: actor.name,
      fromContact: input.fromContact,
      fromEmail: null,
      fromLanguage: null,
      files,
    },
    (made) => {
      id = made;
    },
  );
  return id;
}

type Received = Omit<NewDispute, 'id' | 'number' | 'receivedBy' | 'receivedAt' | 'acknowledgeDue' | 'answerDue'> & {
  readonly files: readonly UploadedFile[];
};

async function receive(
  deps: Deps,
  actor: Actor | null,
  rule: CertificationRule | null,
  received: Received,
  made: (id: string) => void = () => undefined,
): Promise<string> {
  const at = deps.clock();
  const today = dayOf(at, deps.config.timeZone);
  return deps.db.transaction(async (trx) => {
    const table = await readHolidays(trx);
    const dueBy = (id: string) => {
      const within = rule?.deadlines.find((deadline) => deadline.id === id)?.within;
      return within ? dayAfter(today, within, table) : null;
    };
    const id = randomUUID();
    const number = await takeDisputeNumber(trx, Number(today.slice(0, 4)));
    const dues = { acknowledgeDue: dueBy('acknowledgement'), answerDue: dueBy(`${received.kind}-answer`) };
    const receivedBy = actor?.id ?? null;
    await insertDispute(trx, { ...received, ...dues, id, number, receivedBy, receivedAt: at.toISOString() });
    await insertDisputeStep(trx, id, { at, by: receivedBy, deed: 'receive', text: '' });
    const { kind, about, certificateId, caseId, files } = received;
    await keepDisputeFiles(trx, id, files, at);
    const details = {
      number,
      kind,
      about,
      certificate: certificateId,
      case: caseId,
      ...dues,
      files: files.map(({ received: { sha256 } }) => sha256),
    };
    await recordAuditEntry(trx, { at, actor, deed: 'dispute.receive', subject: 'dispute', subjectId: id, details });
    await tellOffice(trx, { id, number, about, kind, at });
    made(id);
    return number;
  });
}

async function tellOffice(
  trx: Trx,
  { id, number, about, kind, at }: Pick<NewDispute, 'id' | 'number' | 'about' | 'kind'> & { readonly at: Date },
): Promise<void> {
  await insertNotice(trx, {
    to: await listPeopleIn(trx, ['administrator', 'programme-manager']),
    text: message(`notices.dispute.received.${kind}`, { number, about }),
    href: `/disputes/${id}`,
    assessmentId: null,
    at,
  });
}
