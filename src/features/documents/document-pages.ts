import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment } from '../assessments/assessment.ts';
import type { TimeStamp } from '../time-stamps/time-stamp.ts';
import type { AssessmentDocumentId, DocumentId } from './document-kind.ts';
import type { DocumentManifest } from './issued-document.ts';
import type { IssuedList } from './read-issued.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'documents/documents': DocumentsPage;
    'documents/shelf': ShelfPage;
    'verify/verify': VerifyPage;
    'verify/document': VerifiedPage;
  }
}

export interface DocumentsPage extends PageFrame, IssuedList {
  readonly assessment: Assessment;
  readonly organizationName: string;
  readonly offered: readonly AssessmentDocumentId[];
  /** Those that the person may issue now. */
  readonly issuable: readonly AssessmentDocumentId[];
  /** Sees what can be written, and all that was issued; else only what was handed to the company. */
  readonly seesAll: boolean;
  /** The result stands, so that papers are no longer drafts. */
  readonly isFinal: boolean;
  readonly form: FormState;
}

/** The documents about something that is no assessment. */
export interface ShelfPage extends PageFrame, IssuedList {
  readonly kind: DocumentId;
  readonly lead: string;
  /** Where the same can be had without a code. */
  readonly preview: string;
  readonly back: { readonly href: string; readonly text: string };
  /** Where the form goes. */
  readonly action: string;
  readonly canIssue: boolean;
  readonly form: FormState;
}

export interface VerifyPage extends PageFrame {
  readonly typed: string;
  /** Why nothing was found. */
  readonly problem: string | null;
}

export interface VerifiedPage extends PageFrame {
  readonly manifest: DocumentManifest;
  /** `file`: the very bytes were handed in; `code`: only its code is known; `changed`: a file was handed in that has other bytes. */
  readonly by: 'file' | 'code' | 'changed';
  readonly criteriaTitle: string | null;
  readonly gradeLabel: string | null;
  readonly laterAt: string | null;
  readonly timeStamp: TimeStamp | null;
}
