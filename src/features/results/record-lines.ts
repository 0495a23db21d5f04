import type { Language } from '../../i18n/language.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import { type FindingGrade, findingGrades } from '../../model/criteria.ts';
import type { Adjustment, Dossier } from '../../model/dossier.ts';
import { type SetAside, setAsideOf } from '../../model/set-aside.ts';
import type { Scored } from './result-store.ts';

/** What stands beside the ratings: clauses set aside, deductions and bonus, findings. */
export interface RecordLines {
  readonly setAside: readonly SetAside[];
  readonly adjustments: readonly AdjustmentRecord[];
  /** Gravest first. */
  readonly findings: readonly FindingRecord[];
}

export interface AdjustmentRecord {
  readonly kind: Adjustment['kind'];
  readonly ground: string;
  readonly statement: string;
}

export interface FindingRecord {
  readonly grade: FindingGrade;
  readonly statement: string;
  /** null: concerns the assessment as a whole. */
  readonly clause: { readonly id: string; readonly name: string } | null;
}

export function toRecordLines({ dossier, result }: Scored, language: Language): RecordLines {
  const { criteria } = dossier;
  const nameOf = (id: string) => clauseName(criteria, id, language);
  return {
    setAside: setAsideOf(dossier, result, language),
    adjustments: dossier.adjustments.map((adjustment) => toAdjustment(dossier, adjustment, language)),
    findings: findingGrades.flatMap((grade) =>
      dossier.findings
        .filter((finding) => finding.grade === grade)
        .map(({ statement, clause }) => ({
          grade,
          statement,
          clause: clause === null ? null : { id: clause, name: nameOf(clause) },
        })),
    ),
  };
}

function toAdjustment({ criteria }: Dossier, { kind, ground, statement }: Adjustment, language: Language): AdjustmentRecord {
  const rule = kind === 'bonus' ? criteria.bonus : criteria.deduction;
  const named = rule?.grounds.find(({ id }) => id === ground);
  return { kind, ground: named ? textIn(named.label, language, criteria.language) : (ground ?? ''), statement };
}
