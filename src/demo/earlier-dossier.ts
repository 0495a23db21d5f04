import type { Dossier, Evidence } from '../model/dossier.ts';
import type { Rating } from '../model/rating.ts';

/** What the same company could have said of itself a year before: in every third clause a step less, nothing found or noted. */
export function earlierDossier(dossier: Dossier): Dossier {
  const ratings = Object.entries(dossier.ratings).map(([id, { rating }], index) => {
    const earlier = rating && index % 3 === 0 ? stepBack(rating) : rating;
    return [id, { rating: earlier, note: '' }];
  });
  return {
    ...dossier,
    ratings: Object.fromEntries(ratings),
    evidence: dossier.evidence.map(ofTheYearBefore),
    findings: [],
    adjustments: [],
  };
}

function stepBack(rating: Rating): Rating {
  if (rating.by === 'level') return { ...rating, level: Math.max(1, rating.level - 1) };
  if (rating.by === 'sample') return { ...rating, failed: Math.min(rating.size, rating.failed + 2) };
  if (rating.by === 'checklist') return { ...rating, present: rating.present.slice(0, -1) };
  return rating;
}

/** The files of the examples are of the audit; a year before there were others. */
function ofTheYearBefore(evidence: Evidence): Evidence {
  return { ...evidence, title: evidence.title.replace('二〇二五', '二〇二四'), date: null, note: '', file: null };
}
