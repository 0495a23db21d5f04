import { z } from 'zod';
import { largestFile } from '../../catalog/source/text-file.ts';
import { languages } from '../../i18n/language.ts';
import { requiredText } from '../../web/forms.ts';
import { type DraftTexts, overlayField, tidyTexts } from './draft-texts.ts';

const text = z.string().max(largestFile);
const overlayFields = { [overlayField('zh-CN')]: text.optional(), [overlayField('en')]: text.optional() };
const textsShape = { source: text, ...overlayFields };

/** The texts alone, to be checked. */
export const textsForm = z.object(textsShape).transform(toTexts);

/** The texts with the revision from which they were written. */
export const saveForm = z
  .object({ ...textsShape, revision: z.coerce.number().int().min(1) })
  .transform((form) => ({ ...toTexts(form), revision: form.revision }));

/** How a draft begins. */
export const beginForm = z.discriminatedUnion('from', [
  z.object({ from: z.literal('version'), version: requiredText(200) }),
  z.object({ from: z.literal('files') }),
  z.object({ from: z.literal('template') }),
]);

export const publishForm = z.strictObject({ revision: z.coerce.number().int().min(1), hash: z.string().max(64) });

function toTexts(form: Readonly<Record<string, unknown>>): DraftTexts {
  const overlays = languages.flatMap((language) => {
    const found = form[overlayField(language)];
    return typeof found === 'string' ? [[language, found]] : [];
  });
  return tidyTexts({ source: String(form.source), overlays: Object.fromEntries(overlays) });
}
