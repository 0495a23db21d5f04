import type { Language } from '../i18n/language.ts';
import type { Origin } from './origin.ts';

/** Roles of the certification body's own people, wherever they work in it. */
export const bodyRoles = [
  'administrator',
  'programme-manager',
  'lead-auditor',
  'auditor',
  'technical-expert',
  'mystery-shopper',
  'reviewer',
  'decision-maker',
  'observer',
] as const;
export type BodyRole = (typeof bodyRoles)[number];

/** Roles of those who audit: they can be registered, and be members of a team who rate. */
export const auditorRoles: readonly BodyRole[] = ['lead-auditor', 'auditor'];

/** Roles in an assessed company; each holds for that company alone. */
export const companyRoles = ['company-manager', 'company-member'] as const;
export type CompanyRole = (typeof companyRoles)[number];

export const roles = [...bodyRoles, ...companyRoles] as const;
export type Role = (typeof roles)[number];

/** A place in one company. */
export interface CompanyPlace {
  readonly organizationId: string;
  readonly role: CompanyRole;
}

/**
 * The signed-in person on whose behalf something is done. Somebody works for the body or for companies, never for both:
 * an auditor's independence begins there.
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly BodyRole[];
  readonly companies: readonly CompanyPlace[];
  /** Their chosen language; null: as the browser says. */
  readonly language: Language | null;
  /** From where this request came; null: no request, the program does it for them. */
  readonly origin: Origin | null;
}

/** Whether somebody has one of these roles in the body. */
export function hasRole(actor: Actor, ...wanted: readonly BodyRole[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

/** Whether somebody works for an assessed company. */
export function isOfCompany(actor: Actor): boolean {
  return actor.companies.length > 0;
}

export function worksFor(actor: Actor, organizationId: string): boolean {
  return actor.companies.some((place) => place.organizationId === organizationId);
}

/** Ids of the companies that somebody works for; empty for the body's people. */
export function companyIdsOf({ companies }: Pick<Actor, 'companies'>): string[] {
  return companies.map(({ organizationId }) => organizationId);
}

/** Every role that somebody has anywhere. */
export function rolesOf({ roles, companies }: Pick<Actor, 'roles' | 'companies'>): Role[] {
  return [...roles, ...new Set(companies.map(({ role }) => role))];
}
