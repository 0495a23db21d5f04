import type { Language } from '../i18n/language.ts';
import { clauseName } from './clause-name.ts';
import { ratedClauses } from './clauses.ts';
import type { Dossier } from './dossier.ts';
import type { Result } from './result.ts';

/** A clause that was set aside, everywhere or at one site. */
export interface SetAside {
  readonly id: string;
  /** Number and title; with the site where it applies elsewhere. */
  readonly name: string;
  /** null: its points stay, because it applies at other sites. */
  readonly points: string | null;
  /** Empty where none was given. */
  readonly reason: string;
}

/** The rated clauses that do not apply, in the order of the criteria, each followed by none or by the sites that leave it. */
export function setAsideOf({ criteria, ratings }: Dossier, result: Result, language: Language): SetAside[] {
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  return ratedClauses(criteria).flatMap(({ id }): SetAside[] => {
    const own = results.get(id);
    if (!own) return [];
    const name = clauseName(criteria, id, language);
    const { explanation } = own;
    if (explanation.by === 'not-applicable') return [{ id, name, points: own.points.shown, reason: explanation.reason.trim() }];
    if (!own.sites) return [];
    return (ratings[id]?.sites ?? []).flatMap(({ site, rating }) =>
      rating?.by === 'not-applicable' ? [{ id, name: `${name} – ${site}`, points: null, reason: rating.reason.trim() }] : [],
    );
  });
}
