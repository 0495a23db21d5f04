import { walkClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Adjustment, Dossier } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import { resultOf } from '../../model/result-of.ts';
import type { Upgrade, UpgradeOutcome } from './apply-upgrade.ts';
import { applyUpgradeAtSites } from './upgrade-at-sites.ts';

export interface UpgradePreview {
  /** The dossier under the newer version; the given one stays as it is. */
  readonly dossier: Dossier;
  readonly outcomes: readonly UpgradeOutcome[];
  readonly before: Result;
  readonly after: Result;
  /** How many findings and pieces of evidence no longer name a clause, and adjustments that no longer name their ground. */
  readonly loosened: { readonly findings: number; readonly evidence: number; readonly adjustments: number };
}

/** What an assessment would be under the newer version, and its result before and after. Changes nothing. */
export function previewUpgrade(dossier: Dossier, upgrade: Omit<Upgrade, 'before'>): UpgradePreview {
  const before = dossier.criteria;
  const { ratings, outcomes } = applyUpgradeAtSites(dossier, { ...upgrade, before });
  const moved = linksMoved({ ...dossier, criteria: upgrade.after, ratings }, upgrade);
  const upgraded: Dossier = {
    ...moved,
    assessment: {
      ...dossier.assessment,
      targetGrade: gradeIn(upgrade.after, dossier.assessment.targetGrade),
      heldGrade: gradeIn(upgrade.after, dossier.assessment.heldGrade?.grade ?? null) ? dossier.assessment.heldGrade : null,
    },
  };
  return {
    dossier: upgraded,
    outcomes,
    before: resultOf(dossier),
    after: resultOf(upgraded),
    loosened: {
      findings: dossier.findings.filter(({ clause }, index) => clause !== null && moved.findings[index]?.clause === null).length,
      evidence: dossier.evidence.filter(({ clauses }, index) => clauses.length > 0 && moved.evidence[index]?.clauses.length === 0)
        .length,
      adjustments: dossier.adjustments.filter(({ ground }, index) => ground !== null && moved.adjustments[index]?.ground === null)
        .length,
    },
  };
}

/** The grade where the criteria have it; else null. */
export function gradeIn({ grades }: Criteria, grade: string | null): string | null {
  return grades.some(({ id }) => id === grade) ? grade : null;
}

/** Findings, evidence and adjustments name clauses and grounds of the newer version. */
function linksMoved(dossier: Dossier, { after, map }: Omit<Upgrade, 'before'>): Dossier {
  const leading = leadingTo({ after, map });
  return {
    ...dossier,
    findings: dossier.findings.map((finding) => ({
      ...finding,
      clause: finding.clause === null ? null : (leading(finding.clause)[0] ?? null),
    })),
    evidence: dossier.evidence.map((item) => ({ ...item, clauses: [...new Set(item.clauses.flatMap(leading))] })),
    adjustments: dossier.adjustments.map((item) => ({
      ...item,
      ground: groundIn(after, item),
    })),
  };
}

/**
 * Old clause → the new ones to which what names it leads: by the map, else itself where the newer version scores it, else
 * none. A finding, which names one clause, goes to the first.
 */
export function leadingTo({ after, map }: Pick<Upgrade, 'after' | 'map'>): (clause: string) => readonly string[] {
  const targets = new Map(map.map(({ clause, targets }) => [clause, targets]));
  const scored = [...walkClauses(after.clauses)].filter(({ clause }) => clause.method ?? clause.aggregate);
  const standing = new Set(scored.map(({ clause }) => clause.id));
  return (clause) => targets.get(clause) ?? (standing.has(clause) ? [clause] : []);
}

/** The ground of a deduction or bonus where the criteria name it; else null. */
export function groundIn(criteria: Criteria, { kind, ground }: Pick<Adjustment, 'kind' | 'ground'>): string | null {
  return criteria[kind]?.grounds.some(({ id }) => id === ground) ? ground : null;
}
