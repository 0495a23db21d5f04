import { run } from './run.ts';

/** A reader that has seen enough, such as `head`, closes the pipe: that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// The YAML parser looks up an environment variable for every token, which is slow on the real process.env.
process.env = { ...process.env };

process.exitCode = await run(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
});
