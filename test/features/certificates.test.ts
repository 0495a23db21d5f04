import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCertificate, findFacts, listEvents } from '../../src/features/certificates/certificate-store.ts';
import { changeCertificate } from '../../src/features/certificates/change-certificate.ts';
import { issueCertificate, readRefusals } from '../../src/features/certificates/issue-certificate.ts';
import { startTestApp } from '../support/app.ts';
import { givenAssessment } from '../support/assessments.ts';
import { type Certified, givenCertified } from '../support/certified.ts';

/** The refusal of U+13000, a hieroglyph. */
const unprintable = {
  code: 'conflict',
  text: { key: 'certificates.refusal.characters', parameters: { characters: expect.stringContaining('U+13000') } },
};

describe('a certificate', () => {
  let certified: Certified;
  let clear: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    certified = await givenCertified({
      whenDone: (done) => {
        clear = done;
      },
    });
  });
  afterAll(() => clear());

  test("gets the number of the criteria, the result's grade and the term of the rule", async () => {
    const { deps, grant } = certified;
    const { id, number } = await deps.db.transaction((trx) => issueCertificate(trx, grant));

    expect(number).toBe('ASM-2026-00001');
    const { validUntil, surveillanceDue, standing } = await findCertificate(deps.db, id);
    expect({ validUntil, surveillanceDue, standing }).toEqual({
      validUntil: '2029-01-14',
      surveillanceDue: '2027-01-15',
      standing: 'valid',
    });
  });

  test('is refused, and no number used up, when it says what no font can print', async () => {
    const { deps, grant } = certified;
    const before = await deps.db('certificates').count({ n: '*' }).first();
    const holder = { ...grant.holder, name: { 'zh-CN': '海川 𓀀 电器', en: 'Haichuan' } };
    const granted = deps.db.transaction((trx) => issueCertificate(trx, { ...grant, holder }));
    await expect(granted).rejects.toMatchObject(unprintable);
    expect(await deps.db('certificates').count({ n: '*' }).first()).toEqual(before);
  });

  test('200 of them by 20 at once have 200 numbers without a gap', async () => {
    const { deps, grant } = certified;
    const before = Number((await deps.db('certificates').count({ n: '*' }).first())?.n);
    const numbers: string[] = [];
    const clerk = async () => {
      for (let n = 0; n < 10; n += 1) numbers.push((await deps.db.transaction((trx) => issueCertificate(trx, grant))).number);
    };
    const giveUp = deps.db.transaction(async (trx) => {
      await issueCertificate(trx, grant);
      throw new Error('the decision failed after all');
    });
    await Promise.all([...Array.from({ length: 20 }, clerk), giveUp.catch(() => undefined)]);

    const expected = Array.from({ length: 200 }, (_, n) => `ASM-2026-${String(before + n + 1).padStart(5, '0')}`);
    expect(numbers.sort()).toEqual(expected);
  });

  test('is suspended, restored, extended and withdrawn, and nothing of it is lost', async () => {
    const { deps, grant } = certified;
    const { id } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
    const change = (change: Parameters<typeof changeCertificate>[1]['change'], more = {}) =>
      deps.db.transaction((trx) =>
        changeCertificate(trx, {
          certificateId: id,
          change,
          reason: 'r',
          from: '2026-01-15',
          decisionId: null,
          actor: grant.actor,
          at: grant.at,
          ...more,
        }),
      );
    await change('suspend');
    expect((await findCertificate(deps.db, id)).suspendedUntil).toBe('2026-07-15');
    await expect(change('extend')).rejects.toMatchObject({ code: 'conflict' });
    await change('restore');
    await expect(change('extend', { facts: { scope: { 'zh-CN': '𓀀 的范围' } } })).rejects.toMatchObject(unprintable);
    await change('extend', { facts: { scope: { 'zh-CN': '更大的范围' } } });
    await change('withdraw');
    await expect(change('restore')).rejects.toMatchObject({ code: 'conflict' });

    expect((await listEvents(deps.db, id)).map((event) => event.change)).toEqual([
      'issue',
      'suspend',
      'restore',
      'extend',
      'withdraw',
    ]);
    expect((await findFacts(deps.db, id, 1)).scope).toEqual(grant.scope);
    expect((await findFacts(deps.db, id, 2)).scope).toEqual({ 'zh-CN': '更大的范围' });
  });

  test('of two who change it at once the later is told', async () => {
    const { deps, grant } = certified;
    const { id } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
    const deed = {
      certificateId: id,
      reason: 'r',
      from: '2026-01-15',
      decisionId: null,
      actor: grant.actor,
      at: grant.at,
      revision: 1,
    };
    const both = await Promise.allSettled([
      deps.db.transaction((trx) => changeCertificate(trx, { ...deed, change: 'suspend' })),
      deps.db.transaction((trx) => changeCertificate(trx, { ...deed, change: 'withdraw' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('an unfinished assessment carries none, and no number is used up', async () => {
  const app = await startTestApp();
  const { id } = await givenAssessment(app);
  expect((await readRefusals(app.deps.db, id, 'four-star')).map(({ key }) => key)).toContain('certificates.refusal.unfinished');
  expect(await app.deps.db('certificate_counters')).toEqual([]);
});
