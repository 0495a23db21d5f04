import { message } from '../../i18n/translate.ts';
import type { Duration } from '../../model/criteria.ts';
import { showValue } from '../source/plain-number.ts';
import { refuse, scalar } from './scalar.ts';

const pattern = /^([1-9]\d{0,3}) +(working days|days|weeks|months|years)$/;

/** A span of time such as `30 working days`; the singular is understood. */
export const duration = scalar(
  { type: 'string', pattern: '^[1-9]\\d{0,3} +(working days?|days?|weeks?|months?|years?)$' },
  (value): { value: Duration } | ReturnType<typeof refuse> => {
    const found = typeof value === 'string' ? value.trim().replace(/(day|week|month|year)$/, '$1s') : '';
    const [, digits = '', unit = ''] = pattern.exec(found) ?? [];
    if (isUnit(unit)) return { value: { value: Number(digits), unit } };
    return refuse(message('catalog.badDuration', { found: showValue(value) }));
  },
);

function isUnit(unit: string): unit is Duration['unit'] {
  return unit === 'days' || unit === 'working days' || unit === 'weeks' || unit === 'months' || unit === 'years';
}
