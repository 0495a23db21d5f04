import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { type Catalog, openCatalog } from '../../src/catalog/open-catalog.ts';
import { missingToFinish } from '../../src/model/completion.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog('criteria');
});

async function read(name: string): Promise<Dossier> {
  const { dossier, problems } = await readAssessmentFile(`docs/examples/${name}.yaml`, { catalog });
  expect(problems).toEqual([]);
  if (!dossier) throw new Error(`${name} was not read`);
  return dossier;
}

describe('the example of a complete initial assessment', () => {
  test('reaches the five-star band and is held at four stars by customer service', async () => {
    const result = resultOf(await read('haichuan-initial'));
    expect(result.score).toEqual({ exact: '132658/1393', shown: '95.23' });
    expect([result.outcome, result.band, result.grade]).toEqual(['graded', 'five-star', 'four-star']);
    expect(result.effects).toMatchObject([
      { because: 'requirement', withheld: 'five-star', condition: { clause: 'customer-service' } },
    ]);
    expect(result.maturity?.overall).toBe(3);
  });

  test('lacks nothing: every clause is rated and has the evidence required', async () => {
    expect(missingToFinish(await read('haichuan-initial'))).toEqual([]);
  });

  test('its samples agree with the repair slips beside it', async () => {
    const slips = readFileSync('docs/examples/evidence/repair-slips.csv', 'utf8').trim().split('\r\n').slice(1);
    const { ratings } = await read('haichuan-initial');
    const failed = slips.filter((slip) => slip.includes('不合格')).length;
    expect(ratings['repair-records']?.rating).toEqual({ by: 'sample', size: slips.length, failed });
    const inWarranty = slips.filter((slip) => slip.includes('保修期内')).length;
    expect(ratings['in-warranty-repair']?.rating).toEqual({ by: 'sample', size: inWarranty, failed: 0 });
  });

  test('its evidence files are all there and small', async () => {
    const files = (await read('haichuan-initial')).evidence.flatMap(({ file }) => file ?? []);
    expect(files.map(({ mediaType }) => mediaType).sort()).toEqual(['application/pdf', 'image/png', 'text/csv', 'text/plain']);
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(300_000);
  });
});

test('the example of a half-done self-assessment has no grade but a floor and a ceiling', async () => {
  const dossier = await read('haichuan-self');
  const { coverage, outcome, grade, score, floor, ceiling } = resultOf(dossier);
  expect([outcome, grade]).toEqual(['incomplete', null]);
  expect(coverage).toMatchObject({ rated: 50, applicable: 100 });
  expect([floor.shown, score.shown, ceiling.shown]).toEqual(['40.52', '84.89', '92.79']);
  expect(missingToFinish(dossier).length).toBeGreaterThan(50);
});
