import { randomUUID } from 'node:crypto';
import { entryFor } from '../../catalog/criteria/entry-for.ts';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Db, Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import { firstState } from '../../model/assessment-life.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessmentKind } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { kindsToStart } from '../../model/permissions.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findOffered } from '../criteria/library-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import type { Assessment } from './assessment.ts';
import { accessForChange } from './assessment-access.ts';
import type { Arrangements, StartInput } from './assessment-forms.ts';
import {
  insertAssessment,
  listMembers,
  listSiteIds,
  replaceMembers,
  replaceSites,
  takeNumber,
  updateAssessment,
} from './assessment-store.ts';
import { type Assignment, type AuditToStaff, checkAssignments } from './assignment-check.ts';
import { findCriteriaCopy, keepCriteriaCopy } from './criteria-copy-store.ts';
import { checkNewDays } from './new-days-check.ts';
import { listCandidates } from './team-store.ts';

/**
 * Starts an assessment: takes a number, freezes the criteria, names the team. Throws `invalid` for a choice that is not
 * offered, `not_found` for an organization that is not theirs to see. `alongside` is done in the same transaction.
 */
export async function startAssessment(
  deps: Deps,
  actor: Actor,
  input: StartInput,
  alongside: (trx: Trx, assessment: Assessment) => Promise<void> = async () => undefined,
): Promise<Assessment> {
  const entry = chosenEntry(await entryOf(deps, input.criteria), input);
  if (!kindsToStart(actor).includes(input.kind)) throw refused({ kind: notOffered });
  const now = deps.clock();

  return deps.db.transaction(async (trx) => {
    const organization = await findVisibleOrganization(trx, actor, input.organization);
    await checkChoices(trx, organization.id, entry.criteria, input);
    if (!isOfCompany(actor)) await checkTeam(trx, deps, { ...input, id: null, organization, criteria: entry.criteria }, input);
    await keepCriteriaCopy(trx, entry, now);

    const assessment: Assessment = {
      id: randomUUID(),
      number: await takeNumber(trx, Number(dayOf(now, deps.config.timeZone).slice(0, 4))),
      kind: input.kind,
      state: firstState(input.kind),
      organizationId: organization.id,
      criteriaHash: entry.hash,
      criteriaId: entry.criteria.id,
      criteriaVersion: entry.criteria.version,
      ...termsOf(input),
      createdBy: actor.id,
      createdAt: now.toISOString(),
      finishedAt: null,
      finishedBy: null,
      resultKind: null,
    };
    await insertAssessment(trx, assessment);
    await replaceSites(trx, assessment.id, input.sites);
    await replaceMembers(trx, assessment.id, membersOf(actor, input));
    await recordAuditEntry(trx, {
      ...about(actor, assessment, now),
      deed: 'assessment.started',
      details: {
        number: assessment.number,
        criteria: input.criteria,
        ...choiceOf(entry.criteria),
        after: await arrangementsOf(trx, assessment),
      },
    });
    if (input.kind !== 'self') await tellTeam(trx, actor, assessment, organization.name, now);
    await alongside(trx, assessment);
    return assessment;
  });
}

/**
 * Changes dates, sites and aims of an open assessment, and the team of a self-assessment; that of an audit has a page of its
 * own. Throws as `accessForChange`, and `invalid`, also when somebody of the team could not audit on the new days.
 */
export async function arrangeAssessment(deps: Deps, actor: Actor, id: string, input: Arrangements): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, id, 'lead');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    await checkChoices(trx, assessment.organizationId, criteria, input);

    const before = await arrangementsOf(trx, assessment);
    await updateAssessment(trx, { ...assessment, ...termsOf(input) });
    await replaceSites(trx, id, input.sites);
    const organization = await findVisibleOrganization(trx, actor, assessment.organizationId);
    const audit = { id, organization, criteria, kind: assessment.kind, from: input.from, to: input.to };
    if (assessment.kind !== 'self') await checkNewDays(trx, deps, { assessment, audit, actor, at: now });
    else if (!isOfCompany(actor)) {
      await checkTeam(trx, deps, audit, input);
      await replaceMembers(trx, id, membersOf(actor, input));
    }
    const after = await arrangementsOf(trx, { ...assessment, ...termsOf(input) });
    await recordAuditEntry(trx, { ...about(actor, assessment, now), deed: 'assessment.arranged', details: { before, after } });
  });
}

/** What can be arranged, as the audit trail keeps it: sites and people by their ids, in a lasting order. */
async function arrangementsOf(db: Db, { id, from, to, targetGrade, heldGrade }: Assessment) {
  const team = (await listMembers(db, id)).map(({ userId, teamRole }) => ({ person: userId, role: teamRole }));
  return { from, to, targetGrade, heldGrade, sites: (await listSiteIds(db, id)).sort(), team };
}

function about(actor: Actor, assessment: Assessment, at: Date) {
  return { at, actor, subject: 'assessment', subjectId: assessment.id };
}

function termsOf(input: Arrangements): Pick<Assessment, 'from' | 'to' | 'targetGrade' | 'heldGrade'> {
  const { from, to, targetGrade, heldGrade, heldSince } = input;
  return { from, to, targetGrade, heldGrade: heldGrade && heldSince ? { grade: heldGrade, since: heldSince } : null };
}

/** A company leads its self-assessment itself; an audit is led by whom the form names. */
function membersOf(actor: Actor, { lead, members }: Arrangements): { userId: string; teamRole: TeamRole }[] {
  if (isOfCompany(actor)) return [{ userId: actor.id, teamRole: 'leader' }];
  const others = members.filter((id) => id !== lead).map((userId) => ({ userId, teamRole: 'auditor' as const }));
  return lead === null ? others : [{ userId: lead, teamRole: 'leader' }, ...others];
}

/** `id@version` as the form sends it. Throws `invalid`. */
async function entryOf(deps: Deps, chosen: string): Promise<CatalogEntry> {
  const [id = '', version = ''] = chosen.split('@');
  const entry = await findOffered(deps, id, version);
  if (!entry) throw refused({ criteria: notOffered });
  return entry;
}

function choiceOf({ choice }: Criteria): Readonly<Record<string, string>> {
  const { variant, profile } = choice ?? {};
  return { ...(variant && { variant: variant.id }), ...(profile && { profile: profile.id }) };
}

/** The criteria in the variant and profile chosen. Throws `invalid`. */
function chosenEntry(entry: CatalogEntry, { variant = null, profile = null, kind }: StartInput): CatalogEntry {
  const { variants, profiles } = entry.criteria;
  const choose = (field: string, list: readonly { readonly id: string }[] | undefined, id: string | null) => {
    if (list && id === null) throw refused({ [field]: message('form.required') });
    if (id !== null && !list?.some((one) => one.id === id)) throw refused({ [field]: notOffered });
  };
  choose('variant', variants, variant);
  choose('profile', profiles, profile);
  const kinds = profiles?.find(({ id }) => id === profile)?.kinds ?? [];
  if (kinds.length > 0 && !kinds.includes(kind)) throw refused({ profile: message('choices.notForKind') });
  return entryFor(entry, { variant, profile });
}

async function checkChoices(db: Db | Trx, organizationId: string, criteria: Criteria, input: Arrangements): Promise<void> {
  const sites = new Set((await listSites(db, organizationId)).map(({ id }) => id));
  if (input.sites.some((id) => !sites.has(id))) throw refused({ sites: notOffered });

  const grades = new Set(criteria.grades.map(({ id }) => id));
  if (input.targetGrade !== null && !grades.has(input.targetGrade)) throw refused({ targetGrade: notOffered });
  if (input.heldGrade !== null && !grades.has(input.heldGrade)) throw refused({ heldGrade: notOffered });
}

type Staffing = AuditToStaff & { readonly kind: AssessmentKind };

/** Every objection to every person, each at the field in which they were chosen. Nobody audits in a self-assessment. */
async function checkTeam(db: Db | Trx, { config }: Deps, audit: Staffing, { lead, members }: Arrangements): Promise<void> {
  const candidates = await listCandidates(db);
  const known = new Set(candidates.map(({ id }) => id));
  if (lead === null) throw refused({ lead: message('form.required') });
  if (!known.has(lead) || (audit.kind === 'self' && !candidates.find(({ id }) => id === lead)?.canLead))
    throw refused({ lead: notOffered });
  if (members.some((id) => !known.has(id))) throw refused({ members: notOffered });
  if (audit.kind === 'self') return;

  const others = members.filter((id) => id !== lead).map((userId): Assignment => ({ userId, teamRole: 'auditor' }));
  const found = await checkAssignments(db, config, audit, candidates, [{ userId: lead, teamRole: 'leader' }, ...others]);
  const objections = [...found].flatMap(([userId, all]) =>
    all.filter(({ refused }) => refused).map(({ text }) => ({ field: userId === lead ? 'lead' : 'members', text })),
  );
  const fields = objections.map(({ field, text }, index): [string, Message] => [
    objections.findIndex((one) => one.field === field) === index ? field : `${field}.${index}`,
    text,
  ]);
  if (fields.length > 0) throw refused(Object.fromEntries(fields));
}

/** Everybody else in the team learns of it and of the statement that is asked of them. */
async function tellTeam(trx: Trx, actor: Actor, { id, number }: Assessment, organization: string, at: Date): Promise<void> {
  const to = (await listMembers(trx, id)).map(({ userId }) => userId).filter((userId) => userId !== actor.id);
  const text = message('independence.noticeAssigned', { number, organization });
  await insertNotice(trx, { to, text, href: `/assessments/${id}/impartiality`, assessmentId: id, at });
}

const notOffered = message('assessments.notOffered');

function refused(fields: Readonly<Record<string, Message>>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
