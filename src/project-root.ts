import { fileURLToPath } from 'node:url';

/** The folder of the package: where `criteria/`, `migrations/` and `views/` stand. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
