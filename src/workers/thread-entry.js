import { register } from 'tsx/esm/api';

register();

// The YAML parser looks up an environment variable for every token, which is slow on the real process.env.
process.env = { ...process.env };

/** A thread begins here, before anything can read TypeScript: calls the function of that name of the module. */
export async function run({ module, name, task, port }) {
  const work = await import(module);
  return work[name](task, (news) => port?.postMessage(news));
}
