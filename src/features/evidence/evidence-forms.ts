import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import { isDay, list, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

const titleLength = 200;

const details = {
  ownDate: optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date'))),
  note: optionalText(5000).transform((value) => (value ?? '').replaceAll('\r\n', '\n')),
  link: optionalText(2000).check(rule((value) => value === null || isWebAddress(value), message('evidence.badLink'))),
  clauses: list(1000),
};

/** Empty: by the content of the file. */
const optionalKind = z
  .union([z.enum(evidenceKinds), z.literal('')])
  .optional()
  .transform((value): EvidenceKind | null => value || null);

/** Handing in: what is left out comes from the file. `next` is where to go on afterwards. */
export const addForm = z.strictObject({
  ...details,
  kind: optionalKind,
  title: optionalText(titleLength),
  next: z.string().max(2000).optional(),
});

export const changeForm = z.strictObject({ ...details, kind: z.enum(evidenceKinds), title: requiredText(titleLength) });

export type AddInput = z.output<typeof addForm>;
export type ChangeInput = z.output<typeof changeForm>;

export const evidenceListQuery = listQuery.extend({ kind: z.enum(evidenceKinds).nullable().catch(null) });

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '';
}
