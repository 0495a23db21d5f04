import { expect, test } from 'vitest';
import { changeCertificate } from '../../src/features/certificates/change-certificate.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { givenCertified } from '../support/certified.ts';

test('the register shows the state of the moment where the body is, with nobody named and nothing to press', async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const { deps, grant, anonymous } = await givenCertified({ clock: () => now, config: { timeZone: 'America/New_York' } });
  const { id, number } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
  const change = (deed: 'suspend' | 'restore', reason: string) =>
    deps.db.transaction((trx) =>
      changeCertificate(trx, {
        ...{ certificateId: id, change: deed, reason, from: '2026-01-15', decisionId: null },
        ...{ actor: grant.actor, at: deps.clock() },
      }),
    );
  const seen = async () => {
    const page = await anonymous.get(`/register/${number}`).set('Accept-Language', 'en').expect(200);
    const { body } = await anonymous.get(`/register/${number}.json?language=en`).expect(200);
    const badge = await anonymous.get(`/register/${number}/badge.svg?language=en`).expect(200).expect('Content-Type', /svg/);
    for (const text of [page.text, JSON.stringify(body), String(badge.body)])
      for (const secret of [grant.actor.name, 'telephone', grant.actor.id, id]) expect(text).not.toContain(secret);
    const [, state] = /<text[^>]*>([^<]*(?:valid|suspended|expired)[^<]*)<\/text>/i.exec(String(badge.body)) ?? [];
    return { state: body.state, badge: state?.toLowerCase(), page: page.text };
  };

  expect(await seen()).toMatchObject({ state: 'valid', badge: expect.stringContaining('valid') });
  await change('suspend', 'told by telephone');
  const suspended = await seen();
  expect(suspended).toMatchObject({ state: 'suspended', badge: expect.stringContaining('suspended') });
  expect(suspended.page).toContain('Suspended');
  await change('restore', 'told by telephone');

  // Its last day is 14 January; in New York it ends at five in the morning of UTC.
  now = new Date('2029-01-15T04:59:59Z');
  expect(await seen()).toMatchObject({ state: 'valid' });
  now = new Date('2029-01-15T05:00:00Z');
  expect(await seen()).toMatchObject({ state: 'expired', badge: expect.stringContaining('expired') });
  const { body } = await anonymous.get('/register/list.json?state=expired').expect(200);
  expect(body.certificates).toMatchObject([{ number, state: 'expired' }]);
});

test('what is counted for the regulator comes as a table, and no cell of it is a formula', async () => {
  const app = await givenCertified();
  const { number } = await app.deps.db.transaction((trx) => issueCertificate(trx, app.grant));
  await app.deps.db('certificates').where({ number }).update({ trade: '=HYPERLINK("x"),家电' });
  const { text } = await (await app.as('root')).get('/certificates/statistics.csv').expect(200).expect('Content-Type', /csv/);
  const [head, line, ...rest] = text.split('\r\n');
  expect(head?.startsWith('\uFEFF')).toBe(true);
  expect(line).toMatch(/^2026,[^,]+,"'=HYPERLINK\(""x""\),家电",[^,]+,1$/);
  expect(rest).toEqual(['']);
});
