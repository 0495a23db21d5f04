import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as migration from '../../migrations/0086-certificate-terms.ts';
import { searchCertificates } from '../../src/features/certificates/certificate-search-store.ts';
import { keepTerms } from '../../src/features/certificates/certificate-term-store.ts';
import { changeCertificate } from '../../src/features/certificates/change-certificate.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { addDays } from '../../src/model/calendar.ts';
import { numberKey } from '../../src/model/certificate-number.ts';
import { type Certified, givenCertified } from '../support/certified.ts';
import { searchPlainly } from '../support/plain-search.ts';

let app: Certified;
let id: string;

const places = ['杭州', '宁波', '佛山', 'Köln', '100%_区', 'a\\b', '𠮷林', 'ＡＢＣ'];
const trades = ['空调', '净水', 'Lift & Co', '家具'];

/** As many as make some searches long and others short, in every mixture of letters, digits and signs. */
beforeAll(async () => {
  app = await givenCertified({ whenDone: afterAll });
  const { db } = app.deps;
  ({ id } = await db.transaction((trx) => issueCertificate(trx, app.grant)));
  const one = await db('certificates').where({ id }).first();
  const rows = Array.from({ length: 2600 }, (_, n) => {
    const number = `ASM-${2020 + (n % 6)}-${String(n * 7).padStart(5, '0')}`;
    const text = `${places[n % 8]}${trades[(n >> 3) % 4]}第${n}服务有限公司\nService company ${n}\n示范路 ${n % 90} 号`;
    return {
      ...one,
      ...{ id: randomUUID(), number, number_key: numberKey(number), holder: text.slice(0, 20) },
      search_key: text.normalize('NFKC').toLowerCase(),
      issued_on: addDays('2021-01-01', n % 500),
    };
  });
  await db.batchInsert('certificates', rows, 30);
  await db.transaction(async (trx) => {
    for (let from = 0; from < rows.length; from += 200)
      await keepTerms(
        trx,
        rows
          .slice(from, from + 200)
          .map((row) => ({ certificateId: row.id, numberKey: row.number_key, searchKey: row.search_key })),
      );
  });
}, 120_000);

async function search(text: string): Promise<string[]> {
  const filter = { search: text, grade: null, state: null, today: '2026-01-15', actor: null };
  const { rows, total } = await searchCertificates(app.deps.db, filter, { limit: 1000, offset: 0 });
  expect(rows.length).toBe(total);
  return rows.map(({ number }) => number);
}

test('the register finds what comparing every certificate finds, in the same order', async () => {
  const part = fc.constantFrom(
    ...[...places, ...trades, '服务', '务有', '司', '海川', 'service', 'pany', 'asm', 'ASM-2023', '20', '0014', '7', '第12'],
    ...['%', '_', '\\', "'", '"', '-', '(', '*', ' ', ' AND ', 'OR', '＊', '１２', '\ud842', 'ß'],
  );
  const question = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('').trim());
  await fc.assert(
    fc.asyncProperty(question, async (text) => {
      const found = await search(text);
      const plain = await searchPlainly(app.deps.db, text);
      // A whole number means that certificate alone.
      if (!plain.some((number) => numberKey(number) === numberKey(text))) expect(found).toEqual(plain);
    }),
    { numRuns: 60, examples: [['杭州'], ['100%_'], ['a\\b'], ['务'], ['2023 0014'], ['𠮷林'], ['公司 7'], ['-1'], ['没有']] },
  );
});

test('a certificate that says something else is found by what it says now', async () => {
  const { deps, grant } = app;
  const holder = { ...grant.holder, name: { 'zh-CN': '鸿雁家用电器有限公司', en: 'Wild Goose Ltd' } };
  const number = (await search('海川'))[0] ?? '';
  await deps.db.transaction((trx) =>
    changeCertificate(trx, {
      ...{ certificateId: id, change: 'reissue', reason: '更名', from: '2026-01-15', decisionId: null },
      ...{ actor: grant.actor, at: deps.clock(), facts: { holder } },
    }),
  );
  expect(await search('鸿雁')).toEqual([number]);
  expect(await search('goose')).toEqual([number]);
  expect(await search('川电')).toEqual([]);
  expect(await search(number.slice(-7))).toContain(number);
});

test('certificates from before the index are found like later ones', async () => {
  const { db } = app.deps;
  const before = await Promise.all(['宁波 净水', '第1234服务', '0014'].map(search));
  await migration.down(db);
  await migration.up(db);
  expect(before.map((found) => found.length > 0)).toEqual([true, true, true]);
  expect(await Promise.all(['宁波 净水', '第1234服务', '0014'].map(search))).toEqual(before);
});
