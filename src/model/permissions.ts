import { type Actor, bodyRoles, companyRoles, isOfCompany, type Role, roles, rolesOf } from './actor.ts';
import { type AssessmentDeed, assessmentRules, type Standing, type TeamRole, teamRoles } from './assessment-rights.ts';
import type { AssessmentKind } from './dossier.ts';

/** Deeds that depend on the role alone; which things they concern, the queries decide. */
const roleRules = {
  'people.manage': ['administrator'],
  /** Sees and invites people of one's own companies. */
  'colleagues.manage': ['company-manager'],
  'organizations.view': roles,
  'organizations.manage': ['administrator', 'programme-manager', 'lead-auditor'],
  'criteria.view': roles,
  'criteria.manage': ['administrator', 'programme-manager'],
  'audit-trail.view': ['administrator', 'programme-manager'],
  'mail.manage': ['administrator'],
  /** For how long what is kept, and legal holds. */
  'privacy.manage': ['administrator'],
  /** One's own competence; whoever may list them sees roles's. */
  'competences.view': bodyRoles,
  'competences.list': ['administrator', 'programme-manager', 'lead-auditor'],
  'competences.manage': ['administrator', 'programme-manager'],
  'assessments.view': roles,
  /** Companies see their own. */
  'certificates.view': roles,
  /** The body's name on certificates, its key, statistics. */
  'certificates.manage': ['administrator', 'programme-manager'],
  /** The audits in the life of certificates, planned and ordered. */
  'programme.manage': ['administrator', 'programme-manager'],
  /** The table by which working days are counted. */
  'holidays.manage': ['administrator', 'programme-manager'],
  /** Appeals and complaints: the office sees all, an investigator theirs, a company its appeals; the queries decide. */
  'disputes.view': ['administrator', 'programme-manager', 'lead-auditor', 'reviewer', 'decision-maker', ...companyRoles],
  'disputes.manage': ['administrator', 'programme-manager'],
  'disputes.investigate': ['administrator', 'programme-manager', 'lead-auditor', 'reviewer', 'decision-maker'],
  'disputes.appeal': ['company-manager'],
  /** How the body's papers look. */
  'brand.manage': ['administrator', 'programme-manager'],
  /** Assessments that were made elsewhere and come as files. */
  'received.manage': ['administrator', 'programme-manager'],
  /** How all organizations stand. */
  'portfolio.view': ['administrator', 'programme-manager'],
  /** Has everything that is stored hashed again. */
  'files.verify': ['administrator', 'programme-manager', 'lead-auditor'],
  /** Certifications: a company sees its own, a leader those of their audits; the queries decide. */
  'cases.view': ['administrator', 'programme-manager', 'lead-auditor', 'reviewer', 'decision-maker', ...companyRoles],
  'cases.apply': ['company-manager'],
  'cases.manage': ['administrator', 'programme-manager'],
  'cases.lead': ['lead-auditor'],
  'cases.review': ['reviewer'],
  'cases.decide': ['decision-maker'],
  'assessments.start': ['administrator', 'programme-manager', 'lead-auditor', ...companyRoles],
} as const satisfies Record<string, readonly Role[]>;

export const roleDeeds = Object.keys(roleRules) as readonly (keyof typeof roleRules)[];

/**
 * What a route is for. `public`: whoever comes by; `signed-in`: whoever is signed in; `assessment.…`: a deed in one
 * assessment, which the standing of the person in it decides (`assessment-rights.ts`).
 */
export type Deed = 'public' | 'signed-in' | keyof typeof roleRules | `assessment.${AssessmentDeed}`;

/** Whether somebody may do such a thing at all, to some thing or other. */
export function may(actor: Actor, deed: Deed): boolean {
  if (deed === 'public' || deed === 'signed-in') return true;
  return rolesOf(actor).some((role) => mayInRole(role, deed));
}

function mayInRole(role: Role, deed: Exclude<Deed, 'public' | 'signed-in'>): boolean {
  const right = assessmentDeedIn(deed);
  if (right !== null) {
    const rules: readonly { readonly who: readonly Standing[] }[] = assessmentRules[right];
    return rules.some(({ who }) => standingsWith(role).some((standing) => who.includes(standing)));
  }
  const allowed: readonly Role[] = roleRules[deed as keyof typeof roleRules];
  return allowed.includes(role);
}

/** The deed in one assessment that a route is for; null when it is for something else. */
export function assessmentDeedIn(deed: Deed): AssessmentDeed | null {
  return deed.startsWith('assessment.') ? (deed.slice('assessment.'.length) as AssessmentDeed) : null;
}

/** How somebody in that role can come to stand to an assessment. */
function standingsWith(role: Role): readonly Standing[] {
  const parts = partsFor([role]);
  switch (role) {
    case 'administrator':
    case 'programme-manager':
      return ['office', ...parts];
    case 'company-manager':
    case 'company-member':
      return ['self-assessor', 'company'];
    default:
      return parts;
  }
}

/** Parts in a team that somebody with these roles can be given, in the order of the parts. Only a lead auditor leads. */
export function partsFor(held: readonly Role[]): TeamRole[] {
  return teamRoles.filter((part) => held.some((role) => partsOf[role]?.includes(part)));
}

const partsOf: Readonly<Partial<Record<Role, readonly TeamRole[]>>> = {
  'lead-auditor': ['leader', 'auditor', 'technical-expert', 'mystery-shopper', 'observer'],
  auditor: ['auditor', 'technical-expert', 'mystery-shopper', 'observer'],
  'technical-expert': ['technical-expert', 'observer'],
  'mystery-shopper': ['mystery-shopper'],
  observer: ['observer'],
};

/** Which kinds of assessment somebody may start: companies rate themselves, the body audits. */
export function kindsToStart(actor: Actor): readonly AssessmentKind[] {
  if (!may(actor, 'assessments.start')) return [];
  return isOfCompany(actor) ? ['self'] : ['initial', 'surveillance', 'recertification', 'special', 'self'];
}
