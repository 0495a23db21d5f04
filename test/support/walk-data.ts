import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { importCriteria } from '../../src/catalog/imports/import-criteria.ts';
import { toRatingInput } from '../../src/demo/import-dossier.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { insertPasswordLink } from '../../src/features/accounts/password-link-store.ts';
import type { Assessment } from '../../src/features/assessments/assessment.ts';
import { findCriteriaCopy } from '../../src/features/assessments/criteria-copy-store.ts';
import { assignClauses } from '../../src/features/assignments/assignment-service.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { addCompetence, addTie } from '../../src/features/competences/competence-service.ts';
import { beginDraft } from '../../src/features/criteria-drafts/draft-service.ts';
import { starterTexts } from '../../src/features/criteria-drafts/starter-text.ts';
import { receiveComplaint } from '../../src/features/disputes/receive-dispute.ts';
import { acceptFile } from '../../src/features/evidence/accept-file.ts';
import { addEvidence } from '../../src/features/evidence/evidence-service.ts';
import { giveAdjustment, stateFinding } from '../../src/features/findings/finding-service.ts';
import { issueFindings } from '../../src/features/findings/issue-service.ts';
import { signStatement } from '../../src/features/independence/statement-service.ts';
import { askForVerification } from '../../src/features/integrity/integrity-service.ts';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { addContact } from '../../src/features/organizations/contact-service.ts';
import { addSite } from '../../src/features/organizations/site-service.ts';
import { addAgendaItem, recordAttendance } from '../../src/features/plans/agenda-service.ts';
import { drawSample } from '../../src/features/plans/sampling-service.ts';
import { saveRating } from '../../src/features/ratings/rating-service.ts';
import { submitRatings } from '../../src/features/ratings/submission-service.ts';
import { readReceived, takeReceived } from '../../src/features/received-assessments/received-service.ts';
import { takeStep } from '../../src/features/results/step-service.ts';
import { message } from '../../src/i18n/translate.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import { projectRoot } from '../../src/project-root.ts';
import type { TestApp } from './app.ts';
import { finishAssessment, givenAssessment, givenPlanned, rateAll, takeNextStep } from './assessments.ts';
import { application, givenSubmitted } from './certification.ts';
import { grantFor } from './certified.ts';
import { givenCollected } from './collected.ts';
import { givenIssued } from './issued.ts';
import { companyIds } from './people.ts';

/** Ids of everything that pages can be about. */
export interface WalkData {
  readonly organization: string;
  readonly otherOrganization: string;
  readonly site: string;
  readonly contact: string;
  readonly person: string;
  /** An audit that is half rated, one that is finished, a self-assessment of the company. */
  readonly open: string;
  readonly finished: string;
  /** An assessment that came as a file. */
  readonly received: string;
  /** Of the first company, not signed yet. */
  readonly certificate: string;
  readonly self: string;
  /** An audit against criteria with parts. */
  readonly inParts: string;
  /** An audit that is only planned, one that was stopped, one whose findings are open. */
  readonly planned: string;
  readonly stopped: string;
  readonly correcting: string;
  /** A nonconformity that the company was told of, in that one; and one that it was not, in the open audit. */
  readonly finding: string;
  readonly raised: string;
  readonly clause: string;
  /** A clause of the open audit that Ada and Bo rated independently, differently, and submitted. */
  readonly opened: string;
  /** A picture, in the open audit and in the finished one. */
  readonly evidence: string;
  /** Of the open audit. */
  readonly request: string;
  readonly sample: string;
  readonly survey: string;
  readonly finishedEvidence: string;
  /** A draft of criteria without problems, and one with problems in text that hostile people type. */
  readonly draft: string;
  readonly brokenDraft: string;
  readonly importedDraft: string;
  readonly passwordToken: string;
  readonly setupToken: string;
  /** A paper of the finished audit, and the code on it. */
  readonly document: string;
  readonly documentCode: string;
  /** Root asked for it; nobody works on it. */
  readonly task: string;
  /** What Bo can audit, and the opening meeting of the planned audit. */
  readonly competence: string;
  readonly meeting: string;
  /** A certification of the first company whose application is submitted. */
  readonly certification: string;
  /** A complaint about the holder of that certificate. */
  readonly dispute: string;
}

const criteria = 'after-sales-maturity@1.0.0';

/** A deployment in use: two companies, audits in every state, evidence with a file, findings, what hostile people type. */
export async function givenWalkData(app: TestApp): Promise<WalkData> {
  const { deps, people } = app;
  const lead = toActor(people.ada);
  await addSite(deps, lead, companyIds.haichuan, { name: '顺德<总部>', address: '"A" & \'B\'', headcount: 320, central: true });
  await addContact(deps, lead, companyIds.haichuan, {
    name: '陈经理',
    position: null,
    phone: '0757-1',
    email: 'chen@example.com',
  });

  const stated = await givenAssessment(app, { criteria, by: 'dora', lead: null, members: [] });
  await rateAll(deps, stated, 'best');
  await finishAssessment(app, stated);
  const finished = await givenAssessment(app, { criteria, targetGrade: 'four-star' });
  await rateAll(deps, finished, 'mixed');
  const clause = await firstClause(app, finished);
  const finishedEvidence = await fill(app, finished, clause);
  await closeFindings(app, finished);
  await finishAssessment(app, finished);
  const certificate = await givenCertificate(app);

  const open = await givenAssessment(app, { criteria, targetGrade: 'five-star' });
  await rateAll(deps, open, 'mixed', { except: await lastClauses(app, open) });
  const evidence = await fill(app, open, clause);
  const opened = await openedClause(app, open);
  const self = await givenAssessment(app, { criteria, by: 'dora', lead: null, members: [] });

  const planned = await givenPlanned(app, { criteria });
  const stopped = await givenAssessment(app, { criteria });
  await takeStep(deps, lead, stopped.id, { step: 'stop', from: null, reason: '企业停业 <script>alert(1)</script>' });
  const correcting = await givenCorrecting(app, clause);
  await deps.db.transaction(async (trx) => {
    const tell = (assessmentId: string | null, at: Date) =>
      insertNotice(trx, {
        to: Object.values(people).map(({ id }) => id),
        text: message('notices.assessmentSoon', { number: 'A <b>', day: '2026-01-20' }),
        href: '/assessments',
        assessmentId,
        at,
      });
    await tell(open.id, deps.clock());
    await tell(null, deps.clock());
  });
  const finding: { id: string } | undefined = await deps
    .db('findings')
    .where({ assessment_id: correcting.id, grade: 'minor' })
    .first('id');
  const raised: { id: string } | undefined = await deps
    .db('findings')
    .where({ assessment_id: open.id, grade: 'minor' })
    .first('id');

  const inParts = await givenAssessment(app, { criteria: 'service-experience@1.0.0' });
  const plan = await givenPlan(app, planned);

  return {
    ...plan,
    certification: await givenListed(app),
    dispute: await givenComplaint(app),
    organization: companyIds.haichuan,
    otherOrganization: companyIds.other,
    site: await idIn(app, 'sites'),
    contact: await idIn(app, 'contacts'),
    person: people.bo.id,
    importedDraft: await importedDraft(deps, toActor(people.root)),
    draft: await beginDraft(deps, toActor(people.root), starterTexts('zh-CN')),
    brokenDraft: await beginDraft(deps, toActor(people.root), {
      source: 'title: <script>alert(1)</script>\nclauses: [{id: </textarea>, points: 3}]',
      overlays: { en: 'nothing' },
    }),
    open: open.id,
    finished: finished.id,
    received: await givenReceived(app),
    certificate,
    self: self.id,
    inParts: inParts.id,
    planned: planned.id,
    stopped: stopped.id,
    correcting: correcting.id,
    finding: finding?.id ?? '',
    raised: raised?.id ?? '',
    clause,
    opened,
    evidence,
    ...(await givenCollected(app, open.id)),
    finishedEvidence,
    ...(await givenDocument(app, finished.id)),
    task: await askForVerification(deps, toActor(people.root)),
    passwordToken: await deps.db.transaction((trx) => insertPasswordLink(trx, people.bo.id, deps.clock())),
    setupToken: await deps.db.transaction((trx) => insertPasswordLink(trx, null, deps.clock())),
  };
}

async function givenReceived({ deps, people }: TestApp): Promise<string> {
  const bytes = await readFile(join(projectRoot, 'docs/examples/haichuan-initial.yaml'), 'utf8');
  const reading = await readReceived(deps, {
    name: 'a.yaml',
    bytes: Buffer.from(bytes.replace(/file: [^,}]+, ?|, file: [^,}]+/g, '')),
  });
  if ('problems' in reading) throw new Error('The example does not read.');
  return takeReceived(deps, toActor(people.root), reading.received);
}

async function givenComplaint(app: TestApp): Promise<string> {
  const { number } = await app.deps.db('certificates').first('number');
  const typed = {
    number,
    about: '海川',
    text: '维修 <script>alert(1)</script>',
    fromName: '顾客 "A"',
    fromContact: null,
    fromEmail: null,
    fromLanguage: 'en' as const,
  };
  await receiveComplaint(app.deps, null, typed);
  return idIn(app, 'disputes');
}

/** A submitted application by criteria with papers and checklists. */
async function givenListed(app: TestApp): Promise<string> {
  const id = await givenSubmitted(app);
  const kept = { ...application, criteria: 'complaint-management@1.1.0||' };
  await app.deps
    .db('certification_cases')
    .where({ id })
    .update({ application: JSON.stringify(kept) });
  return id;
}

/** The last clause, rated apart by Ada and by Bo, with what hostile people type. */
async function openedClause(app: TestApp, { id: assessmentId, criteriaHash }: Assessment): Promise<string> {
  const { deps, people } = app;
  const clause = ratedClauses(await findCriteriaCopy(deps, criteriaHash)).findLast(({ method }) => method?.by === 'met');
  const clauseId = clause?.id ?? '';
  const both = [people.ada, people.bo];
  const way = { clauses: [clauseId], people: both.map(({ id }) => id), site: null, way: 'independently' as const };
  await assignClauses(deps, toActor(people.ada), assessmentId, way);
  for (const [index, person] of both.entries()) {
    const input = toRatingInput({ by: 'met', met: index === 0 }, '<b>as seen</b> by "hand"');
    await saveRating(deps, toActor(person), { assessmentId, clauseId }, input);
    await submitRatings(deps, toActor(person), assessmentId, clauseId);
  }
  return clauseId;
}

/** Rated and closed, with a finding that the company must answer. */
async function givenCorrecting(app: TestApp, clause: string): Promise<Assessment> {
  const assessment = await givenAssessment(app, { criteria });
  await rateAll(app.deps, assessment, 'mixed');
  await fill(app, assessment, clause);
  const closed = await takeNextStep(app, assessment);
  const dues = { answerDue: '2026-01-10', correctionDue: '2026-02-28' };
  await issueFindings(app.deps, toActor(app.people.ada), assessment.id, { findingId: null, ...dues });
  return closed;
}

/** As if the company had answered everything and proven it. */
async function closeFindings({ deps }: TestApp, { id, createdAt }: Assessment): Promise<void> {
  await deps.db('findings').where({ assessment_id: id }).update({ state: 'closed', closed_at: createdAt });
}

/** A planned audit with a draw, a meeting and somebody who declared a conflict; what Bo can audit and whom he advised. */
async function givenPlan(app: TestApp, { id }: Assessment): Promise<Pick<WalkData, 'competence' | 'meeting'>> {
  const { deps, people } = app;
  const [root, ada, bo] = [toActor(people.root), toActor(people.ada), toActor(people.bo)];
  const span = { from: '2025-02-01', to: '2026-02-01' };
  const competence = {
    criteria: null,
    trade: '家电 <b>',
    grade: 'auditor',
    registrationNumber: 'R-1',
    proof: '证书 <i>',
  } as const;
  await addCompetence(deps, root, bo.id, { ...competence, ...span });
  const tie = { organizationName: 'Other Appliances Ltd', kind: 'consulting', from: '2020-01-01', to: null } as const;
  await addTie(deps, root, bo.id, { ...tie, note: '<script>' });
  const no = { employment: 'no', consulting: 'no', family: 'no', finance: 'no', other: 'no' } as const;
  const why = { 'employment-why': null, 'consulting-why': null, 'family-why': null, 'finance-why': null };
  await signStatement(deps, bo, id, { ...no, other: 'yes', ...why, 'other-why': '朋友 <b>', signedName: 'Bo' });
  // In his other audits Bo goes on working: their pages are walked as those of somebody who may.
  const statements = () => deps.db('impartiality_statements').where({ user_id: bo.id }).whereNot({ assessment_id: id });
  await statements().whereNotNull('carried_from').delete();
  await statements().update({ superseded_at: null });
  await drawSample(deps, ada, id, null, 'seed');
  const item = { title: null, day: '2026-01-05', from: '09:00', to: '09:30', site: null, clauses: [], revision: 0 };
  const meeting = await addAgendaItem(deps, ada, id, { ...item, kind: 'opening', people: [ada.id, bo.id] });
  await recordAttendance(deps, ada, { assessmentId: id, itemId: meeting }, [
    { name: '陈经理 <b>', position: '"经理"', present: true },
  ]);
  return { competence: await idIn(app, 'competences'), meeting };
}

/** A picture as evidence, a finding and a deduction; the id of the picture. */
async function fill({ deps, people }: TestApp, { id }: Assessment, clause: string): Promise<string> {
  const actor = toActor(people.bo);
  const bytes = await readFile(join(projectRoot, 'docs/examples/evidence/service-notice-board.png'));
  const received = await deps.files.receive(Readable.from([bytes]), bytes.length);
  const input = { kind: null, title: '公示栏 <b>', ownDate: '2026-01-05', note: '', link: null, clauses: [clause] };
  const [added] = await addEvidence(deps, actor, id, input, [await acceptFile(received, '公示栏.png')]);
  await stateFinding(deps, actor, id, { grade: 'minor', clause, statement: '维修单缺少客户签字 <script>alert(1)</script>' });
  await giveAdjustment(deps, actor, id, { kind: 'deduction', ground: 'own-rules', statement: '承诺二十四小时上门，三次超时' });
  if (!added) throw new Error('No evidence was added.');
  return added.id;
}

async function clausesOf({ deps }: TestApp, assessment: Assessment): Promise<string[]> {
  return ratedClauses(await findCriteriaCopy(deps, assessment.criteriaHash)).map(({ id }) => id);
}

async function firstClause(app: TestApp, assessment: Assessment): Promise<string> {
  const [id] = await clausesOf(app, assessment);
  return id ?? '';
}

async function lastClauses(app: TestApp, assessment: Assessment): Promise<string[]> {
  return (await clausesOf(app, assessment)).slice(-20);
}

async function idIn({ deps }: TestApp, table: 'sites' | 'contacts' | 'competences' | 'disputes'): Promise<string> {
  const row: { id: string } | undefined = await deps.db(table).first('id');
  return row?.id ?? '';
}

/** A list with a number that occurs twice, so that its report has something to tell. */
function importedDraft(deps: TestApp['deps'], actor: ReturnType<typeof toActor>): Promise<string> {
  const bytes = Buffer.from('编号,名称,分值\n1,<服务>,10\n1,"甲 & 乙",5\n');
  const result = importCriteria([{ name: '清单.csv', bytes }]);
  if ('refused' in result) throw new Error(result.refused.key);
  return beginDraft(deps, actor, { source: result.yaml, overlays: {} }, result.report);
}

/** A paper of that audit as it was handed out. */
async function givenDocument(app: TestApp, assessment: string): Promise<Pick<WalkData, 'document' | 'documentCode'>> {
  const { id, code } = await givenIssued(app, assessment);
  return { document: id, documentCode: code };
}

async function givenCertificate(app: TestApp): Promise<string> {
  const grant = await grantFor(app);
  return (await app.deps.db.transaction((trx) => issueCertificate(trx, grant))).id;
}
