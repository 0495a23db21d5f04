import { criteriaHash } from '../../catalog/criteria/criteria-hash.ts';
import type { CriteriaDraft } from '../../catalog/criteria/draft.ts';
import type { Translation } from '../../catalog/criteria/localizer.ts';
import { type DraftReading, readCriteriaDraft } from '../../catalog/criteria/parse-criteria.ts';
import type { Problem } from '../../catalog/source/problem.ts';
import { readYaml } from '../../catalog/source/yaml-source.ts';
import { type Language, languages } from '../../i18n/language.ts';
import type { Criteria } from '../../model/criteria.ts';

/** The texts of a draft: the criteria as YAML, and an overlay for each further language. */
export interface DraftTexts {
  readonly source: string;
  readonly overlays: Overlays;
}

/** Language → text of its overlay; languages without one are left out. */
export type Overlays = Readonly<Partial<Record<Language, string>>>;

export interface DraftCheck {
  /** null while there is any problem. */
  readonly criteria: Criteria | null;
  readonly hash: string | null;
  /** Their `file` is the name of the field in which the text stands: `source`, `overlay-en`. */
  readonly problems: readonly Problem[];
  readonly translations: readonly Translation[];
  /** What could be read; null when the text is no map. */
  readonly draft: CriteriaDraft | null;
  /** The values as they stand, whether they can be right or not. */
  readonly sources: DraftReading['sources'];
}

export type CheckTexts = (texts: DraftTexts) => DraftCheck;

/** Checks the texts as a publication would. Never throws on any text. `read` may remember what it has read. */
export function checkTexts({ source, overlays }: DraftTexts, read: typeof readYaml = readYaml): DraftCheck {
  const others = languages.flatMap((language) => {
    const text = overlays[language];
    return text === undefined ? [] : [{ name: overlayField(language), text, language }];
  });
  return toCheck(readCriteriaDraft('source', source, others, read));
}

/** What a check says of texts that were read. */
export function toCheck({ criteria, draft, problems, translations, sources }: DraftReading): DraftCheck {
  return { criteria, draft, problems, translations, sources, hash: criteria && criteriaHash(criteria) };
}

/** The name of the field that holds the overlay of that language. */
export function overlayField(language: Language): `overlay-${Language}` {
  return `overlay-${language}`;
}

/** What a list calls the draft: its title, else its id, else nothing. */
export function titleOf(check: DraftCheck): string {
  const head = check.draft?.head.form;
  return head?.title ?? head?.id ?? '';
}

/** Line ends as files have them; forms send others. An overlay without text is none. */
export function tidyTexts({ source, overlays }: DraftTexts): DraftTexts {
  const tidy = Object.entries(overlays).flatMap(([language, text]) => {
    const lines = withPlainEnds(text ?? '');
    return lines.trim() === '' ? [] : [[language, lines]];
  });
  return { source: withPlainEnds(source), overlays: Object.fromEntries(tidy) };
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The texts with another version number at their tops; everything else, comments too, stays as it stands. */
export function withVersion({ source, overlays }: DraftTexts, version: string): DraftTexts {
  const raise = (text: string) => text.replace(/^(version:[ \t]*["']?)[\d.]+/m, `$1${version}`);
  return {
    source: raise(source),
    overlays: Object.fromEntries(Object.entries(overlays).map(([language, text]) => [language, raise(text ?? '')])),
  };
}

/** The next minor version: `1.4.2` gives `1.5.0`. */
export function nextVersion(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}
