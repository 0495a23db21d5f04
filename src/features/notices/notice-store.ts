import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Message } from '../../i18n/translate.ts';

/** What several people are told at once. */
export interface Notice {
  /** Ids of the people; each is told once, however often they stand here. */
  readonly to: readonly string[];
  readonly text: Message;
  /** Where it is about, a path of this site. */
  readonly href: string;
  readonly assessmentId: string | null;
  readonly at: Date;
}

/** Puts a notice into the inbox of each of these people, in the transaction of the deed that it tells of. */
export async function insertNotice(trx: Trx, { to, text, href, assessmentId, at }: Notice): Promise<void> {
  const rows = [...new Set(to)].map((userId) => ({
    id: randomUUID(),
    user_id: userId,
    at: at.toISOString(),
    text_key: text.key,
    parameters: JSON.stringify(text.parameters),
    href,
    assessment_id: assessmentId,
  }));
  if (rows.length > 0) await trx.batchInsert('notices', rows, 100);
}
