import { languageOf } from '../cli/output.ts';
import { readConfig } from '../config.ts';
import { serve } from '../serve.ts';
import { withDemoKey } from './demo-key.ts';
import { prepareDemo } from './prepare-demo.ts';

const print = (line: string) => console.log(line);

try {
  const language = languageOf(undefined, process.env);
  await serve(await withDemoKey(readConfig(process.env)), print, (deps) => prepareDemo(deps, language, print));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
