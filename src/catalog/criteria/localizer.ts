import type { LocalizedText } from '../../model/criteria.ts';
import type { ClauseTextsForm, OverlayHeadForm } from '../forms/overlay-form.ts';
import type { Partially } from '../forms/part.ts';
import type { Overlay } from './overlay.ts';

/** How far one overlay translates the file. */
export interface Translation {
  readonly language: string;
  /** Whole percent of the file's texts, rounded down: 100 only when nothing is missing. */
  readonly percent: number;
  /** Keys of the texts that are missing, e.g. `clauses.repair-records.title`, in the order of the file. */
  readonly missing: readonly string[];
}

/** The texts of an overlay by clause. */
export interface Texts {
  readonly head: Partially<OverlayHeadForm>;
  readonly clause: (id: string) => Partially<ClauseTextsForm>;
}

/** Puts the texts of all languages together, and keeps count of what is missing. */
export interface Localizer {
  readonly languages: readonly string[];
  readonly text: (key: string, own: string, pick: (texts: Texts) => string | undefined) => LocalizedText;
  readonly optional: (key: string, own: string | undefined, pick: (texts: Texts) => string | undefined) => LocalizedText | null;
  readonly translations: () => Translation[];
}

export function createLocalizer(language: string, overlays: readonly Overlay[]): Localizer {
  const others = overlays.map((overlay) => ({
    language: overlay.head.form.language ?? '',
    texts: { head: overlay.head.form, clause: (id: string) => overlay.clauses.get(id)?.form ?? {} },
    missing: Array.of<string>(),
  }));
  let total = 0;

  const text: Localizer['text'] = (key, own, pick) => {
    total += 1;
    const localized: Record<string, string> = { [language]: own };
    for (const other of others) {
      const found = pick(other.texts);
      if (found === undefined) other.missing.push(key);
      else localized[other.language] = found;
    }
    return localized;
  };
  return {
    languages: [language, ...others.map((other) => other.language)],
    text,
    optional: (key, own, pick) => (own === undefined ? null : text(key, own, pick)),
    translations: () =>
      others.map((other) => ({
        language: other.language,
        percent: total === 0 ? 100 : Math.floor(((total - other.missing.length) / total) * 100),
        missing: other.missing,
      })),
  };
}
