import type { Language } from '../../i18n/language.ts';
import { addDays } from '../../model/calendar.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { freeFrom } from '../../model/independence.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ListedCompetence, StoredCompetence } from './competence-store.ts';
import type { StoredTie } from './past-tie-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'competences/list': CompetenceListPage;
    'competences/person': PersonCompetencesPage;
    'competences/edit': EditCompetencePage;
  }
}

/** A competence that ends within so many days is shown as ending soon. */
export const soonDays = 90;

/** `future`: does not hold yet; `soon`: ends within ninety days. */
export type CompetenceState = 'valid' | 'soon' | 'expired' | 'future';

export interface CompetenceLine extends StoredCompetence {
  /** null: all criteria. */
  readonly criteriaTitle: string | null;
  readonly state: CompetenceState;
}

export interface CriteriaOption {
  readonly value: string;
  readonly label: string;
}

export interface CompetenceListPage extends PageFrame {
  readonly list: Paged<CompetenceLine & Pick<ListedCompetence, 'personName'>>;
  readonly criteria: string | null;
  readonly trade: string | null;
  readonly state: 'soon' | 'valid' | null;
  readonly filtered: boolean;
  readonly criteriaOptions: readonly CriteriaOption[];
  readonly trades: readonly string[];
  readonly soonDays: number;
}

interface CompetenceFields {
  readonly criteriaOptions: readonly CriteriaOption[];
  readonly trades: readonly string[];
}

export interface PersonCompetencesPage extends PageFrame, CompetenceFields {
  readonly person: { readonly id: string; readonly name: string };
  readonly isSelf: boolean;
  readonly competences: readonly CompetenceLine[];
  readonly ties: readonly (StoredTie & { readonly organizationName: string; readonly freeFrom: IsoDate | null })[];
  readonly canManage: boolean;
  readonly canList: boolean;
  readonly form: FormState;
  readonly tieForm: FormState;
  readonly organizations: readonly string[];
}

export interface EditCompetencePage extends PageFrame, CompetenceFields {
  readonly person: { readonly id: string; readonly name: string };
  readonly competenceId: string;
  readonly form: FormState;
}

export function competenceState({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, today: IsoDate): CompetenceState {
  if (to < today) return 'expired';
  if (from > today) return 'future';
  return to <= addDays(today, soonDays) ? 'soon' : 'valid';
}

/** The criteria to choose from, each id once, under the title of its highest version. */
export function criteriaOptions(entries: readonly { readonly criteria: Criteria }[], language: Language): CriteriaOption[] {
  const titles = new Map<string, string>();
  for (const { criteria } of entries) {
    if (!titles.has(criteria.id)) titles.set(criteria.id, textIn(criteria.title, language, criteria.language));
  }
  return [...titles].map(([value, label]) => ({ value, label }));
}

export function toCompetenceLine<T extends StoredCompetence>(
  competence: T,
  options: readonly CriteriaOption[],
  today: IsoDate,
): T & CompetenceLine {
  const { criteriaId } = competence;
  const title = options.find(({ value }) => value === criteriaId)?.label ?? criteriaId;
  return { ...competence, criteriaTitle: title, state: competenceState(competence, today) };
}

export function toTieLine<T extends StoredTie>(tie: T): T & { readonly freeFrom: IsoDate | null } {
  return { ...tie, freeFrom: freeFrom(tie) };
}

/** The form of a competence as it is. */
export function competenceFormOf({ criteriaId, trade, grade, registrationNumber, from, to, proof }: StoredCompetence): FormState {
  const values = { criteria: criteriaId ?? '', trade: trade ?? '', grade, registrationNumber: registrationNumber ?? '' };
  return { values: { ...values, from, to, proof }, errors: {} };
}
