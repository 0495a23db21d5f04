import { join } from 'node:path';
import { jsonSchemas } from '../catalog/json-schemas.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { writeWhole } from './write-whole.ts';

/** Writes the JSON Schemas of our files into a folder. */
export async function writeSchemas(folder: string, { language, output }: Session): Promise<ExitCode> {
  const t = translator(language);
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    const file = join(folder, name);
    await writeWhole(file, schema);
    output.out(t('cli.written', { file }));
  }
  return exitCodes.fine;
}
