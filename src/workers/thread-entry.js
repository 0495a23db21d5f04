import { register } from 'tsx/esm/api';

register();

/** A thread begins here, before anything can read TypeScript: calls the function of that name of the module. */
export async function run({ module, name, task, port }) {
  const work = await import(module);
  return work[name](task, (news) => port?.postMessage(news));
}
