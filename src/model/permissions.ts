import type { Actor, Role } from './actor.ts';
import type { AssessmentKind } from './dossier.ts';

/** Deeds that depend on the role alone. */
const rolesOf = {
  'people.manage': ['administrator'],
  'organizations.view': ['administrator', 'lead-auditor', 'auditor', 'company-member'],
  'organizations.manage': ['administrator', 'lead-auditor'],
  'criteria.view': ['administrator', 'lead-auditor', 'auditor', 'company-member'],
  'criteria.manage': ['administrator'],
  'assessments.view': ['administrator', 'lead-auditor', 'auditor', 'company-member'],
  'assessments.start': ['administrator', 'lead-auditor', 'company-member'],
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof rolesOf;

/** Whether somebody in that role may do such a thing at all; which things, the queries decide. */
export function may(actor: Actor, deed: Deed): boolean {
  const allowed: readonly Role[] = rolesOf[deed];
  return allowed.includes(actor.role);
}

/** Which kinds of assessment somebody may start: companies rate themselves, the body audits. */
export function kindsToStart(actor: Actor): readonly AssessmentKind[] {
  if (actor.role === 'company-member') return ['self'];
  if (may(actor, 'assessments.start')) return ['initial', 'surveillance', 'recertification', 'special', 'self'];
  return [];
}

/** What somebody may do in one assessment, from their place in it. */
export interface AssessmentRights {
  /** Sees ratings, evidence and result as they stand. */
  readonly view: boolean;
  /** Rates, hands in evidence, states findings, while it is open. */
  readonly rate: boolean;
  /** Changes dates, sites and team, and finishes it. */
  readonly lead: boolean;
}

/** How somebody stands to an assessment. */
export interface AssessmentPlace {
  readonly kind: AssessmentKind;
  readonly finished: boolean;
  readonly inTeam: boolean;
  readonly leads: boolean;
  readonly ofOrganization: boolean;
}

/**
 * The administrator sees all but rates only as a member of the team, so that every rating is an auditor's. A company
 * works on its own self-assessments; an audit of it becomes visible to it when it is finished.
 */
export function rightsIn(actor: Actor, place: AssessmentPlace): AssessmentRights {
  const ownSelf = actor.role === 'company-member' && place.ofOrganization && place.kind === 'self';
  const ownAudit = actor.role === 'company-member' && place.ofOrganization && place.finished;
  const administrator = actor.role === 'administrator';
  const works = place.inTeam || ownSelf;

  return {
    view: administrator || works || ownAudit,
    rate: works && !place.finished,
    lead: (administrator || place.leads || ownSelf) && !place.finished,
  };
}
