import type { LocalizedText } from '../../model/criteria.ts';
import type { PaperLanguage } from '../reports/paper.ts';
import type { DocumentId } from './document-kind.ts';

/** A document as it was handed out. */
export interface IssuedDocument {
  readonly id: string;
  readonly code: string;
  /** What it is about, see `keyOf`. */
  readonly subject: string;
  /** null: it is about none. */
  readonly assessmentId: string | null;
  readonly kind: DocumentId;
  readonly language: PaperLanguage;
  /** Marked as a copy on every page. */
  readonly copy: boolean;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
  readonly issuedBy: { readonly id: string; readonly name: string };
  readonly issuedAt: string;
}

/** What a document was made from: only what there is of it. */
export interface DocumentAbout {
  readonly assessment?: {
    readonly number: string | null;
    readonly organization: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly finishedAt: string | null;
  };
  readonly criteria?: {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
    /** Of a booklet, with the variant and profile that it is of. */
    readonly title?: LocalizedText;
    readonly variant?: string | null;
    readonly profile?: string | null;
  };
  readonly result?: {
    readonly score: string;
    readonly fullMarks: string;
    readonly grade: string | null;
    readonly outcome: string;
    readonly sha256: string;
  };
  /** Of ratings, adjustments and findings as JSON with sorted keys. */
  readonly ratings?: { readonly sha256: string; readonly clauses: number };
  readonly evidence?: readonly {
    readonly reference: string;
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly plan?: { readonly revision: number; readonly items: number; readonly sha256: string };
  readonly findings?: { readonly numbers: readonly string[]; readonly sha256: string };
  readonly portfolio?: {
    readonly day: string;
    readonly organizations: number;
    readonly results: readonly {
      readonly assessment: string;
      readonly organization: string;
      readonly criteria: string;
      readonly score: string;
      readonly grade: LocalizedText | null;
    }[];
    readonly sha256: string;
  };
}

/** What an issued document was made from, so that it can be confirmed without this system. */
export interface DocumentManifest extends DocumentAbout {
  readonly format: 'assay-document/1' | 'assay-document/2';
  readonly document: {
    readonly code: string;
    readonly kind: DocumentId;
    readonly language: PaperLanguage;
    /** Missing in what was issued before copies could be. */
    readonly copy?: boolean;
    /** Missing in what was issued while all were in the form for archives. */
    readonly form?: 'PDF/A-1b' | 'PDF 1.7';
    readonly title: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly pages: number;
    readonly address: string;
  };
  /** How it looked; null: as nobody has said. */
  readonly brand: { readonly sha256: string } | null;
  readonly program: { readonly name: 'Assay'; readonly version: string };
  readonly issued: { readonly at: string; readonly by: string };
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve signs without those that are taken for one another, in groups of four: 60 bits, which nobody guesses. */
export function toCode(random: Uint8Array): string {
  const signs = Array.from(random.slice(0, 12), (byte) => alphabet[byte % 32] ?? '0').join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in the form in which it is kept; what cannot be one gives null. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(signs) ? signs.replace(/(.{4})(?=.)/g, '$1-') : null;
}
