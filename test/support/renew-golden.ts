import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Golden, goldenOfShelf } from './paper-shelf.ts';

/**
 * `npm run golden` writes anew what the SHA-256 of every document must be; run on purpose, after a look at the pages that changed.
 * With `--print` the hashes are only printed.
 */
const file = fileURLToPath(new URL('../reports/golden-papers.json', import.meta.url));
const golden = await goldenOfShelf();

if (process.argv.includes('--print')) process.stdout.write(JSON.stringify(golden));
else {
  const before: Partial<Golden> = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  await writeFile(file, `${JSON.stringify(golden, null, 2)}\n`);
  const changed = Object.entries(golden.papers).filter(([name, { unpacked }]) => unpacked !== before.papers?.[name]?.unpacked);
  process.stdout.write(
    changed.length === 0 ? 'Nothing has changed.\n' : `Changed: ${changed.map(([name]) => name).join(', ')}\n`,
  );
}
