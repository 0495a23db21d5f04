import { z } from 'zod';
import { assessmentForm } from './forms/assessment-form.ts';
import { criteriaForm } from './forms/criteria-form.ts';
import { overlayForm } from './forms/overlay-form.ts';

/** File name → JSON Schema (draft 2020-12) of what an author writes, for editors; as text, ready to be written. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'criteria.schema.json': schemaText(criteriaForm, 'Assay criteria file'),
    'overlay.schema.json': schemaText(overlayForm, 'Assay translation of a criteria file'),
    'assessment.schema.json': schemaText(assessmentForm, 'Assay assessment file'),
  };
}

function schemaText(form: z.ZodType, title: string): string {
  const { $schema, ...schema } = z.toJSONSchema(form, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
