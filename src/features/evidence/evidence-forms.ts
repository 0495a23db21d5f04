import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import { evidenceStatuses } from '../../model/evidence-life.ts';
import { checkbox, isDay, list, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

const titleLength = 200;

const optionalDay = () => optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));

const details = {
  ownDate: optionalDay(),
  periodFrom: optionalDay(),
  periodTo: optionalDay(),
  validUntil: optionalDay(),
  siteId: optionalText(40),
  source: optionalText(200),
  findings: list(500),
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
  keepDetails: checkbox(),
  next: z.string().max(2000).optional(),
});

/** `revision`: at which the form was made. */
export const changeForm = z.strictObject({
  ...details,
  kind: z.enum(evidenceKinds),
  title: requiredText(titleLength),
  revision: z.coerce.number().int().min(1),
});

/** Rejecting and replacing ask for a reason, replacing for the piece that stands in its place, as people write it: E9. */
export const judgementForm = z.strictObject({
  status: z.enum(evidenceStatuses),
  reason: optionalText(2000),
  by: optionalText(12),
  revision: z.coerce.number().int().min(1),
});

export const reuseForm = z.strictObject({ evidence: list(200) });

type Optional = 'periodFrom' | 'periodTo' | 'validUntil' | 'siteId' | 'source' | 'findings';
type Output<T extends z.ZodType> = Omit<z.output<T>, Optional> & Partial<Pick<z.output<typeof changeForm>, Optional>>;

export type AddInput = Omit<Output<typeof addForm>, 'next' | 'keepDetails'>;
export type ChangeInput = Output<typeof changeForm>;
export type JudgementInput = z.output<typeof judgementForm>;

export const evidenceListQuery = listQuery.extend({
  kind: z.enum(evidenceKinds).nullable().catch(null),
  status: z
    .enum([...evidenceStatuses, 'expired'])
    .nullable()
    .catch(null),
});

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '';
}
