import type { Message } from '../../i18n/translate.ts';

/** `mend`: something is unsafe or does not work; `advice`: it works, and could be safer; `fine`. */
export type Health = 'fine' | 'advice' | 'mend';

export interface Finding {
  readonly health: Health;
  readonly text: Message;
}

export const fine = (text: Message): Finding => ({ health: 'fine', text });
export const advice = (text: Message): Finding => ({ health: 'advice', text });
export const mend = (text: Message): Finding => ({ health: 'mend', text });
