import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import { optionalText, requiredText } from '../../web/forms.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { keepBody, readBody } from './body-store.ts';

export const bodyForm = z.object({
  nameZh: requiredText(80),
  nameEn: requiredText(120),
  addressZh: requiredText(120),
  addressEn: requiredText(160),
  accreditation: optionalText(60),
  phone: optionalText(40),
  website: optionalText(100),
  revision: z.coerce.number().int().min(0),
});

/** Says who issues certificates. Those that are signed already stay as they are. Throws `conflict` when somebody was quicker. */
export async function changeBody(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { revision, ...body }: z.output<typeof bodyForm>,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await readBody(trx);
    await keepBody(trx, body, revision);
    const details = { before: before.body, after: body };
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'certification-body.changed',
      subject: 'certification-body',
      subjectId: '1',
      details,
    });
  });
}
