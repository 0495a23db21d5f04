import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As Debian's libpdfbox2-java, libactivation-java and libjaxb-api-java lay them down. */
const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

/** PDFBox's judge of PDF/A-1b is installed. */
export const hasPreflight = jars.every(existsSync) && spawnSync('java', ['-version']).status === 0;
export const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

/** A document with its bytes as a file of that folder. */
interface Laid {
  readonly name: string;
  readonly file: string;
}

/** Lays documents down as files, does something with them and removes them. */
export async function withFiles<T>(
  papers: readonly { name: string; bytes: Uint8Array }[],
  work: (laid: readonly Laid[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-papers-'));
  try {
    const laid = papers.map(({ name }) => ({ name, file: join(folder, `${name.replaceAll(' ', '_')}.pdf`) }));
    for (const [index, { file }] of laid.entries()) await writeFile(file, papers[index]?.bytes ?? '');
    return await work(laid, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What keeps each of the files from being PDF/A-1b, by one run of the judge for all of them; nothing: it is. */
export async function archiveProblems(papers: readonly { name: string; bytes: Uint8Array }[]): Promise<Record<string, string>> {
  return withFiles(papers, async (laid, folder) => {
    const list = join(folder, 'list');
    await writeFile(list, laid.map(({ file }) => file).join('\n'));
    const main = 'org.apache.pdfbox.preflight.Validator_A1b';
    await run('java', ['-cp', jars.join(':'), main, 'xml', 'group', list]).catch(() => undefined);
    const judged = await readFile(`${list}.preflight.xml`, 'utf8');
    const parts = judged.split('<preflight ').slice(1);
    return Object.fromEntries(laid.map(({ name }, index) => [name, problemIn(parts[index] ?? 'not judged')]));
  });
}

function problemIn(part: string): string {
  return /<isValid type="PDF\/A1-b">true</.test(part) ? '' : part.replace(/\s+/g, ' ');
}

/** What `qpdf --check` finds wrong with each of the files. */
export async function syntaxProblems(papers: readonly { name: string; bytes: Uint8Array }[]): Promise<Record<string, string>> {
  return withFiles(papers, async (laid) => {
    const found: Record<string, string> = {};
    for (const { name, file } of laid)
      found[name] = await run('qpdf', ['--check', file]).then(
        () => '',
        (error: unknown) => String(error),
      );
    return found;
  });
}
