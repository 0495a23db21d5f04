import type { Language } from '../../i18n/language.ts';
import { type Message, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { CriteriaUpgrade } from '../assessments/criteria-upgrade-store.ts';
import type { Lost } from './movable-state.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-upgrades/undo': UndoPage;
  }
}

export interface UndoPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly upgrade: CriteriaUpgrade;
  readonly lost: readonly { readonly text: string; readonly names: readonly string[] }[];
  readonly seen: string;
  readonly problem: Message | null;
}

/** What an undo takes away, in words; empty when nothing was changed since the move. */
export function lostWords(lost: Lost, criteria: Criteria, language: Language): UndoPage['lost'] {
  const t = translator(language);
  const plain = (text: string) => ({ text, names: [] });
  return [
    ...(lost.ratings.length > 0
      ? [
          {
            text: t('criteriaUpgrade.lostRatings', { count: lost.ratings.length }),
            names: lost.ratings.map((id) => clauseName(criteria, id, language)),
          },
        ]
      : []),
    ...(lost.findings.length > 0 ? [plain(t('criteriaUpgrade.lostFindings', { count: lost.findings.length }))] : []),
    ...(lost.evidence.length > 0 ? [plain(t('criteriaUpgrade.lostEvidence', { count: lost.evidence.length }))] : []),
    ...(lost.adjustments.length > 0 ? [plain(t('criteriaUpgrade.lostAdjustments', { count: lost.adjustments.length }))] : []),
    ...(lost.grades ? [plain(t('criteriaUpgrade.lostGrades'))] : []),
  ];
}
