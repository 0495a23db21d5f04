import type { Message } from '../../i18n/translate.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import type { DeclarationState } from '../../model/independence.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import type { NamedObjection } from '../assessments/assignment-check.ts';
import type { Candidate, Departure } from '../assessments/team-store.ts';
import type { AgendaLine } from '../plans/plan-words.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'teams/team': TeamPage;
    'teams/removal': RemovalPage;
  }
}

interface OfAssessment {
  readonly assessment: Pick<Assessment, 'id' | 'number' | 'from' | 'to'>;
  readonly organizationName: string;
}

export interface TeamLine extends Member {
  readonly declaration: DeclarationState;
  /** What stands against the person now, be it refused or only to be known. */
  readonly remarks: readonly Message[];
  /** Other parts that the person can be given. */
  readonly otherParts: readonly TeamRole[];
}

export interface TeamPage extends PageFrame, OfAssessment {
  readonly members: readonly TeamLine[];
  readonly departures: readonly Departure[];
  readonly hasLeader: boolean;
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly onlyAble: boolean;
  readonly form: FormState;
}

export interface RemovalPage extends PageFrame, OfAssessment {
  readonly member: Pick<Member, 'userId' | 'name' | 'teamRole'>;
  /** Items of the agenda that name the person. */
  readonly openItems: readonly AgendaLine[];
  readonly form: FormState;
}

export function teamLine(
  member: Member,
  declarations: ReadonlyMap<string, DeclarationState>,
  objections: readonly NamedObjection[],
  candidates: readonly Candidate[],
): TeamLine {
  const parts = candidates.find(({ id }) => id === member.userId)?.parts ?? [];
  return {
    ...member,
    declaration: declarations.get(member.userId) ?? 'missing',
    remarks: objections.map(({ text }) => text),
    otherParts: member.teamRole === 'leader' ? [] : parts.filter((part) => part !== member.teamRole),
  };
}
