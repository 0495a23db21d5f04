import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { contentHash, linkHash, noHash } from '../../src/features/audit-trail/audit-chain.ts';
import { recordAuditEntry } from '../../src/features/audit-trail/audit-store.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { startThrough } from '../support/start-assessment.ts';

interface Trail {
  readonly app: TestApp;
  readonly root: Agent;
}

/** Ada on three days, Bo on the second; the second day of the body begins at 16:00 UTC of the first. */
async function givenTrail(): Promise<Trail> {
  const app = await startTestApp();
  const { ada, bo } = app.people;
  const entries = [
    { at: '2026-01-10T15:59:59.000Z', who: ada.id, deed: 'site.added', details: { name: '=1+1, "quoted"\nand more' } },
    {
      at: '2026-01-10T16:00:00.000Z',
      who: ada.id,
      deed: 'site.changed',
      details: { before: { name: 'a' }, after: { name: 'b' } },
    },
    { at: '2026-01-11T03:00:00.000Z', who: bo.id, deed: 'site.changed', details: {} },
    { at: '2026-01-11T16:00:00.000Z', who: ada.id, deed: 'site.added', details: {} },
  ] as const;
  for (const { at, who, deed, details } of entries)
    await app.deps.db.transaction((trx) =>
      recordAuditEntry(trx, {
        at: new Date(at),
        actor: { id: who, origin: { address: '192.0.2.7', client: 'Chrome, Windows' } },
        ...{ deed, subject: 'site', subjectId: 'a-site', details },
      }),
    );
  return { app, root: await app.as('root') };
}

const placesIn = async (agent: Agent, query: string): Promise<number[]> => {
  const { text, body } = await agent.get(`/audit-trail/file?form=jsonl&${query}`).buffer(true).expect(200);
  const lines = (text ?? String(body)).trim();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line).place);
};

test('is filtered by person, deed and days of the body, and what is asked for together must all hold', async () => {
  const { root } = await givenTrail();
  const both = 'from=2026-01-11&until=2026-01-11';
  expect(await placesIn(root, both)).toEqual([2, 3]);
  expect(await placesIn(root, `${both}&deed=site.changed`)).toEqual([2, 3]);
  expect(await placesIn(root, `${both}&search=Bo`)).toEqual([3]);
  expect(await placesIn(root, 'search=ada&deed=site.added&until=2026-01-12')).toEqual([1, 4]);
  expect(await placesIn(root, 'from=2027-01-01')).toEqual([]);

  const page = await root.get(`/audit-trail?${both}&search=Bo`).expect(200);
  expect(page.text).toContain('Bo');
  expect(page.text).toContain('value="2026-01-11"');
  expect(page.text).toMatch(/file\?[^"]*search=Bo[^"]*form=csv/);
  expect((await root.get('/audit-trail?from=2027-01-01').expect(200)).text).not.toContain('192.0.2.7');
  // Nonsense in an address reads as nothing.
  await root.get('/audit-trail?from=31.12.2026&deed=%27;drop&page=x').expect(200);
});

test('the whole trail as JSON Lines can be recomputed by anybody', async () => {
  const { root } = await givenTrail();
  const { text, body, headers } = await root.get('/audit-trail/file?form=jsonl').buffer(true).expect(200);
  expect(headers['content-disposition']).toContain('audit-trail.jsonl');
  let previous = noHash;
  const lines = (text ?? String(body)).trim().split('\n');
  for (const [index, line] of lines.entries()) {
    const { place, previous_hash, hash, at, actor_id, deed, subject, subject_id, address, client, details } = JSON.parse(line);
    expect([place, previous_hash]).toEqual([index + 1, previous]);
    const content = { at, actorId: actor_id, deed, subject, subjectId: subject_id, address, client, details };
    previous = linkHash(place, previous, contentHash(content));
    expect(hash).toBe(previous);
  }
  expect(lines.length).toBeGreaterThanOrEqual(5);
});

test('as CSV it opens in a spreadsheet: a byte-order mark, every field in its column, no formula', async () => {
  const { root } = await givenTrail();
  const query = 'deed=site.added&until=2026-01-12&form=csv';
  const { text, headers } = await root.get(`/audit-trail/file?${query}`).buffer(true).expect(200);
  expect(headers['content-type']).toContain('text/csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map(({ place, actor_name, deed, deed_words }) => [place, actor_name, deed, deed_words])).toEqual([
    ['1', 'Ada', 'site.added', 'added a site'],
    ['4', 'Ada', 'site.added', 'added a site'],
  ]);
  expect(JSON.parse(rows[0]?.details ?? '')).toEqual({ name: '=1+1, "quoted"\nand more' });
  expect(text).not.toMatch(/(^|,)=/m);
});

test('that of an assessment is for its team and the office, and holds nothing of others', async () => {
  const app = await startTestApp();
  const [ada, cai, dora] = [await app.as('ada'), await app.as('cai'), await app.as('dora')];
  const path = await startThrough(ada, app);
  await startThrough(ada, app);
  const { text } = await ada.get(`${path}/trail/file?form=jsonl`).buffer(true).expect(200);
  const lines: { subject_id: string }[] = text
    .trim()
    .split('\n')
    .map((line: string) => JSON.parse(line));
  expect(new Set(lines.map(({ subject_id }) => subject_id))).toEqual(new Set([path.split('/').at(-1)]));
  for (const stranger of [cai, dora]) {
    await stranger.get(`${path}/trail`).expect(404);
    await stranger.get(`${path}/trail/file?form=csv`).expect(404);
  }
  await ada.get('/audit-trail').expect(404);
});
