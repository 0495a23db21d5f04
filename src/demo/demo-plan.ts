import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { addCompetence, addTie } from '../features/competences/competence-service.ts';
import { signStatement } from '../features/independence/statement-service.ts';
import { addAgendaItem, recordAttendance } from '../features/plans/agenda-service.ts';
import type { AgendaInput } from '../features/plans/plan-forms.ts';
import { drawSample } from '../features/plans/sampling-service.ts';
import type { Actor } from '../model/actor.ts';
import { atTime, dayFromNow } from './demo-clock.ts';
import type { DemoPeople, DemoPerson } from './demo-people.ts';

/** What the auditors can audit and until when; the third one's registration ends soon. One of them once advised a company. */
export async function addDemoCompetences(deps: Deps, by: Actor, people: DemoPeople): Promise<void> {
  const records: readonly [DemoPerson, 'senior' | 'auditor' | 'trainee', string][] = [
    [people.lead, 'senior', dayFromNow(deps, 700)],
    [people.secondAuditor, 'auditor', dayFromNow(deps, 400)],
    [people.thirdAuditor, 'trainee', dayFromNow(deps, 40)],
  ];
  for (const [{ account }, grade, to] of records) {
    const { registrationNumber } = account;
    const proof = 'CCAA 注册证书，人员档案 2024 年卷';
    await addCompetence(deps, by, account.id, {
      criteria: null,
      trade: null,
      grade,
      registrationNumber,
      from: '2024-11-01',
      to,
      proof,
    });
  }
  await addTie(deps, by, people.thirdAuditor.account.id, {
    organizationName: '明远家居有限公司',
    kind: 'consulting',
    from: dayFromNow(deps, -500),
    to: dayFromNow(deps, -200),
    note: '售后流程咨询项目',
  });
}

/** Everybody of a team states that nothing binds them to the organization. */
export async function declareDemoTeam(deps: Deps, assessmentId: string, people: readonly Actor[]): Promise<void> {
  const answers = { employment: 'no', consulting: 'no', family: 'no', finance: 'no', other: 'no' } as const;
  const why = { 'employment-why': null, 'consulting-why': null, 'family-why': null, 'finance-why': null, 'other-why': null };
  for (const actor of people) await signStatement(deps, actor, assessmentId, { ...answers, ...why, signedName: actor.name });
}

/** Sites drawn, three days of agenda, and who was at the opening meeting. */
export async function addDemoPlan(deps: Deps, assessment: Assessment, { lead, secondAuditor }: DemoPeople): Promise<void> {
  const { id, from, to } = assessment;
  const earlier = atTime(deps, new Date(deps.clock().getTime() - 5 * 86_400_000).toISOString());
  await drawSample(earlier, lead.actor, id, null);
  const both = [lead.account.id, secondAuditor.account.id];
  const add = (item: Partial<AgendaInput> & Pick<AgendaInput, 'kind' | 'from' | 'to'>) =>
    addAgendaItem(earlier, lead.actor, id, {
      title: null,
      day: from,
      site: null,
      people: both,
      clauses: [],
      revision: 0,
      ...item,
    });
  const next = dayFromNow(deps, -1);
  const opening = await add({ kind: 'opening', from: '09:00', to: '09:30' });
  await add({ kind: 'audit', title: '组织与人员：查阅制度与培训记录', from: '09:30', to: '12:00', people: [lead.account.id] });
  await add({ kind: 'audit', title: '配件仓库与维修记录', from: '09:30', to: '12:00', people: [secondAuditor.account.id] });
  await add({ kind: 'break', from: '12:00', to: '13:00' });
  await add({ kind: 'audit', title: '客户回访与投诉处理', from: '13:00', to: '17:00' });
  await add({ kind: 'team', title: '当日小结', day: next, from: '16:30', to: '17:30' });
  await add({ kind: 'closing', day: to, from: '15:30', to: '16:30' });
  await recordAttendance(deps, lead.actor, { assessmentId: id, itemId: opening }, [
    { name: lead.account.name, position: '组长', present: true },
    { name: secondAuditor.account.name, position: '审查员', present: true },
    { name: '林经理', position: '售后服务部经理', present: true },
    { name: '沈工', position: '质量工程师', present: false },
  ]);
}
