import type { ClauseForm } from '../forms/clause-form.ts';
import type { OverlayFileForm } from '../sheets/file-form.ts';
import type { OwnHead } from './own-head.ts';

/** A foreign file as a tree, before it is fitted to our rules. */
export interface SourceCriteria {
  /** From which the id is made. */
  readonly name: string;
  readonly version: string;
  readonly language: SourceLanguage;
  readonly title: string;
  readonly about: string;
  readonly basis: readonly string[];
  readonly scales: Readonly<Record<string, SourceScale>>;
  readonly nodes: readonly SourceNode[];
  /** What our own exports say of the criteria as a whole; null: it comes from elsewhere. */
  readonly own: OwnHead | null;
  /** The other languages of our own exports, as they are. */
  readonly overlays: readonly OverlayFileForm[];
  /** Texts at the top in the other language. */
  readonly translated: { readonly title?: string | undefined; readonly about?: string | undefined } | null;
}

export type SourceLanguage = 'zh-CN' | 'en';

export type SourceScale = readonly SourceLevel[];

export interface SourceLevel {
  readonly value: string;
  readonly share: string;
  readonly label: string;
  readonly anchor: string;
  readonly translated: { readonly label?: string | undefined; readonly anchor?: string | undefined } | null;
}

export interface SourceNode {
  readonly place: string;
  /** From which the id is made, e.g. the reference of the source; may be empty. */
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly requirement: string;
  readonly guidance: string;
  /** In the other language of the two. */
  readonly translated: SourceTexts | null;
  /** null when the source does not rate the node itself. */
  readonly rating: SourceRating | null;
  /** Full points; null where the source gives none. */
  readonly points: string | null;
  /** Where the source says how the children count; null: as their points say. */
  readonly aggregate: 'sum' | 'weighted-mean' | 'minimum' | 'maximum' | null;
  readonly weight: string | null;
  /** Further keys of the clause that the source has in our own spelling. */
  readonly extra: Readonly<
    Partial<Pick<ClauseForm, 'not_applicable' | 'at_sites' | 'maturity' | 'method' | 'evidence' | 'only_in' | 'points_in'>>
  >;
  /** A scale of our own export that the levels are from. */
  readonly scaleName: string | null;
  readonly children: readonly SourceNode[];
}

export interface SourceTexts {
  readonly title?: string | undefined;
  readonly requirement?: string | undefined;
  readonly guidance?: string | undefined;
}

/** How a clause is rated, in the spelling of a criteria file. */
export type SourceRating = Readonly<Pick<ClauseForm, 'rate_by' | 'scale' | 'step' | 'measure' | 'checklist' | 'sample'>> & {
  /** Labels of the levels or items in the other language. */
  readonly translated?: Readonly<Record<string, string>>;
};

/** A node with nothing but a place, to be filled. */
export function emptyNode(place: string): SourceNode {
  return {
    place,
    key: '',
    number: '',
    title: '',
    requirement: '',
    guidance: '',
    translated: null,
    rating: null,
    points: null,
    aggregate: null,
    weight: null,
    extra: {},
    scaleName: null,
    children: [],
  };
}
