import type { TeamRole } from './assessment-rights.ts';
import { addYears } from './calendar.ts';
import type { CompetenceGap } from './competence.ts';
import type { IsoDate } from './dossier.ts';

/** What an impartiality statement asks, each answered yes or no. */
export const impartialityQuestions = ['employment', 'consulting', 'family', 'finance', 'other'] as const;
export type ImpartialityQuestion = (typeof impartialityQuestions)[number];

/** How the office ruled on a statement that has a yes. */
export type ConflictRuling = 'accepted' | 'removed';

/** `missing`: not signed; `clear`: every answer no; `conflict`: waits for the office; else as the office ruled. */
export type DeclarationState = 'missing' | 'clear' | 'conflict' | ConflictRuling;

/** State of the latest statement; null: there is none. */
export function declarationState(
  statement: { readonly yes: readonly ImpartialityQuestion[]; readonly ruling: ConflictRuling | null } | null,
): DeclarationState {
  if (statement === null) return 'missing';
  if (statement.yes.length === 0) return 'clear';
  return statement.ruling ?? 'conflict';
}

/** Whether somebody may work in the audit on the ground of that statement. */
export function isDeclared(state: DeclarationState): boolean {
  return state === 'clear' || state === 'accepted';
}

/** Time that somebody was employed by an organization or advised it. */
export interface PastTie {
  readonly kind: 'employment' | 'consulting';
  readonly from: IsoDate;
  /** Last day; null: it goes on. */
  readonly to: IsoDate | null;
}

/** Years that must lie between the end of a tie and an audit, as accreditation asks of auditors. */
export const yearsApart = 2;

/**
 * The day from which the person may audit the organization again: the same day two years after the last one; null: the
 * tie goes on. Consulting and employment count alike.
 */
export function freeFrom({ to }: PastTie): IsoDate | null {
  return to === null ? null : addYears(to, yearsApart);
}

/** Ties that still bind on the days of an audit. One that begins after its last day binds nobody yet. */
export function bindingTies(ties: readonly PastTie[], audit: { readonly from: IsoDate; readonly to: IsoDate }): PastTie[] {
  return ties.filter((tie) => {
    const free = freeFrom(tie);
    return tie.from <= audit.to && (free === null || free > audit.from);
  });
}

/** What somebody declared of an organization in another audit of it. */
export interface OtherDeclaration {
  /** Id of the statement. */
  readonly id: string;
  /** Number of that audit. */
  readonly number: string;
  /** The questions answered yes; at least one. */
  readonly yes: readonly ImpartialityQuestion[];
  readonly state: 'conflict' | ConflictRuling;
  /** Day of the signature. */
  readonly day: IsoDate;
}

/**
 * Declarations in other audits that still bind on the days of this one: what ties somebody to an organization ties them in
 * every audit of it, for as many years after the signature as after employment or consulting.
 */
export function bindingDeclarations(all: readonly OtherDeclaration[], audit: { readonly from: IsoDate }): OtherDeclaration[] {
  return all.filter(({ day }) => addYears(day, yearsApart) > audit.from);
}

/** Declarations that bind when the audit begins on the new first day, and did not on the old one. */
export function declarationsBoundAnew(all: readonly OtherDeclaration[], oldFrom: IsoDate, newFrom: IsoDate): OtherDeclaration[] {
  const before = bindingDeclarations(all, { from: oldFrom });
  return bindingDeclarations(all, { from: newFrom }).filter((one) => !before.includes(one));
}

/** What stands against giving somebody a part in an audit. */
export type Objection =
  | { readonly rule: 'part'; readonly teamRole: TeamRole }
  | { readonly rule: 'competence'; readonly gap: CompetenceGap }
  | { readonly rule: 'tie'; readonly tie: PastTie }
  | { readonly rule: 'conflict'; readonly state: 'conflict' | 'removed' }
  | {
      readonly rule: 'declared-elsewhere';
      readonly state: OtherDeclaration['state'];
      readonly number: string;
      readonly free: IsoDate;
    }
  | { readonly rule: 'busy'; readonly number: string };

/** What is known of somebody who shall have a part in an audit. */
export interface AssignmentFacts {
  readonly teamRole: TeamRole;
  /** Parts that their role in the body allows. */
  readonly parts: readonly TeamRole[];
  readonly competence: CompetenceGap | null;
  readonly ties: readonly PastTie[];
  /** State of their statement in this audit. */
  readonly declaration: DeclarationState;
  /** What they declared in other audits of the organization. */
  readonly elsewhere: readonly OtherDeclaration[];
  /** Numbers of other audits on the same days. */
  readonly busyIn: readonly string[];
  readonly audit: { readonly from: IsoDate; readonly to: IsoDate };
}

/** Every rule that the assignment breaks. */
export function objectionsTo(facts: AssignmentFacts): Objection[] {
  const { teamRole, parts, competence, ties, declaration, elsewhere, busyIn, audit } = facts;
  return [
    ...(parts.includes(teamRole) ? [] : [{ rule: 'part', teamRole } as const]),
    ...(competence ? [{ rule: 'competence', gap: competence } as const] : []),
    ...bindingTies(ties, audit).map((tie) => ({ rule: 'tie', tie }) as const),
    ...(declaration === 'conflict' || declaration === 'removed' ? [{ rule: 'conflict', state: declaration } as const] : []),
    ...bindingDeclarations(elsewhere, audit).map(({ state, number, day }) => {
      return { rule: 'declared-elsewhere', state, number, free: addYears(day, yearsApart) } as const;
    }),
    ...busyIn.map((number) => ({ rule: 'busy', number }) as const),
  ];
}

/** Whether the assignment is refused for it; else it is only told. `competence` is refused where it is asked for. */
export function isRefusal(objection: Objection, competenceAsked: boolean): boolean {
  const { rule } = objection;
  // What was accepted there has to be declared and ruled on here before the person may work; they may be named.
  if (rule === 'declared-elsewhere') return objection.state !== 'accepted';
  return rule === 'competence' ? competenceAsked : rule !== 'busy';
}
