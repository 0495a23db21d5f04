import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { type Agent, browser, startTestApp } from '../support/app.ts';
import { addFurtherRows } from '../support/hostile/further-rows.ts';
import {
  appOverHostile,
  hostileColumns,
  makeHostile,
  missingTextColumns,
  unknownTextColumns,
} from '../support/hostile/make-hostile.ts';
import { headerProblems, outputProblems } from '../support/hostile/output-problems.ts';
import { unseen } from '../support/hostile/text-columns.ts';
import { markupProblems, pageProblems } from '../support/page-checks.ts';
import { listRoutes } from '../support/routes.ts';
import { givenWalkData, type WalkData } from '../support/walk-data.ts';

/** Everybody who can come by: nobody signed in, then the cast. */
const visitors = ['anonymous', 'root', 'ada', 'bo', 'cai', 'dora', 'emil'] as const;
type Visitor = (typeof visitors)[number];

/** What each visitor gets: a page, nothing (it does not exist for them), or the way to the sign-in page. */
type Expected = Readonly<Record<Visitor, number>>;

interface Visit {
  /** The route as it is written in the source. */
  readonly route: string;
  readonly path: (data: WalkData) => string;
  readonly expected: Expected;
  /** `page` unless it answers with something else. */
  readonly kind?: 'fragment' | 'other';
}

const everybody = all(200);
const signedIn = { ...everybody, anonymous: 303 };
const nobody = { ...all(404), anonymous: 303 };
const administrator = { ...nobody, root: 200 };
const managers = { ...nobody, root: 200, ada: 200 };
/** Who sees an audit: the administrator and the team, the company only when it is finished. */
const team = { ...nobody, root: 200, ada: 200, bo: 200 };
/** Who works on an audit, without the office. */
const auditors = { ...nobody, ada: 200, bo: 200 };
const teamAndCompany = { ...team, dora: 200 };
const starters = { ...nobody, root: 200, ada: 200, dora: 200, emil: 200 };
const company = { ...nobody, root: 200, dora: 200 };

/** The id of nothing. */
const unknown = '99999999-9999-4999-8999-999999999999';

const visits: readonly Visit[] = [
  { route: '/healthz', path: () => '/healthz', expected: everybody, kind: 'other' },
  { route: '/readyz', path: () => '/readyz', expected: everybody, kind: 'other' },
  { route: '/', path: () => '/', expected: signedIn },

  { route: '/sign-in', path: () => '/sign-in', expected: { ...all(303), anonymous: 200 } },
  { route: '/sign-in/second-step', path: () => '/sign-in/second-step', expected: all(303) },
  { route: '/forgotten', path: () => '/forgotten', expected: everybody },
  { route: '/setup/:token', path: ({ setupToken }) => `/setup/${setupToken}`, expected: everybody },
  { route: '/setup/:token', path: () => '/setup/unknown', expected: all(404) },
  { route: '/password/:token', path: ({ passwordToken }) => `/password/${passwordToken}`, expected: everybody },
  { route: '/account', path: () => '/account', expected: signedIn },
  { route: '/sign-in/oidc', path: () => '/sign-in/oidc', expected: all(404) },
  { route: '/sign-in/oidc/callback', path: () => '/sign-in/oidc/callback?code=1', expected: all(404) },
  { route: '/account/single-sign-on', path: () => '/account/single-sign-on', expected: { ...all(404), anonymous: 303 } },
  {
    route: '/account/single-sign-on/begin',
    path: () => '/account/single-sign-on/begin',
    expected: { ...all(404), anonymous: 303 },
  },
  { route: '/account/tokens', path: () => '/account/tokens', expected: signedIn },
  { route: '/account/passkeys', path: () => '/account/passkeys', expected: signedIn },
  { route: '/sign-in/passkey', path: () => '/sign-in/passkey', expected: everybody },
  { route: '/account/proof', path: () => '/account/proof?next=/people', expected: signedIn },
  { route: '/account/second-factor', path: () => '/account/second-factor', expected: signedIn },

  { route: '/account/mail', path: () => '/account/mail', expected: signedIn },
  { route: '/inbox', path: () => '/inbox', expected: signedIn },
  { route: '/tasks', path: () => '/tasks', expected: signedIn },
  { route: '/tasks/:id', path: ({ task }) => `/tasks/${task}`, expected: administrator },
  {
    route: '/tasks/:id/progress',
    path: ({ task }) => `/tasks/${task}/progress`,
    expected: administrator,
    kind: 'other',
  },
  { route: '/inbox', path: () => '/inbox?show=all', expected: signedIn },
  { route: '/mail', path: () => '/mail?state=dead', expected: administrator },
  { route: '/audit-trail', path: () => '/audit-trail', expected: administrator },
  { route: '/audit-trail', path: () => '/audit-trail?deed=rating.saved&from=2026-01-01&search=b', expected: administrator },
  { route: '/audit-trail/file', path: () => '/audit-trail/file?form=csv', expected: administrator, kind: 'other' },
  { route: '/assessments/:id/trail', path: ({ finished }) => `/assessments/${finished}/trail`, expected: team },
  { route: '/assessments/:id/trail', path: ({ self }) => `/assessments/${self}/trail`, expected: company },
  { route: '/assessments/:id/trail/file', path: ({ open }) => `/assessments/${open}/trail/file`, expected: team, kind: 'other' },

  { route: '/certificates', path: () => '/certificates', expected: signedIn },
  { route: '/certificates/body', path: () => '/certificates/body', expected: administrator },
  { route: '/certificates/statistics', path: () => '/certificates/statistics', expected: administrator },
  { route: '/certificates/statistics.xlsx', path: () => '/certificates/statistics.xlsx', expected: administrator, kind: 'other' },
  { route: '/register/list.csv', path: () => '/register/list.csv?search=%E6%B5%B7', expected: everybody, kind: 'other' },
  { route: '/register/list.json', path: () => '/register/list.json', expected: everybody, kind: 'other' },
  { route: '/certificates/statistics.csv', path: () => '/certificates/statistics.csv', expected: administrator, kind: 'other' },
  { route: '/certificates/:id', path: ({ certificate }) => `/certificates/${certificate}`, expected: { ...signedIn, emil: 404 } },
  {
    route: '/certificates/:id/editions/:edition/:language.pdf',
    path: ({ certificate }) => `/certificates/${certificate}/editions/9/en.pdf`,
    expected: nobody,
    kind: 'other',
  },
  { route: '/branding', path: () => '/branding', expected: administrator },
  { route: '/branding/logo.png', path: () => '/branding/logo.png', expected: nobody },
  { route: '/branding/mark.png', path: () => '/branding/mark.png', expected: nobody },
  { route: '/portfolio.pdf', path: () => '/portfolio.pdf', expected: administrator, kind: 'other' },
  { route: '/portfolio/documents', path: () => '/portfolio/documents', expected: administrator },
  {
    route: '/criteria/:id/:version/documents',
    path: () => '/criteria/complaint-management/1.0.0/documents',
    expected: signedIn,
  },
  // Nothing was issued of either, so that nobody finds a file.
  ...['/portfolio', '/criteria/:id/:version'].flatMap((subject) =>
    ['file.pdf', 'manifest.json', 'time-stamp.tsr'].map((file) => ({
      route: `${subject}/documents/:documentId/${file}`,
      path: () => `${subject.replace(':id/:version', 'complaint-management/1.0.0')}/documents/${unknown}/${file}`,
      expected: nobody,
    })),
  ),
  { route: '/verify', path: () => '/verify', expected: everybody },
  { route: '/verify', path: () => '/verify?code=%3Cb%3E', expected: everybody },
  { route: '/verify/:code', path: ({ documentCode }) => `/verify/${documentCode}`, expected: everybody },
  { route: '/verify/:code', path: () => '/verify/0000-0000-0000', expected: all(404) },
  { route: '/assessments/:id/documents', path: ({ finished }) => `/assessments/${finished}/documents`, expected: teamAndCompany },
  { route: '/assessments/:id/documents', path: ({ open }) => `/assessments/${open}/documents`, expected: teamAndCompany },
  { route: '/assessments/:id/documents', path: ({ self }) => `/assessments/${self}/documents`, expected: company },
  { route: '/assessments/:id/package', path: ({ finished }) => `/assessments/${finished}/package`, expected: teamAndCompany },
  { route: '/assessments/:id/package', path: ({ open }) => `/assessments/${open}/package`, expected: team },
  // None was packed, so that nobody finds one.
  {
    route: '/assessments/:id/package/file.zip',
    path: ({ finished }) => `/assessments/${finished}/package/file.zip`,
    expected: nobody,
  },
  {
    route: '/assessments/:id/documents/preview.pdf',
    path: ({ open }) => `/assessments/${open}/documents/preview.pdf?kind=audit-report&language=en`,
    expected: team,
    kind: 'other',
  },
  {
    route: '/assessments/:id/documents/:documentId/file.pdf',
    path: ({ finished, document }) => `/assessments/${finished}/documents/${document}/file.pdf`,
    expected: teamAndCompany,
    kind: 'other',
  },
  {
    route: '/assessments/:id/documents/:documentId/manifest.json',
    path: ({ finished, document }) => `/assessments/${finished}/documents/${document}/manifest.json`,
    expected: teamAndCompany,
    kind: 'other',
  },
  {
    route: '/assessments/:id/documents/:documentId/time-stamp.tsr',
    path: ({ finished, document }) => `/assessments/${finished}/documents/${document}/time-stamp.tsr`,
    expected: teamAndCompany,
    kind: 'other',
  },
  { route: '/register', path: () => '/register?search=ASM', expected: everybody },
  { route: '/register/:number', path: () => '/register/ASM-2026-00001', expected: everybody },
  { route: '/register/:number.json', path: () => '/register/ASM-2026-00001.json', expected: everybody, kind: 'other' },
  { route: '/register/:number/badge.svg', path: () => '/register/asm-2026-00001/badge.svg', expected: everybody, kind: 'other' },
  { route: '/organizations', path: () => '/organizations', expected: signedIn },
  { route: '/organizations', path: () => '/organizations?search=%E6%B5%B7&page=9', expected: signedIn },
  { route: '/organizations/new', path: () => '/organizations/new', expected: managers },
  { route: '/organizations/:id', path: ({ organization }) => `/organizations/${organization}`, expected: teamAndCompany },
  {
    route: '/organizations/:id',
    path: ({ otherOrganization }) => `/organizations/${otherOrganization}`,
    expected: { ...managers, emil: 200 },
  },
  { route: '/organizations/:id/edit', path: ({ organization }) => `/organizations/${organization}/edit`, expected: managers },
  {
    route: '/organizations/:id/sites/new',
    path: ({ organization }) => `/organizations/${organization}/sites/new`,
    expected: managers,
  },
  {
    route: '/organizations/:id/sites/:siteId',
    path: ({ organization, site }) => `/organizations/${organization}/sites/${site}`,
    expected: managers,
  },
  {
    route: '/organizations/:id/contacts/new',
    path: ({ organization }) => `/organizations/${organization}/contacts/new`,
    expected: managers,
  },
  {
    route: '/organizations/:id/contacts/:contactId',
    path: ({ organization, contact }) => `/organizations/${organization}/contacts/${contact}`,
    expected: managers,
  },

  // The cast has no manager of a company; test/features/colleagues.test.ts visits these.
  { route: '/colleagues', path: () => '/colleagues', expected: nobody },
  { route: '/colleagues/new', path: () => '/colleagues/new', expected: nobody },
  { route: '/people', path: () => '/people', expected: administrator },
  { route: '/people/new', path: () => '/people/new', expected: administrator },
  { route: '/people/:id/data', path: ({ person }) => `/people/${person}/data`, expected: administrator },
  { route: '/retention', path: () => '/retention', expected: administrator },
  { route: '/retention/:kind', path: () => '/retention/evidence-files', expected: administrator },
  { route: '/retention/:kind', path: () => '/retention/everything', expected: nobody },
  { route: '/privacy', path: () => '/privacy', expected: everybody },
  { route: '/account/data', path: () => '/account/data', expected: signedIn },
  { route: '/people/:id', path: ({ person }) => `/people/${person}`, expected: administrator },

  { route: '/competences', path: () => '/competences?state=soon', expected: managers },
  { route: '/people/:id/competences', path: ({ person }) => `/people/${person}/competences`, expected: team },
  {
    route: '/people/:id/competences/:competenceId',
    path: ({ person, competence }) => `/people/${person}/competences/${competence}`,
    expected: administrator,
  },
  {
    route: '/assessments/:id/impartiality',
    path: ({ planned }) => `/assessments/${planned}/impartiality`,
    expected: { ...nobody, ada: 200, bo: 200 },
  },
  { route: '/assessments/:id/statements', path: ({ planned }) => `/assessments/${planned}/statements`, expected: managers },
  { route: '/assessments/:id/team', path: ({ planned }) => `/assessments/${planned}/team?show=able`, expected: managers },
  { route: '/assessments/:id/team', path: ({ self }) => `/assessments/${self}/team`, expected: nobody },
  {
    route: '/assessments/:id/team/:userId/removal',
    path: ({ planned, person }) => `/assessments/${planned}/team/${person}/removal`,
    expected: managers,
  },
  { route: '/assessments/:id/plan', path: ({ planned }) => `/assessments/${planned}/plan`, expected: teamAndCompany },
  { route: '/assessments/:id/plan', path: ({ open }) => `/assessments/${open}/plan`, expected: teamAndCompany },
  { route: '/assessments/:id/plan', path: ({ self }) => `/assessments/${self}/plan`, expected: nobody },
  {
    route: '/assessments/:id/plan.pdf',
    path: ({ planned }) => `/assessments/${planned}/plan.pdf`,
    expected: teamAndCompany,
    kind: 'other',
  },
  {
    route: '/assessments/:id/plan.ics',
    path: ({ planned }) => `/assessments/${planned}/plan.ics?of=mine`,
    expected: teamAndCompany,
    kind: 'other',
  },
  { route: '/assessments/:id/agenda/new', path: ({ planned }) => `/assessments/${planned}/agenda/new`, expected: managers },
  {
    route: '/assessments/:id/agenda/:itemId',
    path: ({ planned, meeting }) => `/assessments/${planned}/agenda/${meeting}`,
    expected: managers,
  },
  {
    route: '/assessments/:id/agenda/:itemId/attendance',
    path: ({ planned, meeting }) => `/assessments/${planned}/agenda/${meeting}/attendance`,
    expected: managers,
  },

  { route: '/programme', path: () => '/programme?state=ahead', expected: administrator },
  { route: '/programme', path: () => '/programme', expected: administrator },
  { route: '/programme/calendar', path: () => '/programme/calendar?month=2027-01', expected: administrator },
  { route: '/programme.ics', path: () => '/programme.ics', expected: administrator, kind: 'other' },
  { route: '/received-assessments', path: () => '/received-assessments', expected: administrator },
  {
    route: '/received-assessments/:id',
    path: ({ received }) => `/received-assessments/${received}`,
    expected: administrator,
  },
  {
    route: '/received-assessments/:id/report.pdf',
    path: ({ received }) => `/received-assessments/${received}/report.pdf`,
    expected: administrator,
    kind: 'other',
  },
  {
    route: '/received-assessments/:id/exports/yaml',
    path: ({ received }) => `/received-assessments/${received}/exports/yaml`,
    expected: administrator,
    kind: 'other',
  },
  {
    route: '/received-assessments/:id/exports/:form',
    path: ({ received }) => `/received-assessments/${received}/exports/json`,
    expected: administrator,
    kind: 'other',
  },
  { route: '/holidays', path: () => '/holidays?year=2026', expected: administrator },
  { route: '/holidays.csv', path: () => '/holidays.csv?year=2026', expected: administrator, kind: 'other' },
  {
    route: '/certificates/:id/programme',
    path: ({ certificate }) => `/certificates/${certificate}/programme`,
    expected: administrator,
  },
  {
    route: '/certificates/:id/programme/plan',
    path: ({ certificate }) => `/certificates/${certificate}/programme/plan?kind=surveillance&due=2027-01-15`,
    expected: administrator,
  },
  { route: '/complaints/new', path: () => '/complaints/new?number=%3Cb%3E', expected: everybody },
  { route: '/disputes', path: () => '/disputes?filter=all&search=%3C', expected: { ...managers, dora: 200, emil: 200 } },
  { route: '/disputes/new', path: ({ certification }) => `/disputes/new?case=${certification}`, expected: nobody },
  { route: '/disputes/:id/files/:fileId', path: ({ dispute }) => `/disputes/${dispute}/files/${unknown}`, expected: nobody },
  { route: '/disputes/:id', path: ({ dispute }) => `/disputes/${dispute}`, expected: administrator },
  { route: '/cases', path: () => '/cases?filter=all&search=%3C', expected: { ...managers, dora: 200, emil: 200 } },
  { route: '/cases/new', path: () => '/cases/new', expected: nobody },
  { route: '/cases/:id', path: ({ certification }) => `/cases/${certification}`, expected: company },
  { route: '/cases/:id/edit', path: ({ certification }) => `/cases/${certification}/edit`, expected: nobody },
  {
    route: '/cases/:id/checks/:stage',
    path: ({ certification }) => `/cases/${certification}/checks/application`,
    expected: { ...administrator, dora: 404, emil: 404 },
  },
  { route: '/cases/:id/report.pdf', path: ({ certification }) => `/cases/${certification}/report.pdf`, expected: nobody },
  {
    route: '/cases/:id/documents/:documentId',
    path: ({ certification }) => `/cases/${certification}/documents/${unknown}`,
    expected: nobody,
  },
  {
    route: '/cases/:id/decisions/:decisionId',
    path: ({ certification }) => `/cases/${certification}/decisions/${unknown}`,
    expected: nobody,
  },

  { route: '/criteria', path: () => '/criteria', expected: signedIn },
  { route: '/criteria/:id/:version', path: () => '/criteria/after-sales-maturity/1.0.0', expected: signedIn },
  { route: '/criteria/:id/:version', path: () => '/criteria/after-sales-maturity/9.9.9', expected: nobody },

  {
    route: '/criteria/:id/:version/difference',
    path: () => '/criteria/after-sales-maturity/1.0.0/difference',
    expected: signedIn,
  },
  {
    route: '/criteria/:id/:version/difference',
    path: () => '/criteria/after-sales-maturity/1.0.0/difference?from=1.0.0',
    expected: signedIn,
  },
  {
    route: '/criteria/:id/:version/difference',
    path: () => '/criteria/after-sales-maturity/1.0.0/difference?from=9.9.9',
    expected: nobody,
  },
  {
    route: '/criteria/:id/:version/booklet.pdf',
    path: () => '/criteria/complaint-management/1.0.0/booklet.pdf',
    expected: signedIn,
    kind: 'other',
  },
  {
    route: '/criteria/:id/:version/checklist',
    path: () => '/criteria/after-sales-maturity/1.0.0/checklist',
    expected: signedIn,
  },
  { route: '/criteria/:id/:version/checklist', path: () => '/criteria/after-sales-maturity/9.9.9/checklist', expected: nobody },
  { route: '/criteria/:id/:version/try', path: () => '/criteria/after-sales-maturity/1.0.0/try', expected: signedIn },
  { route: '/criteria/:id/:version/try', path: () => '/criteria/drafts/1.0.0/try', expected: nobody },
  {
    route: '/criteria/:id/:version/file',
    path: () => '/criteria/after-sales-maturity/1.0.0/file?form=yaml&language=en',
    expected: signedIn,
    kind: 'other',
  },
  { route: '/criteria/:id/:version/file', path: () => '/criteria/after-sales-maturity/9.9.9/file?form=yaml', expected: nobody },
  {
    route: '/criteria/drafts/template.xlsx',
    path: () => '/criteria/drafts/template.xlsx',
    expected: administrator,
    kind: 'other',
  },
  {
    route: '/criteria/drafts/:draftId/file',
    path: ({ draft }) => `/criteria/drafts/${draft}/file?form=xlsx`,
    expected: administrator,
    kind: 'other',
  },
  {
    route: '/criteria/drafts/:draftId/import',
    path: ({ importedDraft }) => `/criteria/drafts/${importedDraft}/import`,
    expected: administrator,
  },
  { route: '/criteria/drafts/:draftId/import', path: ({ draft }) => `/criteria/drafts/${draft}/import`, expected: nobody },
  { route: '/criteria/drafts', path: () => '/criteria/drafts', expected: administrator },
  { route: '/criteria/drafts/new', path: () => '/criteria/drafts/new', expected: administrator },
  { route: '/criteria/drafts/:draftId', path: ({ draft }) => `/criteria/drafts/${draft}`, expected: administrator },
  { route: '/criteria/drafts/:draftId', path: ({ brokenDraft }) => `/criteria/drafts/${brokenDraft}`, expected: administrator },
  { route: '/criteria/drafts/:draftId/forms', path: ({ draft }) => `/criteria/drafts/${draft}/forms`, expected: administrator },
  {
    route: '/criteria/drafts/:draftId/forms',
    path: ({ brokenDraft }) => `/criteria/drafts/${brokenDraft}/forms`,
    expected: administrator,
  },
  {
    route: '/criteria/drafts/:draftId/forms/:at',
    path: ({ draft }) => `/criteria/drafts/${draft}/forms/clause%3Afirst-clause`,
    expected: administrator,
  },
  {
    route: '/criteria/drafts/:draftId/forms/:at',
    path: ({ draft }) => `/criteria/drafts/${draft}/forms/grade%3A0`,
    expected: administrator,
  },
  {
    route: '/criteria/drafts/:draftId/forms/:at',
    path: ({ draft }) => `/criteria/drafts/${draft}/forms/clause%3Ano-such-clause`,
    expected: nobody,
  },
  {
    route: '/criteria/drafts/:draftId/publication',
    path: ({ draft }) => `/criteria/drafts/${draft}/publication`,
    expected: administrator,
  },
  {
    route: '/criteria/drafts/:draftId/publication',
    path: ({ brokenDraft }) => `/criteria/drafts/${brokenDraft}/publication`,
    expected: administrator,
  },
  { route: '/criteria/drafts/:draftId/try', path: ({ draft }) => `/criteria/drafts/${draft}/try`, expected: administrator },

  { route: '/assessments', path: () => '/assessments', expected: signedIn },
  {
    route: '/assessments/new',
    path: ({ organization }) => `/assessments/new?organization=${organization}&criteria=after-sales-maturity@1.1.0`,
    expected: starters,
  },
  { route: '/assessments/:id', path: ({ inParts }) => `/assessments/${inParts}`, expected: teamAndCompany },
  { route: '/assessments/:id/result', path: ({ inParts }) => `/assessments/${inParts}/result`, expected: team },
  { route: '/assessments', path: () => '/assessments?state=finished&search=A-', expected: signedIn },
  { route: '/assessments/new', path: () => '/assessments/new', expected: starters },
  {
    route: '/assessments/new',
    path: ({ organization }) => `/assessments/new?organization=${organization}&criteria=after-sales-maturity@1.0.0`,
    expected: starters,
  },
  { route: '/assessments/:id', path: ({ open }) => `/assessments/${open}`, expected: teamAndCompany },
  { route: '/assessments/:id', path: ({ finished }) => `/assessments/${finished}`, expected: teamAndCompany },
  { route: '/assessments/:id', path: ({ self }) => `/assessments/${self}`, expected: company },
  { route: '/assessments/:id/edit', path: ({ open }) => `/assessments/${open}/edit`, expected: managers },
  { route: '/assessments/:id/parts', path: ({ inParts }) => `/assessments/${inParts}/parts`, expected: managers },

  {
    route: '/assessments/:id/criteria-upgrade',
    path: ({ open }) => `/assessments/${open}/criteria-upgrade`,
    expected: managers,
  },
  {
    route: '/assessments/:id/criteria-upgrade/undo',
    path: ({ open }) => `/assessments/${open}/criteria-upgrade/undo`,
    expected: nobody,
  },

  { route: '/assessments/:id/workbench', path: ({ open }) => `/assessments/${open}/workbench`, expected: onTo(team) },
  {
    route: '/assessments/:id/workbench',
    path: ({ finished }) => `/assessments/${finished}/workbench`,
    expected: onTo(teamAndCompany),
  },
  { route: '/assessments/:id/workbench', path: ({ self }) => `/assessments/${self}/workbench`, expected: onTo(company) },
  {
    route: '/assessments/:id/clauses/:clauseId',
    path: ({ open, clause }) => `/assessments/${open}/clauses/${clause}`,
    expected: team,
  },
  {
    route: '/assessments/:id/clauses/:clauseId',
    path: ({ open }) => `/assessments/${open}/clauses/no-such-clause`,
    expected: nobody,
  },
  {
    route: '/assessments/:id/clauses/:clauseId/sheet',
    path: ({ open, clause }) => `/assessments/${open}/clauses/${clause}/sheet`,
    expected: team,
    kind: 'fragment',
  },
  {
    route: '/assessments/:id/clauses/:clauseId/sites/:siteId',
    path: ({ open, clause }) => `/assessments/${open}/clauses/${clause}/sites/no-such-site`,
    expected: nobody,
  },
  {
    route: '/assessments/:id/clauses/:clauseId/sites/:siteId/sheet',
    path: ({ open, clause }) => `/assessments/${open}/clauses/${clause}/sites/no-such-site/sheet`,
    expected: nobody,
  },
  {
    route: '/assessments/:id/clauses/:clauseId/evidence',
    path: ({ open, clause }) => `/assessments/${open}/clauses/${clause}/evidence`,
    expected: team,
    kind: 'fragment',
  },
  { route: '/assessments/:id/ledger', path: ({ open }) => `/assessments/${open}/ledger`, expected: team, kind: 'other' },

  { route: '/assessments/:id/assignments', path: ({ open }) => `/assessments/${open}/assignments`, expected: team },
  { route: '/assessments/:id/reconciliation', path: ({ open }) => `/assessments/${open}/reconciliation`, expected: team },
  { route: '/assessments/:id/reconciliation', path: ({ finished }) => `/assessments/${finished}/reconciliation`, expected: team },
  {
    route: '/assessments/:id/reconciliation/:clauseId',
    path: ({ open, opened }) => `/assessments/${open}/reconciliation/${opened}`,
    expected: team,
  },
  {
    route: '/assessments/:id/clauses/:clauseId',
    path: ({ open, opened }) => `/assessments/${open}/clauses/${opened}`,
    expected: team,
  },
  { route: '/assessments/:id/self-assessment', path: ({ open }) => `/assessments/${open}/self-assessment`, expected: team },
  {
    route: '/assessments/:id/self-assessment',
    path: ({ finished }) => `/assessments/${finished}/self-assessment`,
    expected: teamAndCompany,
  },

  { route: '/assessments/:id/evidence', path: ({ open }) => `/assessments/${open}/evidence`, expected: teamAndCompany },
  { route: '/assessments/:id/evidence/reuse', path: ({ open }) => `/assessments/${open}/evidence/reuse`, expected: auditors },
  { route: '/integrity', path: () => '/integrity', expected: managers },
  { route: '/requests', path: () => '/requests?filter=all', expected: signedIn },
  { route: '/assessments/:id/requests', path: ({ open }) => `/assessments/${open}/requests`, expected: teamAndCompany },
  {
    route: '/assessments/:id/requests/:requestId',
    path: ({ open, request }) => `/assessments/${open}/requests/${request}`,
    expected: teamAndCompany,
  },
  { route: '/assessments/:id/samples', path: ({ open }) => `/assessments/${open}/samples`, expected: team },
  {
    route: '/assessments/:id/samples/:sampleId',
    path: ({ open, sample }) => `/assessments/${open}/samples/${sample}`,
    expected: team,
  },
  { route: '/assessments/:id/surveys', path: ({ open }) => `/assessments/${open}/surveys`, expected: team },
  {
    route: '/assessments/:id/surveys/:surveyId',
    path: ({ open, survey }) => `/assessments/${open}/surveys/${survey}`,
    expected: team,
  },
  {
    route: '/assessments/:id/surveys/:surveyId/columns',
    path: ({ open, survey }) => `/assessments/${open}/surveys/${survey}/columns`,
    expected: auditors,
  },
  {
    route: '/assessments/:id/surveys/:surveyId/rejects.csv',
    path: ({ open, survey }) => `/assessments/${open}/surveys/${survey}/rejects.csv`,
    expected: team,
    kind: 'other',
  },
  { route: '/assessments/:id/evidence', path: ({ finished }) => `/assessments/${finished}/evidence`, expected: teamAndCompany },
  {
    route: '/assessments/:id/evidence/:evidenceId',
    path: ({ open, evidence }) => `/assessments/${open}/evidence/${evidence}`,
    expected: team,
  },
  {
    route: '/assessments/:id/evidence/:evidenceId',
    path: ({ finished, evidence }) => `/assessments/${finished}/evidence/${evidence}`,
    expected: nobody,
  },
  {
    route: '/assessments/:id/evidence/:evidenceId/file',
    path: ({ open, evidence }) => `/assessments/${open}/evidence/${evidence}/file`,
    expected: team,
    kind: 'other',
  },
  {
    route: '/assessments/:id/evidence/:evidenceId/file',
    path: ({ finished, finishedEvidence }) => `/assessments/${finished}/evidence/${finishedEvidence}/file?view`,
    expected: teamAndCompany,
    kind: 'other',
  },

  { route: '/findings', path: () => '/findings', expected: signedIn },
  { route: '/findings', path: () => '/findings?show=overdue&kind=minor&search=A-', expected: signedIn },
  { route: '/findings.csv', path: () => '/findings.csv?show=all', expected: signedIn, kind: 'other' },
  // The company may look, but sees only what it was told of.
  { route: '/assessments/:id/findings', path: ({ open }) => `/assessments/${open}/findings`, expected: teamAndCompany },
  {
    route: '/assessments/:id/findings',
    path: ({ correcting }) => `/assessments/${correcting}/findings`,
    expected: teamAndCompany,
  },
  {
    route: '/assessments/:id/findings/:findingId',
    path: ({ open, raised }) => `/assessments/${open}/findings/${raised}`,
    expected: team,
  },
  {
    route: '/assessments/:id/findings/:findingId',
    path: ({ correcting, finding }) => `/assessments/${correcting}/findings/${finding}`,
    expected: teamAndCompany,
  },
  {
    route: '/assessments/:id/findings/:findingId/edit',
    path: ({ open, raised }) => `/assessments/${open}/findings/${raised}/edit`,
    expected: { ...team, root: 404 },
  },
  {
    route: '/assessments/:id/findings/:findingId/answer',
    path: ({ correcting, finding }) => `/assessments/${correcting}/findings/${finding}/answer?step=action`,
    expected: { ...nobody, dora: 200 },
  },
  {
    route: '/assessments/:id/findings/nonconformities.pdf',
    path: ({ correcting }) => `/assessments/${correcting}/findings/nonconformities.pdf`,
    expected: teamAndCompany,
    kind: 'other',
  },
  { route: '/assessments/:id/findings', path: ({ finished }) => `/assessments/${finished}/findings`, expected: teamAndCompany },
  { route: '/assessments/:id', path: ({ planned }) => `/assessments/${planned}`, expected: teamAndCompany },
  { route: '/assessments/:id', path: ({ stopped }) => `/assessments/${stopped}`, expected: teamAndCompany },
  { route: '/assessments/:id/result', path: ({ stopped }) => `/assessments/${stopped}/result`, expected: teamAndCompany },
  { route: '/assessments/:id/stop', path: ({ planned }) => `/assessments/${planned}/stop`, expected: managers },
  { route: '/assessments/:id/stop', path: ({ stopped }) => `/assessments/${stopped}/stop`, expected: nobody },
  {
    route: '/assessments/:id/reopening',
    path: ({ correcting }) => `/assessments/${correcting}/reopening`,
    expected: administrator,
  },
  { route: '/assessments/:id/completion', path: ({ correcting }) => `/assessments/${correcting}/completion`, expected: managers },
  { route: '/assessments/:id', path: ({ correcting }) => `/assessments/${correcting}`, expected: teamAndCompany },
  { route: '/assessments/:id/completion', path: ({ open }) => `/assessments/${open}/completion`, expected: managers },
  { route: '/assessments/:id/result', path: ({ open }) => `/assessments/${open}/result`, expected: team },
  { route: '/assessments/:id/result', path: ({ finished }) => `/assessments/${finished}/result`, expected: teamAndCompany },
  { route: '/assessments/:id/result', path: ({ self }) => `/assessments/${self}/result`, expected: company },
  {
    route: '/assessments/:id/report.pdf',
    path: ({ finished }) => `/assessments/${finished}/report.pdf`,
    expected: teamAndCompany,
    kind: 'other',
  },
  {
    route: '/assessments/:id/exports/yaml',
    path: ({ finished }) => `/assessments/${finished}/exports/yaml`,
    expected: teamAndCompany,
    kind: 'other',
  },
  {
    route: '/assessments/:id/exports/:form',
    path: ({ finished }) => `/assessments/${finished}/exports/json`,
    expected: teamAndCompany,
    kind: 'other',
  },
];

/** The same people, sent on to where the page is. */
function onTo(expected: Expected): Expected {
  const sent = visitors.map((visitor) => [visitor, expected[visitor] === 200 ? 303 : expected[visitor]]);
  return { ...expected, ...Object.fromEntries(sent) };
}

function all(status: number): Expected {
  return { anonymous: status, root: status, ada: status, bo: status, cai: status, dora: status, emil: status };
}

test('every route that answers GET is walked below', async () => {
  const { app } = await startTestApp();
  const routes = listRoutes(app).filter(({ method }) => method === 'get');
  const paths = [...new Set(routes.map(({ path }) => path))].map((path) => path || '/');

  expect(paths.length).toBeGreaterThan(30);
  const walked = new Set(visits.map(({ route }) => route));
  expect(paths.filter((path) => !walked.has(path))).toEqual([]);
  expect([...walked].filter((route) => !paths.includes(route))).toEqual([]);
});

const onPostgres = inject('template').startsWith('postgres:');

/** What PostgreSQL might do differently shows in one language as well as in two. */
const walkedIn = onPostgres ? languages.slice(0, 1) : languages;

/** Who is turned away depends neither on the language nor on the database: elsewhere one of them tries it for all. */
function isWorthIt({ expected }: Visit, visitor: Visitor, language: string): boolean {
  const answer = expected[visitor];
  if (answer === 200 || (language === 'en' && !onPostgres)) return true;
  return visitors.find((one) => expected[one] === answer) === visitor;
}

test.each(walkedIn)(
  'everybody sees in %s what is theirs, in order and whole, and hostile text in every field stays text',
  async (language) => {
    const testApp = await startTestApp();
    const data = await givenWalkData(testApp);
    await addFurtherRows(testApp, data);
    expect(await makeHostile(testApp, data)).toEqual([]);
    const hostile = appOverHostile(testApp);
    const problems: string[] = [];
    let pages = 0;

    for (const visitor of visitors) {
      const agent = visitor === 'anonymous' ? browser(hostile.app, language) : await hostile.as(visitor, language);
      for (const visit of visits.filter((one) => isWorthIt(one, visitor, language))) {
        const found = await look(agent, visit, visit.path(data), visitor, language);
        pages += 1;
        problems.push(...found.map((problem) => `${visitor} at ${visit.path(data)}: ${problem}`));
      }
    }
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(3 * visits.length);
    // How a page shows what stands in the database does not depend on which one it is.
    if (onPostgres) return;
    const hidden = hostileColumns.filter(({ index }) => !shown.has(index)).map(({ table, column }) => `${table}.${column}`);
    expect(hidden.filter((name) => !unseen.includes(name))).toEqual([]);
  },
  600_000,
);

test('every column of text in the database is in the lists of hostile text, or is known to hold none', async () => {
  const { deps } = await startTestApp();
  expect(await unknownTextColumns(deps.db)).toEqual([]);
  expect(await missingTextColumns(deps.db)).toEqual([]);
});

/** Marks of the columns whose hostile text was given out somewhere. */
const shown = new Set<number>();

async function look(agent: Agent, visit: Visit, path: string, visitor: Visitor, language: string): Promise<string[]> {
  const answer = await agent
    .get(path)
    .buffer(true)
    .parse((coming, done) => gather(coming, done));
  const expected = visit.expected[visitor];
  const body: Buffer = answer.body;
  const hostile = headerProblems(answer.headers);
  if (answer.status !== expected) return [...hostile, `${answer.status} instead of ${expected}`];
  if (answer.status === 303) return hostile;
  return [
    ...hostile,
    ...(onPostgres ? [] : await newProblems(answer.type, body)),
    ...shapeProblems(answer.type, body, visit, answer.status, language),
  ];
}

function shapeProblems(type: string, body: Buffer, { kind }: Visit, status: number, language: string): string[] {
  if (kind === 'other' && status === 200) return type === 'text/html' ? ['is HTML'] : [];
  if (type !== 'text/html') return [`is ${type}`];
  const html = body.toString();
  return kind === 'fragment' && status === 200 ? fragmentProblems(html, language) : problemsOf(html, language);
}

/** What was looked through for hostile text: many visitors get the same. */
const looked = new Set<string>();

async function newProblems(type: string, body: Buffer): Promise<string[]> {
  const text = body.toString('latin1');
  const content = `${type} ${createHash('sha256')
    .update(text.slice(text.indexOf('<main')))
    .digest('hex')}`;
  if (looked.has(content)) return [];
  looked.add(content);
  return outputProblems(type, body, shown);
}

/** The answer as it came, whatever its type. */
function gather(answer: NodeJS.EventEmitter, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
}

/** The shape of what was validated, without the frame around it: many visitors get the same page. */
const validated = new Set<string>();

/**
 * The markup depends neither on the language nor on the database, and looking through it takes long: each page is looked
 * through once. The frame has been by the time that everybody has seen one page of their own.
 */
function problemsOf(html: string, language: string): string[] {
  const problems = pageProblems(html, language);
  if (language !== 'en' || onPostgres) return problems;
  const content = shapeOf(html.slice(html.indexOf('<main')));
  if (validated.has(content)) return problems;
  validated.add(content);
  return [...problems, ...markupProblems(html)];
}

/** The markup with every word and number of the text as one letter: what the words are breaks no rule of HTML. */
function shapeOf(html: string): string {
  return html
    .replace(/>[^<]+/g, (text) => text.replace(/[\p{L}\p{N}]+(?:[\s,.;:()-]*[\p{L}\p{N}]+)*/gu, 'w'))
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

/** A piece of a page, judged in a page around it. */
function fragmentProblems(html: string, language: string): string[] {
  const heading = /<h1[\s>]/.test(html) ? '' : '<h1>x</h1><h2>x</h2>';
  const page = `<!doctype html>\n<html lang="${language}"><head><title>x</title></head><body><main>${heading}${html}</main></body></html>`;
  return problemsOf(page, language);
}
