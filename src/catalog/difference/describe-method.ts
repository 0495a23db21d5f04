import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { ChecklistMethod, RatingMethod } from '../../model/criteria.ts';

/** A rating method with its numbers in a few words. */
export function describeMethodBriefly(method: RatingMethod | null, language: Language): string {
  const t = translator(language);
  switch (method?.by) {
    case undefined:
      return t('difference.nothing');
    case 'met':
      return t('difference.methodMet');
    case 'sample':
      return t('difference.methodSample', { atLeast: method.atLeast });
    case 'points':
      return t('difference.methodPoints', { step: method.step });
    case 'level':
      return t('difference.methodLevel', { levels: method.levels.map(({ value, share }) => `${value} = ${share}`).join('; ') });
    case 'measure': {
      const sign = method.better === 'higher' ? '≥' : '≤';
      const range = method.from === null && method.to === null ? '' : `; ${method.from ?? ''}…${method.to ?? ''}`;
      const bands = method.bands.map(({ at, share }) => `${sign} ${at} = ${share}`).join('; ') + range;
      return t(method.between === 'lines' ? 'difference.methodMeasureLines' : 'difference.methodMeasure', { bands });
    }
    case 'checklist':
      return describeChecklist(method, t);
  }
}

function describeChecklist({ need, items, fullAt }: ChecklistMethod, t: Translate): string {
  const names = items.map(({ id, weight }) => (need === 'weighted' ? `${id} = ${weight}` : id)).join('; ');
  if (need === 'count') return t('difference.methodCount', { fullAt, items: names });
  if (need === 'weighted') return t('difference.methodWeighted', { items: names });
  return t(need === 'all' ? 'difference.methodAll' : 'difference.methodAny', { items: names });
}
