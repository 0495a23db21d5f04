import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Clause, Criteria, RatingMethod } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';

/** What was said of a clause, at each site where it was; null while it is unrated. */
export function quoteSaid(criteria: Criteria, clause: Clause, said: ClauseRating, language: Language): string | null {
  if (!said.sites) return said.rating && quoteRating(criteria, clause, said.rating, language);
  const t = translator(language);
  const quotes = said.sites.flatMap(({ site, rating }) =>
    rating ? [t('upgrade.atSite', { site, rating: quoteRating(criteria, clause, rating, language) })] : [],
  );
  return quotes.join(t('upgrade.siteSeparator')) || null;
}

/** A rating in a few words, as it is quoted in a note: `3 已定义级`, `抽查 20 项，不合格 3 项`. */
export function quoteRating(criteria: Criteria, { method, points }: Clause, rating: Rating, language: Language): string {
  const t = translator(language);
  const read = (text: Parameters<typeof textIn>[0]) => textIn(text, language, criteria.language);
  switch (rating.by) {
    case 'met':
      return t(rating.met ? 'upgrade.met' : 'upgrade.notMet');
    case 'sample':
      return t('upgrade.sample', { size: rating.size, failed: rating.failed });
    case 'level':
      return `${rating.level} ${levelLabel(method, rating.level, read)}`.trim();
    case 'points':
      return t('upgrade.points', { points: rating.points, full: points });
    case 'measure':
      return `${rating.value} ${method?.by === 'measure' ? read(method.unit) : ''}`.trim();
    case 'checklist': {
      const items = itemLabels(method, rating.present, read);
      return items.length === 0 ? t('upgrade.noItems') : t('upgrade.items', { items: items.join(t('upgrade.listSeparator')) });
    }
    case 'not-applicable':
      return t('upgrade.notApplicable', { reason: rating.reason || '—' });
  }
}

type Read = (text: Parameters<typeof textIn>[0]) => string;

function levelLabel(method: RatingMethod | null, level: number, read: Read): string {
  return method?.by === 'level' ? read(method.levels.find(({ value }) => value === level)?.label ?? null) : '';
}

function itemLabels(method: RatingMethod | null, present: readonly string[], read: Read): string[] {
  const items = method?.by === 'checklist' ? method.items : [];
  return present.map((id) => read(items.find((item) => item.id === id)?.label ?? null) || id);
}
