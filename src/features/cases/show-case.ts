import type { Response } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf, formatters } from '../../i18n/format.ts';
import { hasRole, isOfCompany } from '../../model/actor.ts';
import { type CaseState, caseDeeds } from '../../model/case-life.ts';
import { stateOfCertificate } from '../../model/certificate-life.ts';
import type { CheckStage } from '../../model/certification-rule.ts';
import type { FormState } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listCandidates } from '../assessments/team-store.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { listOffered } from '../criteria/library-store.ts';
import { limitText } from '../evidence/receive-upload.ts';
import { listSites } from '../organizations/site-store.ts';
import type { CertificationCase } from './case.ts';
import { checklistLines } from './case-check-pages.ts';
import { listChecked } from './case-check-store.ts';
import { readCaseRule } from './case-checklist.ts';
import { listDecisions } from './case-decision-store.ts';
import { type CasePage, criteriaOptions, decisionOptions, deedsNow, missingWords, paperLines } from './case-pages.ts';
import { findOptionalAgreement, listCaseSteps, listDocuments } from './case-record-store.ts';
import { findCase, sidesIn } from './case-store.ts';
import { readAuditFacts } from './decision-service.ts';
import { listOpenAppeals } from './open-appeal-store.ts';

/** Answers with the page of a case, with what was typed into one of its forms. */
export async function showCase(deps: Deps, res: Response, id: string, typed: CasePage['typed'], form: FormState): Promise<void> {
  const { db } = deps;
  const actor = actorOf(res);
  const t = translatorOf(res);
  const found = await findCase(db, actor, id);
  const today = dayOf(deps.clock(), deps.config.timeZone);
  const kept = found.certificateId === null ? null : await findCertificate(db, found.certificateId);
  const certificate = kept && { number: kept.number, state: stateOfCertificate(kept, today), validUntil: kept.validUntil };
  const sides = await sidesIn(db, actor, found);
  const deeds = deedsNow(found, sides, certificate?.state ?? null);
  const facts = await readAuditFacts(deps, found);
  const language = languageOf(res);
  const rule = await readCaseRule(deps, found);
  const documents = await listDocuments(db, id);
  const papers = paperLines(rule, found, documents, language);
  renderPage(res, 'cases/show', {
    title: `${found.number} · ${found.organization}`,
    found,
    href: `/cases/${id}`,
    ...(await namesIn(deps, res, found)),
    documents,
    papers,
    checklists: isOfCompany(actor)
      ? []
      : checklistLines(rule, await listChecked(db, id), { href: `/cases/${id}`, stages: stagesBy(found.state) }),
    agreement: await findOptionalAgreement(db, id),
    certificate,
    steps: await listCaseSteps(db, id),
    decisions: await listDecisions(db, id),
    result: facts?.result?.[language] ?? null,
    mayReadReport: facts !== null && hasRole(actor, 'reviewer', 'decision-maker', 'administrator', 'programme-manager'),
    mayAppeal: sides.includes('company') && found.submittedAt !== null,
    deeds: caseDeeds.filter((deed) => deeds.includes(deed)),
    decisionKinds: decisionOptions(deeds, t),
    openAppeals: isOfCompany(actor) ? [] : await listOpenAppeals(db, id),
    leaders: deeds.includes('start') ? await leaderOptions(deps) : [],
    missing: deeds.includes('submit') || deeds.includes('answer') ? missingWords(found, papers, t, namesOf(deps, res)) : '',
    limit: limitText(deps.config.uploadLimit),
    typed,
    form,
    today,
  });
}

/** The checklists that are of interest in that state. */
function stagesBy(state: CaseState): CheckStage[] {
  const later = ['in-audit', 'returned', 'reviewed', 'certified', 'rejected'].includes(state);
  return [...(state === 'draft' ? [] : ['application' as const]), ...(later ? (['review', 'decision'] as const) : [])];
}

function namesOf({ config }: Deps, res: Response): (list: readonly string[]) => string {
  return formatters(languageOf(res), config.timeZone).names;
}

async function namesIn(deps: Deps, res: Response, { application, organizationId }: CertificationCase) {
  const sites = (await listSites(deps.db, organizationId)).filter(({ id }) => application.sites.includes(id));
  const options = application.criteria === null ? [] : criteriaOptions(await listOffered(deps), languageOf(res));
  const chosen = options.find(({ value }) => value === application.criteria);
  return {
    criteria: chosen?.label ?? application.criteria?.split('|')[0] ?? null,
    sites: namesOf(deps, res)(sites.map(({ name }) => name)),
  };
}

async function leaderOptions({ db }: Deps) {
  return (await listCandidates(db)).filter(({ canLead }) => canLead).map(({ id, name }) => ({ value: id, label: name }));
}
