import type { TextKey } from '../../i18n/texts.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment } from '../assessments/assessment.ts';
import type { PaperId } from '../reports/paper.ts';
import type { TimeStamp } from '../time-stamps/time-stamp.ts';
import type { DocumentManifest, IssuedDocument } from './issued-document.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'documents/documents': DocumentsPage;
    'verify/verify': VerifyPage;
    'verify/document': VerifiedPage;
  }
}

export interface DocumentsPage extends PageFrame {
  readonly assessment: Assessment;
  readonly organizationName: string;
  readonly offered: readonly PaperId[];
  readonly issued: readonly IssuedDocument[];
  /** By the ids of the issued documents. */
  readonly timeStamps: ReadonlyMap<string, TimeStamp>;
  /** An authority is configured, so that a paper without a stamp can be stamped. */
  readonly canStamp: boolean;
  readonly canIssue: boolean;
  /** The result stands, so that papers are no longer drafts. */
  readonly isFinal: boolean;
  /** Papers that are made elsewhere. */
  readonly others: readonly { readonly href: string; readonly text: TextKey }[];
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
