import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import type { AssessmentRights, AssessmentState } from '../../model/assessment-rights.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessmentKind } from '../../model/dossier.ts';

import { may } from '../../model/permissions.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ChoiceOptions, ChoiceWords } from '../criteria/choice-words.ts';
import type { OrganizationOption } from '../organizations/organization-store.ts';
import type { Assessment, Member } from './assessment.ts';
import type { ListedAssessment } from './assessment-list-store.ts';
import type { AssessmentLink } from './assessment-places.ts';
import type { CriteriaUpgrade } from './criteria-upgrade-store.ts';
import type { LifeLine } from './life-line.ts';
import type { PartLine } from './part-lines.ts';
import type { Candidate } from './team-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'assessments/list': AssessmentListPage;
    'assessments/choose': ChoosePage;
    'assessments/new': ArrangementsPage;
    'assessments/edit': ArrangementsPage;
    'assessments/show': ShowAssessmentPage;
  }
}

/** A line of a list of assessments, in the reader's language. */
export interface AssessmentLine extends Omit<ListedAssessment, 'criteriaTitle' | 'gradeLabel'> {
  readonly criteriaTitle: string;
  readonly gradeLabel: string | null;
  /** How many clauses are rated is nothing that an audited company watches while it is audited. */
  readonly showsProgress: boolean;
}

export interface AssessmentListPage extends PageFrame {
  readonly list: Paged<AssessmentLine>;
  readonly search: string;
  readonly state: AssessmentState | 'open' | null;
  readonly states: readonly AssessmentState[];
  readonly filtered: boolean;
  /** What the button to start one is called; null when the person cannot. */
  readonly startText: 'assessments.start' | 'assessments.startSelf' | null;
  /** May take in assessments that were made elsewhere. */
  readonly mayReceive: boolean;
}

export interface ChoosePage extends PageFrame {
  readonly organizations: readonly OrganizationOption[];
  readonly organization: string | null;
  /** More exist than are listed. */
  readonly more: boolean;
  readonly search: string;
  readonly criteria: readonly CriteriaChoice[];
  readonly chosenCriteria: string | null;
  readonly form: FormState;
}

export interface CriteriaChoice {
  readonly value: string;
  readonly title: string;
  readonly version: string;
  readonly basis: string;
  readonly ratedClauses: number;
}

export interface ArrangementsPage extends PageFrame {
  readonly action: string;
  readonly form: FormState;
  readonly organization: { readonly id: string; readonly name: string };
  readonly criteria: { readonly value: string; readonly title: string; readonly version: string };
  readonly kinds: readonly AssessmentKind[];
  /** What is still to be chosen when starting; null where nothing is, and once it has begun. */
  readonly choices: ChoiceOptions | null;
  readonly grades: readonly { readonly value: string; readonly label: string }[];
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string | null;
    readonly central: boolean;
  }[];
  /** null: a company's self-assessment, which names no team. */
  readonly candidates: readonly Candidate[] | null;
}

export interface ShowAssessmentPage extends PageFrame {
  readonly assessment: Assessment;
  readonly organizationName: string;
  readonly criteria: { readonly id: string; readonly version: string; readonly title: string; readonly hash: string };
  /** The variant and profile that it is rated in; null where the criteria have none. */
  readonly choice: ChoiceWords | null;
  /** Parts with their own dates and people; null where the criteria have none. */
  readonly parts: readonly PartLine[] | null;
  readonly team: readonly Member[];
  readonly sites: readonly { readonly name: string; readonly address: string | null; readonly central: boolean }[];
  readonly targetGrade: string | null;
  readonly heldGrade: string | null;
  readonly rights: AssessmentRights;
  /** The highest version that it can be moved to; null: it has that already, or the reader does not lead it. */
  readonly newerVersion: string | null;
  /** How it came to the version that it has; null when it began with it. */
  readonly upgrade: CriteriaUpgrade | null;
  readonly places: readonly AssessmentLink[];
  /** In the team without a valid statement of impartiality. */
  readonly mustDeclare: boolean;
  readonly progress: { readonly rated: number; readonly total: number };
  readonly life: LifeLine;
}

export function toLine(assessment: ListedAssessment, actor: Actor, language: Language): AssessmentLine {
  const { criteriaTitle, gradeLabel, kind, state } = assessment;
  return {
    ...assessment,
    criteriaTitle: textIn(criteriaTitle, language, 'zh-CN'),
    gradeLabel: gradeLabel === null ? null : textIn(gradeLabel, language, 'zh-CN'),
    showsProgress: state === 'in-progress' && (kind === 'self' || !isOfCompany(actor)),
  };
}

export function toCriteriaChoice({ criteria }: CatalogEntry, language: Language): CriteriaChoice {
  return {
    value: `${criteria.id}@${criteria.version}`,
    title: textIn(criteria.title, language, criteria.language),
    version: criteria.version,
    basis: criteria.basis.join(language === 'en' ? ', ' : '、'),
    ratedClauses: ratedClauses(criteria).length,
  };
}

/** Highest first, as the criteria have them. */
export function gradeOptions(criteria: Criteria, language: Language): { value: string; label: string }[] {
  return criteria.grades.map(({ id, label }) => ({ value: id, label: textIn(label, language, criteria.language) }));
}

export function gradeLabel(criteria: Criteria, id: string | null, language: Language): string | null {
  const grade = criteria.grades.find((known) => known.id === id);
  return grade ? textIn(grade.label, language, criteria.language) : null;
}

/** The form as it stands for an assessment that exists. */
export function arrangementsOf(assessment: Assessment, siteIds: readonly string[], team: readonly Member[]): FormState {
  return {
    errors: {},
    values: {
      from: assessment.from,
      to: assessment.to,
      sites: siteIds,
      lead: team.find(({ teamRole }) => teamRole === 'leader')?.userId ?? '',
      members: team.filter(({ teamRole }) => teamRole !== 'leader').map(({ userId }) => userId),
      targetGrade: assessment.targetGrade ?? '',
      heldGrade: assessment.heldGrade?.grade ?? '',
      heldSince: assessment.heldGrade?.since ?? '',
    },
  };
}

/** A company learns nothing of who tests its service unseen. */
export function seenBy(actor: Actor, members: readonly Member[]): Member[] {
  return members.filter(({ teamRole }) => teamRole !== 'mystery-shopper' || !isOfCompany(actor));
}

/** What starting one is called for this person; null when they cannot. */
export function startTextOf(actor: Actor): 'assessments.start' | 'assessments.startSelf' | null {
  if (!may(actor, 'assessments.start')) return null;
  return isOfCompany(actor) ? 'assessments.startSelf' : 'assessments.start';
}
