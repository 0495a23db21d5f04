import { readConfig } from './config.ts';
import { serve } from './serve.ts';

// The YAML parser looks up an environment variable for every token, which is slow on the real process.env.
process.env = { ...process.env };

try {
  await serve(readConfig(process.env), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
