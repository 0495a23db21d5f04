import { randomUUID } from 'node:crypto';
import type { Db } from '../../../src/db/db.ts';
import { plainSettings } from '../../../src/features/branding/brand-settings.ts';
import type { TestApp } from '../app.ts';
import type { WalkData } from '../walk-data.ts';

const at = '2026-01-10T08:00:00.000Z';
const stepLabel = JSON.stringify({ key: 'draftForms.stepSave', parameters: { name: 'a b' } });
const use = { assessment: 'A 1', reference: 'E 1', title: 'a b', fileName: 'a b.png', href: '/assessments' };
const changedFile = { what: 'changed', name: 'ab', size: 1, usedBy: [use] };
const both = { 'zh-CN': '一 段 话', en: 'Some words' };

/** Rows of what the walk's data has none of, so that every table with words in it is looked at; the words come afterwards. */
export async function addFurtherRows({ deps: { db, catalog }, people }: TestApp, data: WalkData): Promise<void> {
  const [root, ada, bo] = [people.root.id, people.ada.id, people.bo.id];
  const insert = (table: string, row: object) => db(table).insert(row);
  const row = { id: randomUUID(), created_at: at };

  for (const user of [root, ada, people.dora.id]) {
    const token = { user_id: user, token_hash: randomUUID(), scopes: '["findings"]', expires_at: '2027-01-01T00:00:00.000Z' };
    await insert('api_tokens', { ...row, ...token, id: randomUUID(), name: 'x', used_at: at, used_from: 'x' });
    const key = { user_id: user, credential_id: randomUUID(), public_key: 'eA', counter: 0, transports: '[]' };
    await insert('passkeys', { ...row, ...key, id: randomUUID(), name: 'x' });
  }
  await insert('provider_identities', { issuer: 'https://x', subject: 'x', user_id: ada, label: 'x', created_at: at });
  await insert('mails', { ...row, user_id: ada, state: 'dead', tries: 9, next_try_at: at, trouble: 'x' });
  await insert('holidays', { day: '2026-05-01', kind: 'holiday', name: 'x', set_by: root, set_at: at });

  const body = { nameZh: '衡 准', nameEn: 'Some body', addressZh: '某 地', addressEn: 'Some where', accreditation: 'C 1' };
  const facts = JSON.stringify({ ...body, phone: '0 1', website: null });
  await insert('certification_body', { id: 1, facts, revision: 1 });
  const look = { ...plainSettings, disclaimer: both, confidentiality: both, before: both, after: both };
  await insert('brand_settings', { id: 1, facts: JSON.stringify({ ...look, signatory: null }), revision: 1 });
  await insert('used_brands', { sha256: 'x', facts: JSON.stringify(look) });

  const criteria = { ...catalog.find('complaint-management')?.criteria, id: 'published-here' };
  const version = { criteria_id: criteria.id, version: criteria.version, hash: 'x', document: JSON.stringify(criteria) };
  await insert('criteria_versions', { ...version, source: 'x', overlays: '{}', published_at: at, published_by: root });
  await db('tasks').where({ id: data.task }).update({ doing: stepLabel, trouble: stepLabel });

  const stamp = { authority: 'x', policy: 'x', serial: 'x', answer: 'eA==', stamped_at: at, kept_at: at };
  await insert('time_stamps', { document_id: data.document, ...stamp });
  await insert('legal_holds', { id: randomUUID(), organization_id: data.organization, reason: 'x', set_by: root, set_at: at });

  await addOfAssessments(db, data, ada, bo);
  await addOfCases(db, data, root);
  await addOfDispute(db, data.dispute);
}

async function addOfDispute(db: Db, dispute: string): Promise<void> {
  const { sha256 } = (await db('stored_files').where({ media_type: 'application/pdf' }).first('sha256')) ?? {};
  await db('dispute_files').insert({ id: randomUUID(), dispute_id: dispute, sha256, file_name: 'x.pdf', added_at: at });
  const letter = { deed: 'acknowledge', text: 'x', state: 'dead', tries: 9, trouble: 'x', created_at: at, next_try_at: at };
  await db('dispute_letters').insert({ id: randomUUID(), dispute_id: dispute, ...letter });
}

async function addOfAssessments(db: Db, data: WalkData, ada: string, bo: string): Promise<void> {
  const { open, opened, planned, evidence, survey, draft, site, finished } = data;
  const changed = { updated_by: ada, updated_at: at, revision: 1 };
  await db('audit_plans').insert({ assessment_id: planned, days_reason: 'x', ...changed });
  const left = { id: randomUUID(), assessment_id: planned, user_id: bo, role: 'auditor', removed_by: ada, removed_at: at };
  await db('team_departures').insert({ ...left, reason: 'x' });
  const rating = '{"by":"met","met":true}';
  const agreed = { id: randomUUID(), assessment_id: open, clause_id: opened, rating, set_by: ada, set_at: at };
  await db('reconciliations').insert({ ...agreed, before_rating: rating, before_note: 'x', note: 'x', reason: 'x' });
  const there = { assessment_id: open, clause_id: opened, site_id: site, rating, note: 'x' };
  await db('site_ratings').insert({ ...there, ...changed });
  await db('survey_exclusions').insert({ survey_id: survey, row: 2, reason: 'x', by: ada, at });
  const origin = { evidence_id: evidence, assessment_id: open, origin_assessment_id: finished, origin_reference: 'x' };
  await db('evidence_origins').insert(origin);
  const steps = { draft_id: draft, number: 1, label: stepLabel, size: 10, done_by: ada };
  await db('criteria_draft_steps').insert({ ...steps, changes: '[]', done_at: at });
  await db('criteria_drafts').where({ id: draft }).update({ step: 1 });
  const run = { id: randomUUID(), started_at: at, by: ada, seen_at: at, ended_at: at, expected: 1, checked: 1, bytes: 1 };
  await db('integrity_runs').insert({ ...run, found: JSON.stringify({ findings: [changedFile], more: 0 }) });
}

async function addOfCases(db: Db, { certification, certificate }: WalkData, root: string): Promise<void> {
  const { sha256 } = (await db('stored_files').where({ media_type: 'application/pdf' }).first('sha256')) ?? {};
  const paper = {
    id: randomUUID(),
    case_id: certification,
    title: 'x',
    sha256,
    file_name: 'x.pdf',
    added_by: root,
    added_at: at,
  };
  await db('case_documents').insert({ ...paper, paper_id: null });
  const signed = { company_signer: 'x', company_signed_on: '2026-01-10', body_signer: 'x', body_signed_on: '2026-01-10' };
  await db('case_agreements').insert({ case_id: certification, version: '1', ...signed, document_id: paper.id });
  const check = { case_id: certification, stage: 'application', check_id: 'x', answer: 'no', comment: 'x', by: root, at };
  await db('case_checks').insert(check);
  const decision = { id: randomUUID(), case_id: certification, place: 1, kind: 'grant', effective_on: '2026-01-10' };
  const text = { reason: 'x', scope: 'x', scope_en: 'x', signed_text: 'x', sha256: 'x', signed_by: root, signed_at: at };
  await db('case_decisions').insert({ ...decision, ...text });
  const audit = { id: randomUUID(), certificate_id: certificate, kind: 'special', occasion: 'extend', reason: 'x' };
  const when = { opens_on: '2026-02-01', due_on: '2026-03-01', created_by: root, created_at: at, revision: 1 };
  await db('programme_audits').insert({ ...audit, ...when, dropped: 'x' });
  const file = {
    certificate_id: certificate,
    edition: 1,
    language: 'en',
    sha256,
    signer: '{"subject":"a b","fingerprint":"x"}',
    trial: true,
    signed_at: at,
  };
  await db('certificate_files').insert(file);
}
