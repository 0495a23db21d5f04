import { createHash } from 'node:crypto';
import { canonical } from '../../catalog/difference/canonical.ts';
import type { IssueMark, PaperOrder } from '../reports/paper.ts';
import type { DocumentManifest } from './issued-document.ts';

export interface MadeDocument {
  readonly order: PaperOrder;
  readonly issue: IssueMark;
  readonly title: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly criteriaHash: string;
  /** Of this program. */
  readonly version: string;
}

/** What a paper was made from, with hashes of all of it. */
export function toManifest(made: MadeDocument): DocumentManifest {
  const { order, issue, title, sha256, bytes, pages } = made;
  const { dossier, result } = order.source;
  const { criteria, assessment, organization, ratings, adjustments, findings } = dossier;
  const { number, kind, from, to, finishedAt } = assessment;
  return {
    format: 'assay-document/1',
    document: {
      code: issue.code,
      kind: order.paper,
      language: order.language,
      copy: issue.copy === true,
      form: issue.compact ? 'PDF 1.7' : 'PDF/A-1b',
      title,
      sha256,
      bytes,
      pages,
      address: issue.address,
    },
    assessment: { number, organization: organization.name, kind, from, to, finishedAt },
    criteria: { id: criteria.id, version: criteria.version, sha256: made.criteriaHash },
    result: {
      score: result.score.shown,
      fullMarks: result.fullMarks.shown,
      grade: result.grade,
      outcome: result.outcome,
      sha256: hashOf(result),
    },
    ratings: { sha256: hashOf({ ratings, adjustments, findings }), clauses: Object.keys(ratings).length },
    brand: order.brand && { sha256: hashOf(order.brand) },
    evidence: dossier.evidence.flatMap(({ reference, file }) =>
      file ? [{ reference, name: file.name, bytes: file.size, sha256: file.sha256 }] : [],
    ),
    program: { name: 'Assay', version: made.version },
    issued: { at: issue.at, by: issue.by },
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}
