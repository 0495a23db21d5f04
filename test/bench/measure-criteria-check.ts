import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { type Figure, figure, kilobytes, median, milliseconds, times, timesOf } from './figures.ts';
import { wideFile } from './wide-file.ts';

/** All checks of a file of 5,000 clauses, and its reading as YAML into plain objects without any check. */
export async function measureCriteriaCheck(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  try {
    const text = wideFile('wide', 5000);
    const file = join(folder, 'wide.yaml');
    await writeFile(file, text);
    const { problems } = await readCriteria(file);
    if (problems.length > 0) throw new Error(`The file has ${problems.length} problems: ${JSON.stringify(problems[0])}`);

    const ours = median(await timesOf(5, () => readCriteria(file), 1));
    const plain = median(await timesOf(5, () => parse(text), 1));
    const what = `Criteria check: file of 5,000 clauses (${kilobytes(Buffer.byteLength(text))})`;
    return [
      figure(what, milliseconds(ours), '< 1000 ms', `YAML parse alone: ${milliseconds(plain)}, we take ${times(ours / plain)}`),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
