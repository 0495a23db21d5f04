import type { Scored } from '../results/result-store.ts';
import type { PackageFile, PackedEvidence } from './package-contents.ts';

/** What is in the package, with hashes by which everybody can check it: `sha256sum` of each path. */
export interface PackageManifest {
  readonly format: 'assay-package/1';
  readonly made: { readonly at: string; readonly by: string };
  readonly assessment: Readonly<Record<'organization' | 'kind' | 'from' | 'to', string>> & { readonly number: string | null };
  readonly criteria: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly result: { readonly score: string; readonly fullMarks: string; readonly grade: string | null };
  readonly documents: readonly PackageFile[];
  readonly evidence: readonly ManifestEvidence[];
}

export interface ManifestEvidence {
  readonly reference: string;
  readonly title: string;
  readonly date: string | null;
  readonly clauses: readonly string[];
  readonly link: string | null;
  readonly file: (PackageFile & { readonly originalName: string }) | null;
}

export interface ManifestSource {
  readonly scored: Scored;
  readonly criteriaHash: string;
  readonly documents: readonly PackageFile[];
  readonly evidence: readonly PackedEvidence[];
  readonly made: PackageManifest['made'];
}

export function toPackageManifest({ scored, criteriaHash, documents, evidence, made }: ManifestSource): PackageManifest {
  const { dossier, result } = scored;
  const { criteria, assessment, organization } = dossier;
  const { number, kind, from, to } = assessment;
  return {
    format: 'assay-package/1',
    made,
    assessment: { number, organization: organization.name, kind, from, to },
    criteria: { id: criteria.id, version: criteria.version, sha256: criteriaHash },
    result: { score: result.score.shown, fullMarks: result.fullMarks.shown, grade: result.grade },
    documents,
    evidence: evidence.map(({ evidence: { reference, title, date, clauses, link, file: original }, file }) => ({
      reference,
      title,
      date,
      clauses,
      link,
      file: file && { ...file, originalName: original?.name ?? '' },
    })),
  };
}
