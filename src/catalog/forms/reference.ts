import { message } from '../../i18n/translate.ts';
import { PlainNumber, showValue } from '../source/plain-number.ts';
import { refuse, scalar } from './scalar.ts';

const referencePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
/** The short reference of a piece of evidence or a sample, `E7`. */
export const reference = scalar({ type: ['string', 'integer'], pattern: referencePattern.source }, (value) => {
  const found = value instanceof PlainNumber ? value.source : value;
  if (typeof found === 'string' && referencePattern.test(found)) return { value: found };
  return refuse(message('assessment.badReference', { found: showValue(value) }));
});
