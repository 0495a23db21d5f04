import type { Deps } from '../../deps.ts';
import type { CertificationRule } from '../../model/certification-rule.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { layOutProgramme, type ProgrammeState, stateOfProgramme } from '../../model/programme.ts';
import type { HolidayTable } from '../../model/working-days.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import {
  findHashes,
  listAuditsDue,
  listAuditsOf,
  listCertificates,
  listInForce,
  mostCertificates,
  type ProgrammeAudit,
} from './programme-store.ts';

/** One audit of a programme: laid out by the criteria, planned, or both. */
export interface ProgrammeEntry extends Pick<ProgrammeAudit, 'kind' | 'occasion' | 'reason' | 'opensOn' | 'dueOn' | 'case'> {
  readonly certificate: Certificate;
  readonly state: ProgrammeState;
  /** null while it is only laid out. */
  readonly audit: ProgrammeAudit | null;
}

type ProgrammeDeps = Pick<Deps, 'db' | 'criteriaCopies'>;

/** Everything in the life of one certificate, in order of its days. */
export async function readProgramme(deps: ProgrammeDeps, certificate: Certificate, today: IsoDate): Promise<ProgrammeEntry[]> {
  const rule = await readRuleOf(deps, certificate);
  const [audits, table] = await Promise.all([listAuditsOf(deps.db, certificate.id), readHolidays(deps.db)]);
  return entriesOf({ certificate, rule, audits, table }, today);
}

/** What falls due in a period, of all certificates in force; `more`: there are too many to read them all. */
export async function readDue(
  deps: ProgrammeDeps,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
  today: IsoDate,
): Promise<{ entries: ProgrammeEntry[]; more: boolean }> {
  const inForce = await listInForce(deps.db, from, until);
  const audits = await listAuditsDue(deps.db, from, until);
  const known = new Set(inForce.map(({ id }) => id));
  const others = await listCertificates(
    deps.db,
    audits.filter(({ certificateId }) => !known.has(certificateId)).map(({ certificateId }) => certificateId),
  );
  const rules = await readRules(deps, [...inForce, ...others]);
  const table = await readHolidays(deps.db);
  const auditsOf = new Map<string, ProgrammeAudit[]>();
  for (const audit of audits) auditsOf.set(audit.certificateId, [...(auditsOf.get(audit.certificateId) ?? []), audit]);
  const entries = [...inForce, ...others].flatMap((certificate) =>
    entriesOf(
      { certificate, rule: rules.get(certificate.assessmentId) ?? null, audits: auditsOf.get(certificate.id) ?? [], table },
      today,
    ),
  );
  const within = entries.filter(({ dueOn }) => dueOn >= from && dueOn <= until);
  return { entries: within.sort(byDay), more: inForce.length >= mostCertificates };
}

interface Parts {
  readonly certificate: Certificate;
  readonly rule: CertificationRule | null;
  readonly audits: readonly ProgrammeAudit[];
  readonly table: HolidayTable;
}

function entriesOf({ certificate, rule, audits, table }: Parts, today: IsoDate): ProgrammeEntry[] {
  const isInForce = certificate.standing === 'valid' || certificate.standing === 'suspended';
  const windows = isInForce
    ? layOutProgramme(
        {
          ...certificate,
          surveillanceOpens: rule?.surveillanceOpens ?? null,
          recertificationOpens: rule?.recertificationOpens ?? null,
        },
        table,
      )
    : [];
  const planned = audits.map((audit) => ({ ...audit, certificate, audit, state: stateOf(audit, today) }));
  const ahead = windows
    .filter(({ kind, dueOn }) => !audits.some((audit) => audit.kind === kind && audit.dueOn === dueOn && audit.dropped === null))
    .map((window) => ({
      ...window,
      ...{ certificate, occasion: null, reason: null, case: null, audit: null },
      state: stateOfProgramme({ ...window, isPlanned: false, isDecided: false, isDropped: false }, today),
    }));
  return [...planned, ...ahead].sort(byDay);
}

function stateOf(audit: ProgrammeAudit, today: IsoDate): ProgrammeState {
  const state = audit.case?.state;
  const isDecided = state === 'certified' || state === 'rejected';
  return stateOfProgramme({ ...audit, isPlanned: audit.case !== null, isDecided, isDropped: audit.dropped !== null }, today);
}

function byDay(a: ProgrammeEntry, b: ProgrammeEntry): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.certificate.number < b.certificate.number ? -1 : 1;
}

/** What the criteria of its audit say of certification. */
export async function readRuleOf(deps: ProgrammeDeps, { assessmentId }: Certificate): Promise<CertificationRule | null> {
  return (await readRules(deps, [{ assessmentId }])).get(assessmentId) ?? null;
}

/** By the id of the assessment; criteria are read once each, however many certificates rest on them. */
async function readRules(
  deps: ProgrammeDeps,
  certificates: readonly Pick<Certificate, 'assessmentId'>[],
): Promise<Map<string, CertificationRule | null>> {
  const hashes = await findHashes(
    deps.db,
    certificates.map(({ assessmentId }) => assessmentId),
  );
  const rules = new Map<string, CertificationRule | null>();
  for (const hash of new Set(hashes.values())) rules.set(hash, (await findCriteriaCopy(deps, hash)).certification);
  return new Map([...hashes].map(([id, hash]) => [id, rules.get(hash) ?? null]));
}
