import type { Language } from '../../i18n/language.ts';
import { type TextKey, texts } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ListedEntry } from '../audit-trail/trail-store.ts';
import { isStepBack } from '../audit-trail/verify-trail.ts';
import { type Leaf, readDetails } from './trail-changes.ts';
import type { TrailQuery } from './trail-forms.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'trail/trail': TrailPage;
  }
}

export interface TrailPage extends PageFrame {
  readonly query: TrailQuery;
  readonly filtered: boolean;
  readonly deeds: readonly { readonly value: string; readonly label: string }[];
  readonly entries: Paged<TrailLine>;
  /** Path of the page, without its query. */
  readonly address: string;
  /** Paths of the exports of what is filtered. */
  readonly csv: string;
  readonly lines: string;
  /** Back to the assessment; null on the page of everything. */
  readonly assessment: { readonly id: string; readonly number: string } | null;
}

/** An entry in the reader's language. */
export interface TrailLine {
  readonly place: number;
  readonly at: string;
  readonly who: string;
  readonly where: string;
  readonly what: string;
  /** What it is about, `条款 1.1`; names from the outside in are joined. */
  readonly context: readonly { readonly field: string; readonly value: string }[];
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly withheld: boolean;
  /** Names were taken out. */
  readonly erased: boolean;
  /** The time of the entry before, where it is later than this one's. */
  readonly stepBackFrom: string | null;
  readonly hash: string;
}

/** Every deed that has words. */
export const knownDeeds: readonly string[] = Object.keys(texts).flatMap((key) =>
  key.startsWith('deed.') ? [key.slice('deed.'.length)] : [],
);

/** The words for a deed; one that this version does not know any more by its own name. */
export function deedWords(deed: string, language: Language): string {
  return wordsOf(`deed.${deed}`, language) ?? deed;
}

/** Ids in the details by which names can be looked up. */
export function idsIn(entries: readonly ListedEntry[]): string[] {
  const pattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  return [...new Set(entries.flatMap(({ details, subjectId }) => `${subjectId} ${details}`.match(pattern) ?? []))];
}

export function toTrailLine(
  entry: ListedEntry,
  language: Language,
  names: ReadonlyMap<string, string>,
  withheld: boolean,
): TrailLine {
  const t = translator(language);
  const { context, changes } = withheld ? { context: [], changes: [] } : readDetails(entry.details);
  const nameOf = (path: readonly string[]) => path.map((part) => wordsOf(`field.${part}`, language) ?? part).join(' · ');
  const write = (value: Leaf) => {
    if (value === null) return t('trail.nothing');
    if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no');
    return String(value)
      .split(', ')
      .map((part) => names.get(part) ?? part)
      .join(', ');
  };
  const subjectName = names.get(entry.subjectId);
  return {
    place: entry.place,
    at: entry.at,
    who: entry.actorName ?? t(entry.actorId ? 'trail.gone' : entry.client === null ? 'trail.program' : 'trail.nobody'),
    where: [entry.address, entry.client].filter((part) => part !== null).join(' · '),
    what: [deedWords(entry.deed, language), subjectName].filter(Boolean).join(language === 'en' ? ': ' : '：'),
    context: context.map(({ path, value }) => ({ field: nameOf(path), value: write(value) })),
    changes: changes.map(({ path, before, after }) => ({ field: nameOf(path), before: write(before), after: write(after) })),
    withheld,
    erased: entry.erased !== null,
    stepBackFrom: isStepBack(entry.earlierAt, entry.at) ? entry.earlierAt : null,
    hash: entry.hash,
  };
}

function wordsOf(key: string, language: Language): string | null {
  return isKey(key) ? texts[key][language] : null;
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}
