import { beforeAll, expect, test } from 'vitest';
import { renderBooklet } from '../../src/features/booklets/booklet.ts';
import { renderCertificate } from '../../src/features/certificates/certificate-pdf.ts';
import { renderNonconformities } from '../../src/features/finding-forms/nonconformity-form.ts';
import { renderPlan } from '../../src/features/plans/plan-pdf.ts';
import { renderPortfolio } from '../../src/features/portfolio/portfolio-paper.ts';
import type { RenderedPaper } from '../../src/features/reports/framed-document.ts';
import { renderPaper } from '../../src/features/reports/render-paper.ts';
import type { Clause } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { longName, longNote, markup } from '../support/bad-texts.ts';
import {
  exampleBody,
  exampleBrand,
  exampleFacts,
  exampleForms,
  examplePlanSource,
  examplePortfolio,
} from '../support/paper-inputs.ts';
import { issue, smallDossier } from '../support/paper-shelf.ts';
import { glyphNumbers } from '../support/pdf-glyphs.ts';
import { structureProblems } from '../support/pdf-structure.ts';
import { readPdf, solid } from '../support/read-pdf.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
/** As long as the form of the body takes it, and of characters as wide as can be. */
const brand = { ...exampleBrand, name: both('衡'.repeat(80)), confidentiality: both('密'.repeat(40)) };
const look = { language: 'zh-CN', brand, issue } as const;
const slow = { timeout: 300_000 };

let dossier: Dossier;
beforeAll(async () => {
  dossier = await smallDossier();
});

/** Tagged, without an empty box, on no more pages than it may; gives its text. */
async function wellMade({ bytes, pages, missing }: RenderedPaper, mostPages: number): Promise<string> {
  expect(missing).toEqual([]);
  expect(pages).toBeLessThanOrEqual(mostPages);
  expect(glyphNumbers(bytes)).not.toContain(0);
  expect(await structureProblems(bytes)).toEqual([]);
  const text = (await readPdf(bytes)).pages.join('');
  expect(text).toContain(issue.code);
  expect(text).not.toContain('\u202e');
  return text;
}

test('a plan of 300 items, with names of 300 characters and a reason of 100,000', slow, async () => {
  const source = examplePlanSource(dossier.criteria);
  const [item] = source.plan.agenda;
  if (!item) throw new Error('There is no agenda.');
  const titleOf = (index: number) => (index % 50 === 0 ? longName : index % 2 === 0 ? '' : markup);
  const plan = {
    ...source.plan,
    organization: { ...source.plan.organization, name: longName, address: longName },
    sites: source.plan.sites.map((site) => ({ ...site, name: longName })),
    members: source.plan.members.map((member) => ({ ...member, registrationNumber: 'X'.repeat(300) })),
    planned: { ...source.plan.planned, reason: longNote },
    agenda: Array.from({ length: 300 }, (_, index) => ({
      ...item,
      id: `i${index}`,
      title: titleOf(index),
      day: `2026-01-0${5 + (index % 3)}`,
    })),
  };
  const text = await wellMade(await renderPlan({ ...look, source: { ...source, plan }, at: issue.at }), 200);
  expect(text).toContain('备注到此为止终');
  expect(text).toContain('<script>alert(1)</script>');
});

test('500 nonconformity forms, one of them with a statement of 100,000 characters', slow, async () => {
  const forms = exampleForms(dossier.criteria);
  const [finding] = forms.findings;
  if (!finding) throw new Error('There is no finding.');
  const evidence = Array.from({ length: 500 }, (_, index) => ({ id: `e${index}`, reference: `E${index}`, title: '维修单' }));
  const findings = Array.from({ length: 500 }, (_, index) => ({
    ...finding,
    id: `f${index}`,
    number: `N${index + 1}`,
    statement: index === 0 ? longNote : markup,
    responsible: index === 1 ? longName : finding.responsible,
    evidence: index === 2 ? evidence : finding.evidence,
  }));
  const render = (some: typeof findings) => renderNonconformities({ ...look, source: { ...forms, findings: some } });
  // Reading hundreds of pages back takes longer than writing them.
  const all = await render(findings);
  expect(all.missing).toEqual([]);
  expect(all.pages).toBeGreaterThan(500);
  expect(all.pages).toBeLessThan(560);
  expect(glyphNumbers(all.bytes)).not.toContain(0);
  const text = await wellMade(await render(findings.slice(0, 5)), 70);
  expect(text).toContain('备注到此为止终');
  expect(text).toContain('A-2026-0007/N5');
});

test('a booklet with titles of 300 characters and a note of 100,000', slow, async () => {
  const spoil = (clauses: readonly Clause[]): Clause[] =>
    clauses.map((clause, index) => ({
      ...clause,
      title: both(index === 0 ? longName : markup),
      clauses: spoil(clause.clauses),
    }));
  const criteria = {
    ...dossier.criteria,
    title: both(longName),
    about: both(longNote),
    clauses: spoil(dossier.criteria.clauses),
  };
  const text = await wellMade(await renderBooklet({ ...look, source: { criteria, hash: 'x' }, at: issue.at }), 120);
  expect(text).toContain('备注到此为止终');
});

test('an overview of 500 organizations, thirty grades and trades that look like a program', slow, async () => {
  const source = examplePortfolio();
  const [group] = source.groups;
  const [standing] = group?.standings ?? [];
  if (!group || !standing) throw new Error('There is no group.');
  const standings = Array.from({ length: 500 }, (_, index) => ({
    ...standing,
    organizationId: `o${index}`,
    organization: index % 100 === 0 ? longName : `第${index}号电器有限公司`,
    trade: markup,
    open: index,
    overdue: index,
  }));
  const grades = Array.from({ length: 30 }, (_, index) => ({ label: both(`${index} ${longName}`), count: index }));
  const wide = { ...group, criteria: { id: 'x', title: both(longName) }, standings, grades };
  const text = await wellMade(await renderPortfolio({ ...look, source: { ...source, groups: [wide] } }), 80);
  expect(text).toContain(solid('第499号电器有限公司'));
});

test.each([
  ['mixed scripts', longName],
  ['Han', '超'.repeat(300)],
  ['Latin', 'Haichuan Appliances & After-Sales Service Company Limited '.repeat(6).slice(0, 300)],
  ['one word', 'W'.repeat(300)],
])('the executive summary stays on two pages with a name of 300 characters: %s', slow, async (_kind, name) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const named = { ...dossier, organization: { ...dossier.organization, name } };
    const source = { dossier: named, result: resultOf(named), asFound: null };
    const { pages, missing } = await renderPaper({ ...look, language, paper: 'executive-summary', source });
    expect(missing).toEqual([]);
    expect(pages).toBe(2);
  }
});

test(
  'a certificate with everything as long as can be: what the face has no room for stands on pages of its own',
  slow,
  async () => {
    const scope = {
      'zh-CN': '家用电器的销售、安装、维修，'.repeat(80).slice(0, 1000),
      en: `${markup} `.repeat(12).slice(0, 1000),
    };
    const names = { 'zh-CN': longName, en: `${longName}.` };
    const sites = Array.from({ length: 20 }, (_, index) => ({ name: `${index} ${longName}`, address: longName }));
    const facts = { ...exampleFacts, holder: { ...exampleFacts.holder, name: names, address: names }, scope, sites };
    const paper = {
      logo: null,
      mark: null,
      body: exampleBody,
      address: 'https://a.example/register/X',
      trial: false,
      at: new Date(issue.at),
    };
    const bytes = await renderCertificate({ ...paper, facts, language: 'both' });
    expect(glyphNumbers(bytes)).not.toContain(0);
    expect(await structureProblems(bytes)).toEqual([]);
    const { pages } = await readPdf(bytes);
    expect(pages[0]).toContain('见附页');
    expect(pages[1]).toContain(solid('认证范围'));
    expect(pages[1]).toContain('<script>');
    expect(pages.at(-1)).toContain('19海川');
    expect(pages.length).toBeLessThan(6);

    // Scripts that the document font lacks are set in those that stand in for it.
    expect(pages.at(-1)).toContain(solid('서비스'));

    const short = await readPdf(await renderCertificate({ ...paper, facts: exampleFacts, language: 'both' }));
    expect(short.pages).toHaveLength(1);
  },
);
