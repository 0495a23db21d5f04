import { describe, expect, test } from 'vitest';
import { type Actor, type BodyRole, bodyRoles, type CompanyRole, companyRoles, roles } from '../../src/model/actor.ts';
import {
  type AssessmentDeed,
  assessmentDeeds,
  assessmentRules,
  assessmentStates,
  beforeDeclaring,
  mayEver,
  rightsIn,
  type Standing,
  standingsOf,
  type TeamRole,
  teamRoles,
} from '../../src/model/assessment-rights.ts';
import { assessmentDeedIn, kindsToStart, may, partsFor } from '../../src/model/permissions.ts';

const actor = (body: readonly BodyRole[], companies: Actor['companies'] = []): Actor => ({
  ...{ id: 'x', name: 'X', language: null, origin: null },
  roles: body,
  companies,
});
const of = (role: CompanyRole, organizationId = 'ours') => actor([], [{ organizationId, role }]);
const everybody = [...bodyRoles.map((role) => actor([role])), ...companyRoles.map((role) => of(role))];
const place = { kind: 'initial', state: 'in-progress', organizationId: 'ours', teamRole: null, declared: true } as const;

describe('by role', () => {
  test('what is open to all is open to whoever has no role at all', () => {
    expect(may(actor([]), 'public')).toBe(true);
    expect(may(actor([]), 'signed-in')).toBe(true);
    for (const deed of ['people.manage', 'assessments.view', 'assessment.follow', 'criteria.view'] as const)
      expect(may(actor([]), deed)).toBe(false);
  });

  test('only the office changes criteria, people and what is kept of them', () => {
    const who = (deed: Parameters<typeof may>[1]) =>
      roles.filter((role) =>
        everybody.some((one) => may(one, deed) && [...one.roles, ...one.companies.map((c) => c.role)].includes(role)),
      );
    expect(who('people.manage')).toEqual(['administrator']);
    expect(who('mail.manage')).toEqual(['administrator']);
    expect(who('privacy.manage')).toEqual(['administrator']);
    expect(who('criteria.manage')).toEqual(['administrator', 'programme-manager']);
    expect(who('audit-trail.view')).toEqual(['administrator', 'programme-manager']);
    expect(who('competences.manage')).toEqual(['administrator', 'programme-manager']);
  });

  test('more roles allow what one of them allows, nothing less', () => {
    for (const deed of ['people.manage', 'competences.list', 'assessment.rate', 'assessment.lead'] as const)
      expect(may(actor(['observer', 'administrator', 'lead-auditor']), deed)).toBe(true);
  });

  test('the role of a deed in assessments is that of some standing which the role can come to have', () => {
    for (const deed of assessmentDeeds)
      for (const one of everybody) {
        const reachable = [null, ...partsFor(one.roles)].some((teamRole) =>
          (['initial', 'self'] as const).some((kind) => mayEver(one, { ...place, kind, teamRole }, deed)),
        );
        expect(may(one, `assessment.${deed}`), `${one.roles}${one.companies.map(({ role }) => role)} ${deed}`).toBe(reachable);
      }
  });

  test('a deed in an assessment is told from others by its name', () => {
    expect(assessmentDeedIn('assessment.rate')).toBe('rate');
    expect(assessmentDeedIn('assessments.view')).toBeNull();
    expect(assessmentDeedIn('public')).toBeNull();
  });
});

describe('starting and teams', () => {
  test('companies rate themselves, the body audits too, others start nothing', () => {
    expect(kindsToStart(of('company-member'))).toEqual(['self']);
    expect(kindsToStart(of('company-manager'))).toEqual(['self']);
    expect(kindsToStart(actor(['lead-auditor']))).toContain('initial');
    for (const role of ['auditor', 'technical-expert', 'mystery-shopper', 'reviewer', 'decision-maker', 'observer'] as const)
      expect(kindsToStart(actor([role]))).toEqual([]);
  });

  test('only a lead auditor leads; who reviews and decides has no part in a team', () => {
    expect(bodyRoles.filter((role) => partsFor([role]).includes('leader'))).toEqual(['lead-auditor']);
    for (const role of ['reviewer', 'decision-maker', 'administrator', 'programme-manager', 'company-member'] as const)
      expect(partsFor([role])).toEqual([]);
  });
});

describe('in one assessment', () => {
  test('standings come from part, office, observing and company, and nothing else', () => {
    const standing = (one: Actor, teamRole: TeamRole | null, kind: 'initial' | 'self' = 'initial') =>
      standingsOf(one, { ...place, kind, teamRole });
    expect(standing(actor(['auditor']), null)).toEqual([]);
    expect(standing(actor(['auditor']), 'auditor')).toEqual(['auditor']);
    expect(standing(actor(['programme-manager']), 'auditor')).toEqual(['auditor', 'office']);
    expect(standing(actor(['observer']), null)).toEqual(['observer']);
    expect(standing(of('company-member'), null)).toEqual(['company']);
    expect(standing(of('company-member'), 'auditor', 'self')).toEqual(['self-assessor']);
    expect(standing(of('company-manager', 'theirs'), null, 'self')).toEqual([]);
  });

  test('the rights are the table, row by row and state by state', () => {
    const holders: readonly [Standing, Actor, TeamRole | null, 'initial' | 'self'][] = [
      ...teamRoles.map((part): [Standing, Actor, TeamRole, 'initial'] => [part, actor(['auditor']), part, 'initial']),
      ['office', actor(['administrator']), null, 'initial'],
      ['company', of('company-member'), null, 'initial'],
      ['self-assessor', of('company-member'), null, 'self'],
    ];
    for (const [standing, one, teamRole, kind] of holders)
      for (const state of assessmentStates) {
        const rights = rightsIn(one, { ...place, kind, state, teamRole });
        for (const deed of assessmentDeeds)
          expect(rights[deed], `${standing} ${deed} ${state}`).toBe(inTable(deed, standing, state));
      }
  });

  test('nobody of another company, and no auditor outside the team, has any right', () => {
    for (const one of [of('company-manager', 'theirs'), actor(['lead-auditor']), actor(['reviewer']), actor([])])
      for (const kind of ['initial', 'self'] as const)
        expect(Object.values(rightsIn(one, { ...place, kind })).some(Boolean)).toBe(false);
  });

  test('who has not stated their impartiality changes nothing that is rated', () => {
    const rights = rightsIn(actor(['auditor']), { ...place, teamRole: 'leader', declared: false });
    expect(assessmentDeeds.filter((deed) => rights[deed]).every((deed) => beforeDeclaring.includes(deed))).toBe(true);
    expect(rights.rate || rights.handIn || rights.judgeEvidence || rights.finish).toBe(false);
    // What they may do by their office does not wait.
    expect(rightsIn(actor(['administrator']), { ...place, teamRole: 'auditor', declared: false }).assign).toBe(true);
  });

  test('an accreditation observer sees everything and changes nothing', () => {
    const reading = [
      'follow',
      'view',
      'compareRaters',
      'seeEvidence',
      'seeRequests',
      'seeFindings',
      'seePlan',
      'trail',
      'trailInFull',
    ];
    for (const state of assessmentStates) {
      const rights = rightsIn(actor(['observer']), { ...place, state });
      expect(assessmentDeeds.filter((deed) => rights[deed] && !reading.includes(deed))).toEqual([]);
      expect(rights.view && rights.seeEvidence).toBe(true);
    }
  });
});

function inTable(deed: AssessmentDeed, standing: Standing, state: (typeof assessmentStates)[number]): boolean {
  const rules: readonly { readonly who: readonly Standing[]; readonly when: readonly string[] }[] = assessmentRules[deed];
  return rules.some(({ who, when }) => who.includes(standing) && when.includes(state));
}
