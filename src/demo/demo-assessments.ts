import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import type { StartInput } from '../features/assessments/assessment-forms.ts';
import { startAssessment } from '../features/assessments/assessment-service.ts';
import type { Organization } from '../features/organizations/organization-store.ts';
import { listSites } from '../features/organizations/site-store.ts';
import type { Actor } from '../model/actor.ts';
import type { Dossier } from '../model/dossier.ts';
import { atTime, dayFromNow } from './demo-clock.ts';
import { type DemoCompanies, readExample } from './demo-companies.ts';
import { addDemoEvidence } from './demo-evidence.ts';
import { rateDemoExperience } from './demo-experience.ts';
import { carryDemoFindings, rateDemoAnew, settleFindings, stateDemoFindings } from './demo-findings.ts';
import type { DemoPeople } from './demo-people.ts';
import { addDemoPlan, declareDemoTeam } from './demo-plan.ts';
import { addDemoRatings } from './demo-ratings.ts';
import { goOn, goOnToTheEnd } from './demo-steps.ts';
import { earlierDossier } from './earlier-dossier.ts';
import { importDossier } from './import-dossier.ts';

/**
 * Six assessments: a company's own of a year ago and the audit that followed it, both finished; the other company's audit,
 * which waits for its findings; the surveillance of the first, half done; the second one's own first one, just begun; and one
 * of what the first one's customers experience, rated site by site. Returns the finished audit.
 */
export async function addDemoAssessments(deps: Deps, companies: DemoCompanies, people: DemoPeople): Promise<Assessment> {
  const audited = await readExample(deps, 'haichuan-initial.yaml');
  await addEarlier(atTime(deps, '2024-12-06T08:30:00Z'), companies.haichuan, people.haichuan.actor, earlierDossier(audited));
  const finished = await addAudit(atTime(deps, '2026-01-07T09:10:00Z'), companies.haichuan, people, audited);
  await addWaiting(deps, companies.mingyuan, people, earlierDossier(audited));

  const halfDone = await readExample(deps, 'haichuan-self.yaml');
  const surveillance = await start(deps, people.lead.actor, companies.haichuan, {
    kind: 'surveillance',
    from: dayFromNow(deps, -2),
    to: dayFromNow(deps, 1),
    lead: people.lead.account.id,
    members: [people.secondAuditor.account.id],
  });
  await declareDemoTeam(deps, surveillance.id, [people.lead.actor, people.secondAuditor.actor]);
  await addDemoPlan(deps, surveillance, people);
  await goOn(deps, people.lead.actor, surveillance);
  await importDossier(deps, [people.lead.actor, people.secondAuditor.actor], surveillance.id, halfDone);
  await addDemoRatings(deps, surveillance.id, people);
  await addDemoEvidence(deps, surveillance, people);
  await start(deps, people.mingyuan.actor, companies.mingyuan, {
    criteria: 'complaint-management@1.0.0',
    from: dayFromNow(deps, 0),
    to: dayFromNow(deps, 14),
    targetGrade: null,
  });
  await addExperience(deps, companies.haichuan, people);
  return finished;
}

/** A service test at all sites by two auditors, almost done. */
async function addExperience(deps: Deps, organization: Organization, people: DemoPeople): Promise<void> {
  const { lead, secondAuditor } = people;
  const planned = await start(deps, lead.actor, organization, {
    criteria: 'service-experience@1.1.0',
    kind: 'initial',
    from: dayFromNow(deps, -6),
    to: dayFromNow(deps, 3),
    targetGrade: 'good',
    lead: lead.account.id,
    members: [secondAuditor.account.id],
  });
  await declareDemoTeam(deps, planned.id, [lead.actor, secondAuditor.actor]);
  await rateDemoExperience(deps, await goOn(deps, lead.actor, planned), people);
}

async function addEarlier(deps: Deps, organization: Organization, by: Actor, dossier: Dossier): Promise<void> {
  const assessment = await start(deps, by, organization, { from: '2024-12-02', to: '2024-12-06' });
  await importDossier(deps, [by], assessment.id, dossier);
  await goOnToTheEnd(deps, by, assessment);
}

async function addAudit(deps: Deps, organization: Organization, people: DemoPeople, dossier: Dossier): Promise<Assessment> {
  const { lead, secondAuditor, thirdAuditor } = people;
  const { kind, from, to, targetGrade } = dossier.assessment;
  const planned = await start(deps, lead.actor, organization, {
    kind,
    from,
    to,
    targetGrade,
    lead: lead.account.id,
    members: [secondAuditor.account.id, thirdAuditor.account.id],
  });
  await declareDemoTeam(deps, planned.id, [lead.actor, secondAuditor.actor, thirdAuditor.actor]);
  const begun = await goOn(deps, lead.actor, planned);
  await importDossier(deps, [lead.actor, secondAuditor.actor, thirdAuditor.actor], begun.id, dossier);
  const closed = await goOn(deps, lead.actor, begun);
  if (closed.state === 'findings-open') {
    await settleFindings(deps, lead.actor, people.haichuan.actor, closed);
    await rateDemoAnew(deps, secondAuditor.actor, closed.id);
  }
  return goOnToTheEnd(deps, lead.actor, closed);
}

/** An audit of three weeks ago: rating is closed, and its findings are at every stage. */
async function addWaiting(deps: Deps, organization: Organization, people: DemoPeople, dossier: Dossier): Promise<void> {
  const { lead, secondAuditor, mingyuan } = people;
  const [from, to] = [dayFromNow(deps, -20), dayFromNow(deps, -18)];
  const then = atTime(deps, `${to}T08:00:00Z`);
  const planned = await start(then, lead.actor, organization, {
    kind: 'initial',
    from,
    to,
    lead: lead.account.id,
    members: [secondAuditor.account.id],
  });
  await declareDemoTeam(then, planned.id, [lead.actor, secondAuditor.actor]);
  const begun = await goOn(then, lead.actor, planned);
  await importDossier(then, [lead.actor, secondAuditor.actor], begun.id, dossier);
  await stateDemoFindings(then, lead.actor, begun);
  const closed = await goOn(then, lead.actor, begun);
  await carryDemoFindings(deps, { lead: lead.actor, company: mingyuan.actor }, closed);
}

type Days = Pick<StartInput, 'from' | 'to'>;

/** A self-assessment of all sites unless something else is said. */
async function start(deps: Deps, by: Actor, { id }: Organization, input: Days & Partial<StartInput>): Promise<Assessment> {
  const sites = await listSites(deps.db, id);
  return startAssessment(deps, by, {
    organization: id,
    criteria: 'after-sales-maturity@1.0.0',
    kind: 'self',
    sites: sites.map((site) => site.id),
    lead: null,
    members: [],
    targetGrade: 'four-star',
    heldGrade: null,
    heldSince: null,
    ...input,
  });
}
