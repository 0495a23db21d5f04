import { expect, test } from 'vitest';
import { starterTexts } from '../../src/features/criteria-drafts/starter-text.ts';
import { startTestApp } from '../support/app.ts';
import { goodCriteria } from '../support/criteria-text.ts';
import { markupProblems } from '../support/page-checks.ts';
import { publishCriteria } from '../support/publish-criteria.ts';

const longer = goodCriteria
  .replace('version: 1.0.0', 'version: 1.1.0')
  .replace('title: First, points: 4', 'title: First of all, points: 3')
  .replace('number: "1.2", title: Second, points: 6', 'number: "1.3", title: Second, points: 5')
  .replace(
    'grades:',
    '      - {id: third, number: "1.2", title: Third, requirement: Keeps <b>records</b>, points: 2, rate_by: met}\ngrades:',
  )
  .replace('from: 70', 'from: 75');
const without = goodCriteria
  .replace('version: 1.0.0', 'version: 1.2.0')
  .replace('points: 10', 'points: 4')
  .replace(/scales:\n.*\n/, '')
  .replace(/.*id: second.*\n/, '');

test('shows two versions in words, with the words that changed marked', async () => {
  const app = await startTestApp();
  const [root, bo] = [await app.as('root'), await app.as('bo')];
  await publishCriteria(root, goodCriteria);
  expect((await bo.get('/criteria/sample/1.0.0').expect(200)).text).not.toContain('/difference');
  await publishCriteria(root, longer);
  expect((await bo.get('/criteria/sample/1.1.0').expect(200)).text).toContain('href="/criteria/sample/1.1.0/difference"');

  const { text } = await bo.get('/criteria/sample/1.1.0/difference').expect(200);
  expect(text).toContain('Sample: from version 1.0.0 to version 1.1.0');
  expect(text).toContain('<dt>Added</dt><dd>1 clause</dd>');
  expect(text).toContain('<dt>Removed</dt><dd>0 clauses</dd>');
  expect(text).toContain('<dt>Moved or renumbered</dt><dd>1 clause</dd>');
  expect(text).toContain('<dt>Reworded</dt><dd>1 clause</dd>');
  expect(text).toContain('<dt>Points or rating changed</dt><dd>2 clauses</dd>');
  expect(text).toContain('<dt>Outside the clauses</dt><dd>1 change</dd>');
  expect(text).toContain('First<ins><span class="visually-hidden">[added: </span> of all<span');
  expect(text).toContain('points: 4 → 3');
  expect(text).toContain('number: 1.2 → 1.3');
  expect(text).toContain('grade pass from: 70 → 75');
  expect(text).toContain('Keeps &lt;b&gt;records&lt;/b&gt;');
  expect(text).toContain('<a href="#section-section">1 Section</a>');
  expect(text).toContain('href="/criteria/sample/1.1.0#clause-third"');
  expect(markupProblems(text)).toEqual([]);
});

test('the version to compare with can be chosen, also a higher one', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  for (const text of [goodCriteria, longer, without]) await publishCriteria(root, text);
  const latest = await root.get('/criteria/sample/1.2.0/difference').expect(200);
  expect(latest.text).toContain('from version 1.1.0 to version 1.2.0');

  const chosen = await root.get('/criteria/sample/1.2.0/difference?from=1.0.0').expect(200);
  expect(chosen.text).toContain('<option value="1.0.0" selected>');
  expect(chosen.text).toContain('<dt>Removed</dt><dd>1 clause</dd>');
  expect(chosen.text).toContain('href="/criteria/sample/1.0.0#clause-second"');

  const lowest = await root.get('/criteria/sample/1.0.0/difference?from=1.2.0').expect(200);
  expect(lowest.text).toContain('<dt>Added</dt><dd>1 clause</dd>');
});

test('says so when nothing differs and when there is nothing to compare with', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  await publishCriteria(root, starterTexts('en').source);
  await publishCriteria(root, goodCriteria);
  const only = await root.get('/criteria/sample/1.0.0/difference').expect(200);
  expect(only.text).toContain('This is the only version of these criteria here');
  const same = await root.get('/criteria/sample/1.0.0/difference?from=1.0.0').expect(200);
  expect(same.text).toContain('The content is the same.');
});

test('what does not exist is not found, bad input is refused, strangers sign in first', async () => {
  const app = await startTestApp();
  const dora = await app.as('dora');
  await dora.get('/criteria/complaint-management/1.0.0/difference').expect(200);
  await dora.get('/criteria/complaint-management/1.0.0/difference?from=7.0.0').expect(404);
  await dora.get('/criteria/complaint-management/7.0.0/difference').expect(404);
  await dora.get('/criteria/complaint-management/1.0.0/difference?from=1.0.0&from=2.0.0').expect(422);
  await app.anonymous.get('/criteria/complaint-management/1.0.0/difference').expect(303);
});
