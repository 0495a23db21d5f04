import type { StoredGround, StoredKind } from '../../model/stored-kinds.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ErasurePreview } from './erasure-service.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'privacy/stored': StoredPage;
    'privacy/own-data': OwnDataPage;
    'privacy/person-data': PersonDataPage;
  }
}

export interface StoredPage extends PageFrame {
  readonly kinds: readonly {
    readonly kind: StoredKind;
    readonly ground: StoredGround;
    /** The period in force, in months; null: none is set; left out: none can be. */
    readonly months?: number | null;
  }[];
}

export interface OwnDataPage extends PageFrame {
  /** Kinds of which there is something about the person, and how many records. */
  readonly kinds: readonly { readonly kind: StoredKind; readonly count: number }[];
}

export interface PersonDataPage extends OwnDataPage {
  readonly person: { readonly id: string; readonly name: string };
  readonly isSelf: boolean;
  /** When the person's data was erased; null: it was not. */
  readonly erasedAt: string | null;
  readonly preview: ErasurePreview;
  readonly form: FormState;
}
