import type { Language } from '../../i18n/language.ts';
import type { Ground } from '../../model/adjustment-rules.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { Criteria, FindingGrade } from '../../model/criteria.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { StoredAdjustment, StoredFinding } from './finding-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'findings/findings': FindingsPage;
  }
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FindingsPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly canChange: boolean;
  readonly findings: readonly (StoredFinding & { readonly clauseName: string | null })[];
  readonly deductions: readonly AdjustmentLine[];
  readonly bonuses: readonly AdjustmentLine[];
  readonly grades: readonly FindingGrade[];
  readonly clauses: readonly Choice[];
  /** null: the criteria have no such thing. */
  readonly deduction: AdjustmentOffer | null;
  readonly bonus: AdjustmentOffer | null;
  readonly findingForm: FormState;
  readonly deductionForm: FormState;
  readonly bonusForm: FormState;
}

export interface AdjustmentLine extends StoredAdjustment {
  readonly groundLabel: string | null;
}

export interface AdjustmentOffer {
  readonly points: string;
  readonly grounds: readonly Choice[];
  readonly failsAt: number | null;
  readonly full: boolean;
}

export function toFindingLines(
  criteria: Criteria,
  findings: readonly StoredFinding[],
  language: Language,
): FindingsPage['findings'] {
  return findings.map((finding) => ({
    ...finding,
    clauseName: finding.clause === null ? null : clauseName(criteria, finding.clause, language),
  }));
}

export function toAdjustmentLines(
  criteria: Criteria,
  adjustments: readonly StoredAdjustment[],
  language: Language,
): AdjustmentLine[] {
  return adjustments.map((adjustment) => {
    const rule = adjustment.kind === 'bonus' ? criteria.bonus : criteria.deduction;
    const ground = rule?.grounds.find(({ id }) => id === adjustment.ground);
    return { ...adjustment, groundLabel: ground ? textIn(ground.label, language, criteria.language) : null };
  });
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
