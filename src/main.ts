import { readConfig } from './config.ts';
import { serve } from './serve.ts';

try {
  await serve(readConfig(process.env), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
