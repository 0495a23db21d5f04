import { gradeIn, groundIn, leadingTo } from '../../catalog/difference/upgrade-dossier.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Adjustment, Dossier } from '../../model/dossier.ts';
import { gradeLabel } from '../../model/explain-condition.ts';

/** A finding, piece of evidence, adjustment or grade that names something else afterwards. */
export interface MovedRecord {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** It names nothing any more. */
  readonly loosened: boolean;
}

export type Records = Pick<Dossier, 'findings' | 'evidence' | 'adjustments'> &
  Pick<Dossier['assessment'], 'targetGrade' | 'heldGrade'>;

interface Move {
  readonly before: Criteria;
  readonly after: Criteria;
  readonly map: UpgradeMap;
  readonly language: Language;
}

/** Only what differs. A clause that keeps its id but is renumbered or renamed is shown under both names. */
export function movedRecords(records: Records, move: Move): MovedRecord[] {
  const t = translator(move.language);
  return [
    ...records.findings.flatMap(({ clause, statement }) =>
      clause === null ? [] : clauseRecord(t('criteriaUpgrade.finding', { statement }), [clause], 1, move, t),
    ),
    ...records.evidence.flatMap(({ reference, title, clauses }) =>
      clauseRecord(t('criteriaUpgrade.evidence', { reference, title }), clauses, Number.POSITIVE_INFINITY, move, t),
    ),
    ...records.adjustments.flatMap((one) => groundRecord(one, move, t)),
    ...gradeRecord(t('criteriaUpgrade.targetGrade'), records.targetGrade, move, t),
    ...gradeRecord(t('criteriaUpgrade.heldGrade'), records.heldGrade?.grade ?? null, move, t),
  ];
}

function clauseRecord(name: string, clauses: readonly string[], most: number, move: Move, t: Translate): MovedRecord[] {
  const { before, after, language } = move;
  const targets = [...new Set(clauses.flatMap(leadingTo(move)))].slice(0, most);
  const names = (criteria: Criteria, ids: readonly string[]) =>
    ids.map((id) => clauseName(criteria, id, language)).join(t('upgrade.listSeparator'));
  const [from, to] = [names(before, clauses), names(after, targets)];
  if (from === to) return [];
  return [{ name, before: from, after: to || t('criteriaUpgrade.noClause'), loosened: to === '' }];
}

function groundRecord(one: Adjustment, { before, after, language }: Move, t: Translate): MovedRecord[] {
  const { kind, ground, statement } = one;
  if (ground === null || groundIn(after, one) !== null) return [];
  const label = before[kind]?.grounds.find(({ id }) => id === ground)?.label ?? null;
  const from = textIn(label, language, before.language) || ground;
  const name = t(kind === 'bonus' ? 'criteriaUpgrade.bonus' : 'criteriaUpgrade.deduction', { statement });
  return [{ name, before: from, after: t('criteriaUpgrade.noGround'), loosened: true }];
}

function gradeRecord(name: string, grade: string | null, { before, after, language }: Move, t: Translate): MovedRecord[] {
  if (grade === null) return [];
  const to = gradeIn(after, grade);
  const [from, label] = [gradeLabel(before, grade, language), to === null ? null : gradeLabel(after, to, language)];
  return from === label ? [] : [{ name, before: from, after: label ?? t('criteriaUpgrade.noGrade'), loosened: label === null }];
}
