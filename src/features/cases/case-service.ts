import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { papersFor } from '../../model/case-checks.ts';
import { AppError } from '../../model/errors.ts';
import { startAssessment } from '../assessments/assessment-service.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findOffered } from '../criteria/library-store.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { insertStoredFiles, toStoredFile } from '../evidence/stored-file-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { type Application, chosenCriteria } from './case.ts';
import { readCaseRule } from './case-checklist.ts';
import type { AgreementInput, ApplicationInput } from './case-forms.ts';
import {
  deleteDocument,
  findDocument,
  insertAgreement,
  insertDocuments,
  listDocuments,
  mostDocuments,
} from './case-record-store.ts';
import { caseFor, changedMeanwhile, invalid, moveCase } from './case-step-service.ts';
import { insertCase, takeCaseNumber, updateCase } from './case-store.ts';

/** A company begins an application as a draft. Returns its id. Throws `not_found` unless they manage that company, and `invalid`. */
export async function beginCase(deps: Deps, actor: Actor, { organization, ...input }: ApplicationInput): Promise<string> {
  const manages = actor.companies.some((place) => place.organizationId === organization && place.role === 'company-manager');
  if (!manages) throw new AppError('not_found', message('error.notFound'));
  await checkCriteria(deps, input.criteria);
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await checkSites(trx, organization, input.sites);
    const id = randomUUID();
    const number = await takeCaseNumber(trx, Number(dayOf(at, deps.config.timeZone).slice(0, 4)));
    const application = applicationOf(input);
    await insertCase(trx, { id, number, organizationId: organization, application, createdBy: actor.id, at });
    await record(trx, actor, at, 'case.begun', id, { number, after: application });
    return id;
  });
}

/** Throws as `caseFor`, and `invalid`, also when somebody was faster. */
export async function editCase(
  deps: Deps,
  actor: Actor,
  id: string,
  { organization: _, ...input }: ApplicationInput,
): Promise<void> {
  await checkCriteria(deps, input.criteria);
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, 'edit');
    await checkSites(trx, found.organizationId, input.sites);
    const application = applicationOf(input);
    if (!(await updateCase(trx, id, input.revision ?? 0, { application }))) throw changedMeanwhile();
    await record(trx, actor, at, 'case.edit', id, { number: found.number, before: found.application, after: application });
  });
}

/** Adds papers; each bears the title that was typed, or its own name. Throws `invalid` without a file, and as `caseFor`. */
export async function addDocuments(
  deps: Deps,
  actor: Actor,
  id: string,
  { title, paper }: { readonly title: string | null; readonly paper: string | null },
  files: readonly UploadedFile[],
): Promise<void> {
  if (files.length === 0) throw invalid({ files: message('cases.chooseFile') });
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, 'edit');
    if ((await listDocuments(trx, id)).length + files.length > mostDocuments)
      throw invalid({ files: message('cases.tooManyDocuments', { most: mostDocuments }) });
    const papers = papersFor(await readCaseRule({ ...deps, db: trx }, found), found.application.kind);
    if (paper !== null && !papers.some((one) => one.id === paper)) throw invalid({ paper: message('form.notAllowed') });
    await keepFiles(trx, id, { title, paperId: paper }, files, { by: actor.id, at });
    const names = files.map(({ name, received }) => ({ name, sha256: received.sha256 }));
    await record(trx, actor, at, 'case.document-added', id, { number: found.number, paper, title, after: names });
  });
}

/** Takes a paper out of an application that the company may still change. */
export async function removeDocument(deps: Deps, actor: Actor, id: string, documentId: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, 'edit');
    const { title, fileName, sha256 } = await findDocument(trx, id, documentId);
    await deleteDocument(trx, id, documentId);
    await record(trx, actor, at, 'case.document-removed', id, { number: found.number, before: { title, fileName, sha256 } });
  });
}

/** Records the signed agreement with its file. Throws as `caseFor`, and `invalid`. */
export async function recordAgreement(
  deps: Deps,
  actor: Actor,
  id: string,
  { revision, ...agreement }: AgreementInput,
  files: readonly UploadedFile[],
): Promise<void> {
  const at = deps.clock();
  const today = dayOf(at, deps.config.timeZone);
  const late = (['companySignedOn', 'bodySignedOn'] as const).filter((field) => agreement[field] > today);
  if (late.length > 0) throw invalid(Object.fromEntries(late.map((field) => [field, message('cases.signedLater')])));
  const [file] = files;
  if (!file) throw invalid({ files: message('cases.chooseFile') });
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, 'agree');
    const [documentId = ''] = await keepFiles(trx, id, { title: agreement.version, paperId: null }, [file], { by: actor.id, at });
    await insertAgreement(trx, id, agreement, documentId);
    const details = { agreement, file: { name: file.name, sha256: file.received.sha256 } };
    await moveCase(trx, actor, found, { deed: 'agree', revision, text: agreement.version, at, details });
  });
}

/** Starts the planned audit with what the application says. Throws as `caseFor` and `startAssessment`. */
export async function startCaseAudit(
  deps: Deps,
  actor: Actor,
  id: string,
  input: { readonly revision: number; readonly lead: string; readonly from: string; readonly to: string },
): Promise<string> {
  const found = await deps.db.transaction((trx) => caseFor(trx, actor, id, 'start'));
  const { application, organizationId } = found;
  const chosen = chosenCriteria(application.criteria ?? '');
  const { revision, ...days } = input;
  const assessment = await startAssessment(
    deps,
    actor,
    {
      ...chosen,
      ...days,
      organization: organizationId,
      kind: application.kind,
      sites: [...application.sites],
      members: [],
      targetGrade: await targetGrade(deps, chosen.criteria, application.grade),
      heldGrade: null,
      heldSince: null,
    },
    async (trx, { id: assessmentId, number }) => {
      const move = { deed: 'start' as const, revision, text: number, at: deps.clock(), change: { assessmentId } };
      await moveCase(trx, actor, await caseFor(trx, actor, id, 'start'), move);
    },
  );
  return assessment.id;
}

/** The grade of the criteria that is called as the company wrote, in any language; else none is aimed at. */
async function targetGrade(deps: Deps, criteria: string, wished: string | null): Promise<string | null> {
  const [id = '', version = ''] = criteria.split('@');
  const entry = await findOffered(deps, id, version);
  const grades = entry?.criteria.grades ?? [];
  return grades.find(({ label }) => wished !== null && Object.values(label).includes(wished))?.id ?? null;
}

/** The bytes are put in their place last: what fails earlier leaves nothing. */
async function keepFiles(
  trx: Trx,
  id: string,
  { title, paperId }: { readonly title: string | null; readonly paperId: string | null },
  files: readonly UploadedFile[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string[]> {
  await insertStoredFiles(trx, files.map(toStoredFile), at.toISOString());
  const rows = files.map(({ name, received }) => ({ title: title ?? name, sha256: received.sha256, fileName: name, paperId }));
  const ids = await insertDocuments(trx, id, rows, { by, at });
  await Promise.all(files.map(({ received }) => received.keep()));
  return ids;
}

function applicationOf({ revision: _, ...application }: Omit<ApplicationInput, 'organization'>): Application {
  return application;
}

async function checkCriteria(deps: Deps, option: string | null): Promise<void> {
  if (option === null) return;
  const { criteria, variant, profile } = chosenCriteria(option);
  const [id = '', version = ''] = criteria.split('@');
  const entry = await findOffered(deps, id, version);
  const fits = (list: readonly { readonly id: string }[] | undefined, chosen: string | null) =>
    list ? list.some((one) => one.id === chosen) : chosen === null;
  if (!entry || !fits(entry.criteria.variants, variant) || !fits(entry.criteria.profiles, profile))
    throw invalid({ criteria: message('form.notAllowed') });
}

async function checkSites(db: Db, organizationId: string, sites: readonly string[]): Promise<void> {
  const known = new Set((await listSites(db, organizationId)).map(({ id }) => id));
  if (sites.some((id) => !known.has(id))) throw invalid({ sites: message('form.notAllowed') });
}

async function record(
  trx: Trx,
  actor: Actor,
  at: Date,
  deed: 'case.begun' | 'case.edit' | 'case.document-added' | 'case.document-removed',
  id: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordAuditEntry(trx, { at, actor, deed, subject: 'case', subjectId: id, details });
}
