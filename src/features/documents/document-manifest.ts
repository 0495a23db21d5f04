import type { DocumentLook, IssueMark } from '../reports/paper.ts';
import { hashOf } from './document-about.ts';
import type { DocumentId } from './document-kind.ts';
import type { DocumentAbout, DocumentManifest } from './issued-document.ts';

export interface MadeDocument {
  readonly kind: DocumentId;
  readonly look: DocumentLook & { readonly issue: IssueMark };
  readonly about: DocumentAbout;
  readonly title: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** Of this program. */
  readonly version: string;
}

/** What a document was made from, with hashes of all of it. */
export function toManifest({ kind, look, about, title, sha256, bytes, pages, version }: MadeDocument): DocumentManifest {
  const { language, issue, brand } = look;
  return {
    // The first form always has an assessment, criteria and a result.
    format: about.result ? 'assay-document/1' : 'assay-document/2',
    document: {
      code: issue.code,
      kind,
      language,
      copy: issue.copy === true,
      form: issue.compact ? 'PDF 1.7' : 'PDF/A-1b',
      title,
      sha256,
      bytes,
      pages,
      address: issue.address,
    },
    ...about,
    brand: brand && { sha256: hashOf(brand) },
    program: { name: 'Assay', version },
    issued: { at: issue.at, by: issue.by },
  };
}
