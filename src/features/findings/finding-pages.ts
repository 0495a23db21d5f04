import type { Language } from '../../i18n/language.ts';
import type { Ground } from '../../model/adjustment-rules.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { Criteria, FindingGrade } from '../../model/criteria.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { deedsOf, dueOf, isOpen, isOverdue, needsAnswer } from '../../model/finding-life.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { FormDeed } from './deed-forms.ts';
import { deedForms, formDeeds } from './deed-forms.ts';
import type { FindingEvent, StoredFinding } from './finding.ts';
import { factsOf } from './finding-facts.ts';
import type { AnswerStep } from './finding-forms.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'findings/findings': FindingsPage;
    'findings/finding': FindingPage;
    'findings/edit': EditFindingPage;
    'findings/answer': AnswerPage;
  }
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A finding as lists and its own page show it. */
export interface FindingLine extends StoredFinding {
  readonly clauseName: string | null;
  readonly groundLabel: string | null;
  /** By when the company has to act next; null while it is not its turn. */
  readonly due: IsoDate | null;
  readonly overdue: boolean;
}

/** What can be chosen when a finding is stated. */
export interface StatementChoices {
  readonly grades: readonly FindingGrade[];
  readonly clauses: readonly Choice[];
  readonly sites: readonly Choice[];
  readonly evidence: readonly Choice[];
}

interface AssessmentRef {
  readonly id: string;
  readonly number: string;
}

export interface FindingsPage extends PageFrame, StatementChoices {
  readonly assessment: AssessmentRef;
  readonly canState: boolean;
  readonly findings: readonly FindingLine[];
  /** null: nothing can be issued now. */
  readonly issue: { readonly count: number; readonly toAnswer: number; readonly form: FormState } | null;
  /** There are nonconformity forms to print. */
  readonly printable: boolean;
  readonly forCompany: boolean;
  /** null: the criteria have no such thing. */
  readonly deduction: AdjustmentOffer | null;
  readonly bonus: AdjustmentOffer | null;
  readonly findingForm: FormState;
  readonly deductionForm: FormState;
  readonly bonusForm: FormState;
}

export interface AdjustmentOffer {
  readonly points: string;
  readonly grounds: readonly Choice[];
  readonly failsAt: number | null;
  readonly full: boolean;
}

export interface FindingPage extends PageFrame {
  readonly assessment: AssessmentRef;
  readonly finding: FindingLine;
  readonly events: readonly FindingEvent[];
  readonly answered: boolean;
  /** The answer is there for this reader: the company always sees its own, the team what was sent. */
  readonly showsAnswer: boolean;
  readonly canChange: boolean;
  readonly canIssue: boolean;
  readonly canAnswer: boolean;
  readonly canProve: boolean;
  readonly deeds: readonly {
    readonly deed: FormDeed;
    readonly action: string;
    readonly text: string;
    readonly day: string | null;
  }[];
  /** The reader sees the clauses and all evidence. */
  readonly showsAll: boolean;
  /** Ids of its evidence that the reader can open. */
  readonly opens: readonly string[];
  /** The form that was refused. */
  readonly refused: { readonly name: string; readonly form: FormState } | null;
  readonly latest: { readonly answerDue: IsoDate | null; readonly correctionDue: IsoDate | null };
}

export interface EditFindingPage extends PageFrame, StatementChoices {
  readonly assessment: AssessmentRef;
  readonly action: string;
  readonly form: FormState;
}

export interface AnswerPage extends PageFrame {
  readonly assessment: AssessmentRef;
  readonly finding: FindingLine;
  /** Why the last answer was not enough; null when it was not returned. */
  readonly returned: string | null;
  readonly steps: readonly { readonly step: AnswerStep; readonly href: string; readonly done: boolean }[];
  readonly step: AnswerStep;
  readonly action: string;
  readonly form: FormState;
}

export function toFindingLine(finding: StoredFinding, criteria: Criteria, today: IsoDate, language: Language): FindingLine {
  const due = dueOf(finding.kind, finding.state, finding);
  const rule = finding.kind === 'bonus' ? criteria.bonus : criteria.deduction;
  const ground = rule?.grounds.find(({ id }) => id === finding.ground);
  return {
    ...finding,
    clauseName: finding.clause === null ? null : clauseName(criteria, finding.clause, language),
    groundLabel: ground ? textIn(ground.label, language, criteria.language) : null,
    due,
    overdue: isOverdue(due, today),
  };
}

export type FindingPowers = Pick<
  FindingPage,
  'canChange' | 'canIssue' | 'canAnswer' | 'canProve' | 'deeds' | 'answered' | 'showsAnswer'
>;

/** What somebody with these rights can do with a finding as it stands. */
export function powersOver(finding: StoredFinding, rights: AssessmentRights, base: string): FindingPowers {
  const facts = factsOf(finding);
  const can = new Set([...(rights.followUp ? deedsOf(facts, 'team') : []), ...(rights.answer ? deedsOf(facts, 'company') : [])]);
  const written = finding.correction !== '';
  return {
    canChange: rights.rate && finding.state === 'raised' && finding.kind !== 'deduction' && finding.kind !== 'bonus',
    canIssue: can.has('issue'),
    canAnswer: can.has('answer'),
    canProve: can.has('implement'),
    answered: needsAnswer(finding.kind),
    showsAnswer: written && (rights.answer || !['issued', 'returned'].includes(finding.state)),
    deeds: formDeeds
      .filter((deed) => can.has(deed))
      .map((deed) => ({ deed, action: `${base}/${deedForms[deed].path}`, text: deedForms[deed].text, day: deedForms[deed].day })),
  };
}

/** Open ones first in the order of their numbers, then those that are done with. */
export function inOrder(findings: readonly FindingLine[]): FindingLine[] {
  return [...findings.filter(({ state }) => isOpen(state)), ...findings.filter(({ state }) => !isOpen(state))];
}

export function deductionOffer({ deduction, language: own }: Criteria, language: Language): AdjustmentOffer | null {
  return (
    deduction && {
      points: deduction.points,
      grounds: choices(deduction.grounds, language, own),
      failsAt: deduction.failsAt,
      full: false,
    }
  );
}

export function bonusOffer({ bonus, language: own }: Criteria, given: number, language: Language): AdjustmentOffer | null {
  return (
    bonus && { points: bonus.points, grounds: choices(bonus.grounds, language, own), failsAt: null, full: given >= bonus.atMost }
  );
}

function choices(grounds: readonly Ground[], language: Language, own: string): Choice[] {
  return grounds.map(({ id, label }) => ({ value: id, label: textIn(label, language, own) }));
}

/** Every clause by number and title, to state a finding on. */
export function clauseChoices(criteria: Criteria, language: Language): Choice[] {
  return [...walkClauses(criteria.clauses)].map(({ clause, depth }) => ({
    value: clause.id,
    label: `${'　'.repeat(depth)}${clause.number} ${textIn(clause.title, language, criteria.language)}`,
  }));
}
