import type { Message } from '../i18n/translate.ts';

export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

/** Field name → what is wrong with it. */
export type FieldErrors = Readonly<Record<string, Message>>;

/**
 * A refusal that the user caused and can mend. The message is shown to them in their language; everything that is not
 * an AppError is a fault of ours, is logged and never shown.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly text: Message;
  readonly fields: FieldErrors;

  constructor(code: ErrorCode, text: Message, fields: FieldErrors = {}, options?: ErrorOptions) {
    super(`${code}: ${text.key}`, options);
    this.name = 'AppError';
    this.code = code;
    this.text = text;
    this.fields = fields;
  }
}
