import type { TeamRole } from '../../model/assessment-rights.ts';
import { type DeclarationState, declarationState, impartialityQuestions } from '../../model/independence.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import type { Statement } from './statement-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'independence/statement': StatementPage;
    'independence/statements': StatementsPage;
  }
}

interface OfAssessment {
  readonly assessment: Pick<Assessment, 'id' | 'number' | 'from' | 'to'>;
  readonly organizationName: string;
}

export interface StatementPage extends PageFrame, OfAssessment {
  readonly name: string;
  readonly teamRole: TeamRole | null;
  readonly state: DeclarationState;
  readonly questions: typeof impartialityQuestions;
  readonly form: FormState;
  /** Own statements, the newest first. */
  readonly statements: readonly Statement[];
}

export interface StatementsPage extends PageFrame, OfAssessment {
  readonly members: readonly (Member & { readonly state: DeclarationState; readonly statements: readonly Statement[] })[];
  /** Statements of people who are no longer in the team, under their names. */
  readonly former: readonly { readonly name: string; readonly statements: readonly Statement[] }[];
  readonly missing: number;
  readonly canRule: boolean;
  readonly canAsk: boolean;
  /** Whose statement the office tried to rule on, and what was wrong; null elsewhere. */
  readonly ruling: { readonly statementId: string; readonly form: FormState } | null;
}

/** How the newest of somebody's statements stands. */
export function stateOf(statements: readonly Statement[]): DeclarationState {
  const current = statements.find(({ supersededAt }) => supersededAt === null);
  return declarationState(current ? { yes: current.yes, ruling: current.ruling?.ruling ?? null } : null);
}

/** The form as the newest statement answers it, so that a change is a matter of one field; the name is signed anew. */
export function statementFormOf([latest]: readonly Statement[]): FormState {
  if (!latest) return { values: {}, errors: {} };
  const answers = impartialityQuestions.flatMap((question): [string, string][] => [
    [question, latest.yes.includes(question) ? 'yes' : 'no'],
    [`${question}-why`, latest.explanations[question] ?? ''],
  ]);
  return { values: Object.fromEntries(answers), errors: {} };
}

/** Everybody of the team with their statements, and those of people who left. */
export function statementsByPerson(
  members: readonly Member[],
  statements: readonly Statement[],
): Pick<StatementsPage, 'members' | 'former' | 'missing'> {
  const of = (id: string) => statements.filter(({ userId }) => userId === id);
  const lines = members.map((member) => ({ ...member, statements: of(member.userId), state: stateOf(of(member.userId)) }));
  const inTeam = new Set(members.map(({ userId }) => userId));
  const gone = [...new Set(statements.map(({ userId }) => userId))].filter((id) => !inTeam.has(id));
  return {
    members: lines,
    former: gone.map((id) => ({ name: of(id)[0]?.signedName ?? '', statements: of(id) })),
    missing: lines.filter(({ state }) => state === 'missing').length,
  };
}
