import type { Language } from '../i18n/language.ts';

export const roles = ['administrator', 'lead-auditor', 'auditor', 'company-member'] as const;
export type Role = (typeof roles)[number];

/** The signed-in person on whose behalf something is done. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Set for company members only. */
  readonly organizationId: string | null;
  /** Their chosen language; null: as the browser says. */
  readonly language: Language | null;
}
