import { z } from 'zod';
import type { Message } from '../../i18n/translate.ts';

export interface Refusal {
  readonly refused: Message;
  readonly hint: Message | null;
}

/** A single value: how editors check it (`schema`) and how we do. What is refused carries its message to the issue. */
export function scalar<T>(schema: Readonly<Record<string, unknown>>, read: (value: unknown) => { value: T } | Refusal) {
  return z
    .unknown()
    .meta({ ...schema })
    .transform((value, context): T => {
      const reading = read(value);
      if ('value' in reading) return reading.value;
      context.issues.push({ code: 'custom', input: value, params: { ...reading } });
      return z.NEVER;
    });
}

export function refuse(refused: Message, hint: Message | null = null): Refusal {
  return { refused, hint };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'hint' in value;
}
