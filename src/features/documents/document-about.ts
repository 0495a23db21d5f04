import { createHash } from 'node:crypto';
import { canonical } from '../../catalog/difference/canonical.ts';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Assessment } from '../assessments/assessment.ts';
import type { NonconformitySource } from '../finding-forms/nonconformity-form.ts';
import type { Plan } from '../plans/plan.ts';
import type { PortfolioSource } from '../portfolio/portfolio-paper.ts';
import type { PaperSource } from '../reports/paper.ts';
import type { DocumentAbout } from './issued-document.ts';

/** What a paper on a result was made from. */
export function aboutResult({ dossier, result }: PaperSource, criteriaHash: string): DocumentAbout {
  const { criteria, assessment, organization, ratings, adjustments, findings, evidence } = dossier;
  const { number, kind, from, to, finishedAt } = assessment;
  return {
    assessment: { number, organization: organization.name, kind, from, to, finishedAt },
    criteria: { id: criteria.id, version: criteria.version, sha256: criteriaHash },
    result: {
      score: result.score.shown,
      fullMarks: result.fullMarks.shown,
      grade: result.grade,
      outcome: result.outcome,
      sha256: hashOf(result),
    },
    ratings: { sha256: hashOf({ ratings, adjustments, findings }), clauses: Object.keys(ratings).length },
    evidence: evidence.flatMap(({ reference, file }) =>
      file ? [{ reference, name: file.name, bytes: file.size, sha256: file.sha256 }] : [],
    ),
  };
}

export function aboutPlan(plan: Plan): DocumentAbout {
  const { assessment, organization, agenda, members, covered, sampling, planned } = plan;
  return {
    ...assessmentFacts(assessment, organization),
    plan: { revision: planned.revision, items: agenda.length, sha256: hashOf({ agenda, members, covered, sampling, planned }) },
  };
}

export function aboutForms({ assessment, organization, findings }: NonconformitySource): DocumentAbout {
  return {
    ...assessmentFacts(assessment, organization),
    findings: { numbers: findings.flatMap(({ number }) => number ?? []), sha256: hashOf(findings) },
  };
}

export function aboutBooklet({ criteria, hash }: CatalogEntry): DocumentAbout {
  const { id, version, title, choice } = criteria;
  const [variant, profile] = [choice?.variant?.id ?? null, choice?.profile?.id ?? null];
  return { criteria: { id, version, sha256: hash, title, ...((variant ?? profile) && { variant, profile }) } };
}

export function aboutPortfolio({ groups, day }: PortfolioSource): DocumentAbout {
  const standings = groups.flatMap((group) => group.standings);
  return {
    portfolio: {
      day,
      organizations: new Set(standings.map(({ organizationId }) => organizationId)).size,
      results: standings.map(({ number, organization, criteria, score, gradeLabel }) => ({
        assessment: number,
        organization,
        criteria: criteria.id,
        score,
        grade: gradeLabel,
      })),
      sha256: hashOf(groups),
    },
  };
}

function assessmentFacts(
  { number, kind, from, to, finishedAt, criteriaId, criteriaVersion, criteriaHash }: Assessment,
  organization: { readonly name: string },
): Required<Pick<DocumentAbout, 'assessment' | 'criteria'>> {
  return {
    assessment: { number, organization: organization.name, kind, from, to, finishedAt },
    criteria: { id: criteriaId, version: criteriaVersion, sha256: criteriaHash },
  };
}

/** SHA-256 of a value as JSON with sorted keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonical(plain(value)))
    .digest('hex');
}

/** The same with objects in the place of maps. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, part) => (part instanceof Map ? Object.fromEntries(part) : part)) ?? 'null');
}
