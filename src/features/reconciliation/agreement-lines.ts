import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { Agreement } from '../../model/agreement/agreement.ts';
import { groupAgreement, type JudgedClause, pairAgreements } from '../../model/agreement/agreement-table.ts';
import { clauseName } from '../../model/clause-name.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { fraction, multiply, round } from '../../model/fraction.ts';
import type { RaterRating } from '../ratings/independent-store.ts';

/** Figures of agreement in words and digits. */
export interface AgreementLines {
  readonly sections: readonly SectionAgreement[];
  readonly pairs: readonly PairLine[];
  /** Where the figures are defined. */
  readonly references: readonly string[];
}

export interface SectionAgreement {
  /** null: all sections together. */
  readonly name: string | null;
  readonly clauses: number;
  readonly percent: string;
  readonly fleiss: string;
  readonly alpha: string;
}

export interface PairLine {
  readonly names: string;
  readonly clauses: number;
  readonly percent: string;
  readonly kappa: string;
  readonly weighted: string;
}

const references = [
  'J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46',
  'J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968), 213–220',
  'J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971), 378–382',
  'K. Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011); Content Analysis, 2nd edition (2004), chapter 11',
];

/** Of the independent ratings that are open, as they were submitted; what was agreed afterwards changes nothing. */
export function toAgreementLines(criteria: Criteria, said: readonly RaterRating[], language: Language): AgreementLines {
  const t = translator(language);
  const names = new Map(said.map(({ userId, name }) => [userId, name]));
  const raters = [...names.keys()];
  const judgedIn = (clauses: ReturnType<typeof ratedClauses>): JudgedClause[] =>
    clauses.map((clause) => {
      const here = said.filter(({ clauseId }) => clauseId === clause.id);
      return { clause, ratings: new Map(here.flatMap(({ userId, rating }) => (rating ? [[userId, rating]] : []))) };
    });
  const lineOf = (name: string | null, judged: readonly JudgedClause[]): SectionAgreement => {
    const { clauses, percent, fleiss, alpha, metric } = groupAgreement(judged, raters);
    const shown = figureText(alpha, t);
    return {
      name,
      clauses,
      percent: percentOf(percent, t),
      fleiss: figureText(fleiss, t),
      alpha: alpha.value ? `${shown} (${t(`agreement.metric.${metric}`)})` : shown,
    };
  };

  const all = judgedIn(ratedClauses(criteria));
  const sections = criteria.clauses
    .map((section) =>
      lineOf(clauseName(criteria, section.id, language), judgedIn(ratedClauses({ ...criteria, clauses: [section] }))),
    )
    .filter(({ clauses }) => clauses > 0);
  return {
    references,
    sections: sections.length > 1 ? [...sections, lineOf(null, all)] : sections,
    pairs: pairAgreements(all, raters)
      .filter(({ clauses }) => clauses > 0)
      .map(({ first, second, clauses, percent, kappa, weighted }) => ({
        names: `${names.get(first)} – ${names.get(second)}`,
        clauses,
        percent: percentOf(percent, t),
        kappa: figureText(kappa, t),
        weighted: figureText(weighted, t),
      })),
  };
}

/** Three digits, as such figures are printed; or why there is none. */
export function figureText(agreement: Agreement, t: Translate): string {
  if (agreement.value) return round(agreement.value, 3, 'half-up').replace('-', '−');
  return t(`agreement.none.${agreement.why}`);
}

function percentOf(agreement: Agreement, t: Translate): string {
  if (!agreement.value) return t(`agreement.none.${agreement.why}`);
  return `${round(multiply(agreement.value, fraction(100)), 1, 'half-up')}%`;
}
