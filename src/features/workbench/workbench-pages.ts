import type { Language } from '../../i18n/language.ts';
import type { Message } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { AuditMethod, Clause, Criteria, LocalizedText, RatingMethod } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ClauseEvidencePage } from '../evidence/clause-evidence.ts';
import type { CompanyNote } from '../self-comparison/company-note.ts';
import type { ClauseFigures } from '../surveys/clause-figures.ts';
import type { TreeFilter, TreeItem } from './clause-tree.ts';
import type { Ledger } from './ledger.ts';
import type { SiteTabs } from './site-tabs.ts';

/** A rating that cannot be saved because its clause is not rated any more; what was typed is shown to be copied. */
export interface GonePage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly text: Message;
  readonly typed: string;
}

declare module '../../web/pages.ts' {
  interface Pages {
    'workbench/workbench': WorkbenchPage;
    'workbench/gone': GonePage;
    'workbench/_sheet': SheetPage;
    'workbench/_ledger': Ledger;
  }
}

export interface WorkbenchPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  readonly tree: readonly TreeItem[];
  /** Clause id → names of others who have it open. */
  readonly here: Readonly<Record<string, string>>;
  /** The reader may rate some clause or other. */
  readonly mayRate: boolean;
  readonly filter: TreeFilter;
  readonly counts: Readonly<Record<TreeFilter, number>>;
  readonly sheet: SheetPage;
  readonly ledger: Ledger;
}

/** One clause with all that one needs to rate it. */
export interface SheetPage {
  readonly assessmentId: string;
  /** Where this sheet stands, and where its form is sent. */
  readonly address: string;
  readonly team: TeamNote;
  /** Of a clause that is rated site by site. */
  readonly sites: SiteTabs | null;
  /** What the company said of the clause in its self-assessment. */
  readonly company: CompanyNote | null;
  /** The form that takes its rating over, field by field; null where it does not fit. */
  readonly companyFields: readonly (readonly [name: string, value: string])[] | null;
  /** Of the criteria that the sheet shows; a save carries it. */
  readonly criteriaHash: string;
  readonly clause: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly requirement: string;
    readonly guidance: string;
    readonly points: string;
    readonly maturity: { readonly level: number; readonly label: string } | null;
    readonly auditMethods: readonly AuditMethod[];
    readonly notApplicable: Clause['notApplicable'];
  };
  readonly path: readonly { readonly id: string; readonly name: string }[];
  /** null: an inner clause, which is not rated itself. */
  readonly control: RatingControl | null;
  readonly children: readonly { readonly id: string; readonly name: string; readonly points: string }[];
  readonly form: FormState;
  readonly revision: number;
  /** The saved rating in words with its arithmetic. */
  readonly words: string;
  readonly saved: { readonly by: string; readonly at: string } | null;
  readonly conflict: Conflict | null;
  readonly canRate: boolean;
  /** Why nothing can be changed here. */
  readonly readOnly: Message | null;
  readonly evidence: ClauseEvidencePage | null;
  /** Samples and surveys of the clause; null: none. */
  readonly figures: ClauseFigures | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly nextUnrated: string | null;
}

/** Who else has to do with a clause. */
export interface TeamNote {
  /** Names of those who rate it; empty: anybody. */
  readonly raters: string;
  /** Names of those who have it open too. */
  readonly here: string;
  /** Set where it is rated independently. */
  readonly independent: null | {
    readonly opened: boolean;
    readonly submitted: number;
    readonly of: number;
    /** The reader has submitted theirs. */
    readonly mine: boolean;
  };
  /** The reader can submit what they rated here, or (an inner clause) below. */
  readonly canSubmit: boolean;
  readonly canTakeBack: boolean;
  readonly canCompare: boolean;
}

/** What somebody else saved meanwhile. */
export interface Conflict {
  readonly revision: number;
  readonly name: string;
  readonly at: string;
  readonly words: string;
  readonly note: string;
}

/** A rating method with its texts in the reader's language. */
export type RatingControl =
  | { readonly by: 'met' }
  | { readonly by: 'sample'; readonly atLeast: number }
  | {
      readonly by: 'level';
      readonly levels: readonly {
        readonly value: string;
        readonly label: string;
        readonly anchor: string;
        readonly percent: string;
      }[];
    }
  | { readonly by: 'points'; readonly step: string; readonly most: string }
  | {
      readonly by: 'measure';
      readonly unit: string;
      readonly better: 'higher' | 'lower';
      readonly between: 'steps' | 'lines';
      readonly bands: readonly { readonly at: string; readonly percent: string }[];
    }
  | {
      readonly by: 'checklist';
      readonly need: 'all' | 'any' | 'count' | 'weighted';
      readonly fullAt: number;
      readonly items: readonly { readonly id: string; readonly label: string; readonly weight: string }[];
    };

export function toControl(method: RatingMethod, points: string, criteria: Criteria, language: Language): RatingControl {
  const say = (text: LocalizedText | null) => textIn(text, language, criteria.language);
  switch (method.by) {
    case 'met':
      return { by: 'met' };
    case 'sample':
      return { by: 'sample', atLeast: method.atLeast };
    case 'level':
      return {
        by: 'level',
        levels: method.levels.map(({ value, share, label, anchor }) => ({
          value: String(value),
          label: say(label),
          anchor: say(anchor),
          percent: percent(share),
        })),
      };
    case 'points':
      return { by: 'points', step: method.step, most: points };
    case 'measure':
      return {
        by: 'measure',
        unit: say(method.unit),
        better: method.better,
        between: method.between,
        bands: method.bands.map(({ at, share }) => ({ at, percent: percent(share) })),
      };
    case 'checklist':
      return {
        by: 'checklist',
        need: method.need,
        fullAt: method.fullAt,
        items: method.items.map(({ id, label, weight }) => ({ id, label: say(label), weight })),
      };
  }
}

/** `0.85` as `85 %`, without rounding: the point of the decimal moves. */
function percent(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0')}`;
  const cut = whole.length + 2;
  const rest = digits.slice(cut).replace(/0+$/, '');
  return `${Number(digits.slice(0, cut))}${rest ? `.${rest}` : ''} %`;
}

/** The fields of the sheet as they stand for what is saved. */
export function toForm(saved: ClauseRating | null): FormState {
  return { errors: {}, values: { note: saved?.note ?? '', ...ratingValues(saved?.rating ?? null) } };
}

function ratingValues(rating: Rating | null): FormState['values'] {
  switch (rating?.by) {
    case 'met':
      return { met: rating.met ? 'yes' : 'no' };
    case 'level':
      return { level: String(rating.level) };
    case 'sample':
      return { size: String(rating.size), failed: String(rating.failed) };
    case 'points':
      return { points: rating.points };
    case 'measure':
      return { value: rating.value };
    case 'checklist':
      return rating.present.length > 0 ? { present: rating.present } : { nonePresent: 'on' };
    case 'not-applicable':
      return { notApplicable: 'on', reason: rating.reason };
    default:
      return {};
  }
}
