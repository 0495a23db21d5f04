import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCriteriaDraft } from '../../src/catalog/criteria/parse-criteria.ts';
import { copyClause, moveClause, removeClause } from '../../src/catalog/edit/clause-deeds.ts';
import { openPieceReader } from '../../src/catalog/source/read-in-pieces.ts';
import { readYaml } from '../../src/catalog/source/yaml-source.ts';
import { projectRoot } from '../../src/project-root.ts';
import { wideFile } from '../bench/wide-file.ts';
import { goodCriteria } from '../support/criteria-text.ts';

const { read } = openPieceReader();
const folder = join(projectRoot, 'criteria');
const shipped = readdirSync(folder).filter((name) => /^[\w-]+\.yaml$/.test(name));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

function both(text: string) {
  const [whole, pieces] = [readCriteriaDraft('c', text), readCriteriaDraft('c', text, [], read)];
  return [whole, pieces].map(({ criteria, problems }) => ({ criteria, problems }));
}

test.each(shipped)('%s is read alike as a whole and in pieces', (name) => {
  const [whole, pieces] = both(textOf(name));
  expect(whole?.criteria).not.toBeNull();
  expect(pieces).toEqual(whole);
});

test('so is a text with any one character gone or put in', () => {
  const marks = ['"', '- ', '\n', '  ', ':', '&a ', '{', '#', 'clauses:\n'];
  for (let at = 0; at < goodCriteria.length; at += 5) {
    for (const text of [
      goodCriteria.slice(0, at) + goodCriteria.slice(at + 1),
      goodCriteria.slice(0, at) + (marks[at % marks.length] ?? '') + goodCriteria.slice(at),
    ]) {
      const [whole, pieces] = both(text);
      expect(pieces, text).toEqual(whole);
    }
  }
});

test('a large text is read ahead bit by bit, others get their turn meanwhile, and it reads alike', async () => {
  const text = wideFile('wide', 1000);
  const reader = openPieceReader();
  let turns = 0;
  let isReading = true;
  const takeTurn = () => {
    turns += 1;
    if (isReading) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await reader.readAhead(text);
  isReading = false;
  expect(turns).toBeGreaterThan(text.length / 60_000);
  expect(reader.read('c', text).value).toEqual(readYaml('c', text).value);
});

test('a clause that is copied and removed, or moved and moved back, leaves the text as it was', () => {
  const source = textOf('after-sales-maturity.yaml');
  const texts = { source, overlays: { en: textOf('after-sales-maturity.en.yaml') } };
  expect(removeClause(copyClause(texts, [0, 1, 2]), [0, 1, 3])).toEqual(texts);
  expect(removeClause(copyClause(texts, [1]), [2])).toEqual(texts);
  const moved = moveClause(texts, [0, 1, 2], { parent: [1, 0], index: 1 });
  expect(moved.source.split('\n')).toHaveLength(source.split('\n').length);
  expect(moveClause(moved, [1, 0, 1], { parent: [0, 1], index: 2 })).toEqual(texts);
});
