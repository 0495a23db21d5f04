import type { ChartFigure } from '../../charts/chart-figure.ts';
import { trendChart } from '../../charts/trend-chart.ts';
import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentState } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import { kindsToStart, may } from '../../model/permissions.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import { addressOf, type Paged } from '../../web/paging.ts';
import type { Contact } from './contact-store.ts';
import type { OrganizationAssessment } from './organization-assessment-store.ts';
import type { Organization } from './organization-store.ts';
import type { Site } from './site-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'organizations/list': OrganizationListPage;
    'organizations/show': OrganizationPage;
    'organizations/form': OrganizationFormPage;
    'organizations/site': SitePage;
    'organizations/contact': ContactPage;
  }
}

export interface OrganizationListPage extends PageFrame {
  readonly search: string;
  readonly organizations: Paged<Organization>;
  readonly mayManage: boolean;
  /** What to say when there is none at all. */
  readonly empty: string;
}

export interface OrganizationPage extends PageFrame {
  readonly organization: Organization;
  readonly sites: readonly Site[];
  readonly contacts: readonly Contact[];
  readonly assessments: readonly AssessmentLine[];
  /** How the score went over the shown audits by the criteria of the last one; null: fewer than two of them have one. */
  readonly trend: ChartFigure | null;
  /** Set when there may be more than are shown. */
  readonly allAssessments: string | null;
  readonly mayManage: boolean;
  readonly startAssessment: { readonly address: string; readonly text: TextKey } | null;
  readonly addPerson: string | null;
}

export interface AssessmentLine {
  readonly address: string;
  readonly number: string;
  readonly kind: string;
  readonly criteria: string;
  readonly from: string;
  readonly to: string;
  readonly state: AssessmentState;
  readonly score: string | null;
  readonly grade: string | null;
}

export interface OrganizationFormPage extends PageFrame {
  readonly form: FormState;
  /** null: a new one. */
  readonly organization: Organization | null;
}

export interface SitePage extends PageFrame {
  readonly form: FormState;
  readonly organization: Organization;
  /** null: a new one. */
  readonly siteId: string | null;
  /** The assessments that cover the site, named one after the other; null when none does. */
  readonly usedIn: string | null;
}

export interface ContactPage extends PageFrame {
  readonly form: FormState;
  readonly organization: Organization;
  /** null: a new one. */
  readonly contactId: string | null;
}

export interface OrganizationParts {
  readonly organization: Organization;
  readonly sites: readonly Site[];
  readonly contacts: readonly Contact[];
  readonly assessments: readonly OrganizationAssessment[];
}

export function organizationPage(parts: OrganizationParts, actor: Actor, language: Language, most: number): OrganizationPage {
  const { organization, sites, contacts, assessments } = parts;
  return {
    title: organization.name,
    organization,
    sites,
    contacts,
    assessments: assessments.map((assessment) => toLine(assessment, language)),
    trend: trendOf(assessments, language),
    allAssessments: assessments.length < most ? null : addressOf('/assessments', { search: organization.name }),
    mayManage: may(actor, 'organizations.manage'),
    startAssessment: startOf(actor, organization),
    addPerson: may(actor, 'people.manage') ? `/people/new?organization=${organization.id}` : null,
  };
}

/** Self-assessments are left out: who rates themselves does not go on where an auditor stopped. */
function trendOf(assessments: readonly OrganizationAssessment[], language: Language): ChartFigure | null {
  const scored = assessments.flatMap((one) => (one.kind !== 'self' && one.score !== null ? [{ ...one, score: one.score }] : []));
  const last = scored.reduce<(typeof scored)[number] | null>(
    (latest, one) => (latest && latest.to >= one.to ? latest : one),
    null,
  );
  const points = scored
    .filter(({ criteriaId }) => criteriaId === last?.criteriaId)
    .sort((a, b) => a.to.localeCompare(b.to))
    .map(({ number, to, score, gradeLabel }) => ({
      label: `${number} ${to}`,
      score,
      grade: gradeLabel ? textIn(gradeLabel, language, language) : '',
    }));
  return trendChart(points, null, language);
}

function startOf(actor: Actor, { id }: Organization): OrganizationPage['startAssessment'] {
  const kinds = kindsToStart(actor);
  if (kinds.length === 0) return null;
  const text = kinds.every((kind) => kind === 'self') ? 'assessments.startSelf' : 'assessments.start';
  return { address: `/assessments/new?organization=${id}`, text };
}

function toLine(assessment: OrganizationAssessment, language: Language): AssessmentLine {
  const { id, number, kind, criteriaTitle, criteriaVersion, from, to, state, score, gradeLabel } = assessment;
  return {
    address: `/assessments/${id}`,
    number,
    kind: translator(language)(`kind.${kind}`),
    criteria: `${textIn(criteriaTitle, language, language)} ${criteriaVersion}`,
    from,
    to,
    state,
    score,
    grade: gradeLabel && textIn(gradeLabel, language, language),
  };
}
