import { createHash, randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTarget } from './run-target.ts';
import { type Target, targets } from './targets.ts';

const most = 24 * 60;
const folder = 'fuzz-found';

interface Sum {
  readonly runs: number;
  readonly taken: number;
  readonly broken: number;
}

/** `npm run fuzz -- MINUTES [WORD]`: damaged files for that long, all readers by turns or those whose name has the word. */
async function fuzz(minutes: number, word: string): Promise<boolean> {
  const chosen = targets.filter(({ name }) => name.includes(word));
  if (!(minutes > 0 && minutes <= most) || chosen.length === 0) {
    explain();
    return false;
  }
  const sums = new Map<string, Sum>();
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; )
    for (const target of chosen) sums.set(target.name, added(sums.get(target.name), await someOf(target)));
  for (const [name, { runs, taken, broken }] of sums)
    console.log(`${name}: ${runs} files, ${taken} taken, broken ${broken} times`);
  return [...sums.values()].every(({ broken }) => broken === 0);
}

function explain(): void {
  const names = targets.map(({ name }) => `  ${name}`).join('\n');
  console.error(`npm run fuzz -- MINUTES [WORD]\nMINUTES up to ${most}; WORD stands in the name of a reader:\n${names}`);
}

async function someOf(target: Target): Promise<Sum> {
  const seed = randomInt(2 ** 31);
  const { runs, taken, broken } = await runTarget(target, { seed, numRuns: 200 });
  if (broken) await keep(target.name, broken.bytes, `seed ${seed}\n${String(broken.error)}`);
  return { runs, taken, broken: broken ? 1 : 0 };
}

function added(sum: Sum | undefined, { runs, taken, broken }: Sum): Sum {
  return { runs: (sum?.runs ?? 0) + runs, taken: (sum?.taken ?? 0) + taken, broken: (sum?.broken ?? 0) + broken };
}

/** What breaks a reader is kept with what happened. */
async function keep(name: string, bytes: Buffer, what: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(' ', '-')}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`);
  await writeFile(path, bytes);
  await writeFile(`${path}.txt`, `${what}\n`);
  console.error(`${name}: ${path}\n${what}`);
}

const [minutes = '', word = ''] = process.argv.slice(2);
process.exitCode = (await fuzz(Number(minutes), word)) ? 0 : 1;
