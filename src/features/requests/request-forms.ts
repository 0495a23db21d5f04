import { z } from 'zod';
import { checkbox, day, list, optionalText, requiredText } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import { requestFilters } from './request-store.ts';

const revision = z.coerce.number().int().min(1);

export const askForm = z.strictObject({ text: requiredText(5000), clauses: list(200), siteId: optionalText(40), dueOn: day() });

/** Handing in; the files come beside the fields. */
export const handInForm = z.strictObject({
  revision,
  keepDetails: checkbox(),
  note: optionalText(5000),
  source: optionalText(200),
  ownDate: z.union([day(), z.literal('')]).optional(),
});

/** A step that needs words: why not, why it is returned or withdrawn. */
export const wordsForm = z.strictObject({ revision, text: requiredText(2000) });
export const acceptForm = z.strictObject({ revision, text: optionalText(2000) });
export const postponeForm = z.strictObject({ revision, dueOn: day(), text: optionalText(2000) });

export const requestQuery = listQuery.extend({ filter: z.enum(requestFilters).catch('open') });
