import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const everywhere = ['/sign-in', '/healthz', '/no-such-page', '/assets/x/css/app.css'];

test.each(everywhere)('%s comes with headers that keep foreign scripts and frames out', async (path) => {
  const { anonymous } = await startTestApp();
  const { headers } = await anonymous.get(path);

  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toContain('geolocation=()');
  expect(headers['permissions-policy']).toContain('publickey-credentials-get=(self)');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers.server).toBeUndefined();
});

test('over HTTPS browsers are told to stay there, and cookies never leave it', async () => {
  const { anonymous, people } = await startTestApp({ config: { address: 'https://assay.example', trustedProxies: 1 } });
  const page = await anonymous.get('/sign-in');
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(String(page.headers['content-security-policy'])).toContain('upgrade-insecure-requests');

  const answer = await anonymous
    .post('/sign-in')
    .set('X-Forwarded-Proto', 'https')
    .type('form')
    .send({ signInName: people.ada.signInName, password: passwordOfAll })
    .expect(303);
  const cookies = answer.get('Set-Cookie') ?? [];
  expect(cookies.map((cookie) => cookie.split('=')[0]).toSorted()).toEqual(['__Host-assay', '__Host-assay-device']);
  for (const cookie of cookies)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
});

test('over HTTP nobody is sent to HTTPS, and the cookie is still out of reach of scripts', async () => {
  const { as } = await startTestApp();
  const answer = await (await as('ada')).get('/account').expect(200);
  expect(answer.headers['strict-transport-security']).toBeUndefined();
  expect(String(answer.headers['content-security-policy'])).not.toContain('upgrade-insecure-requests');
});

test('pages are never kept by caches, and differ by language', async () => {
  const { as } = await startTestApp();
  const { headers } = await (await as('ada')).get('/account').expect(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers.vary).toContain('Accept-Language');
  expect(headers['content-language']).toBe('en');
});

test('pages have no script or style inside, which the policy would refuse anyway', async () => {
  const { as } = await startTestApp();
  const page = await (await as('ada')).get('/account').expect(200);
  expect(page.text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)(?![^>]*application\/json)/i);
});

test.each(['/sign-in', '/healthz', '/readyz'])('HEAD %s answers as GET does, without the page', async (path) => {
  const { anonymous } = await startTestApp();
  const head = await anonymous.head(path).expect(200);
  expect(head.text ?? '').toBe('');
  const get = await anonymous.get(path).expect(200);
  expect(head.headers['content-type']).toBe(get.headers['content-type']);
});

test('HEAD of a page that one may not see is refused as GET is', async () => {
  const { anonymous, as } = await startTestApp();
  await anonymous.head('/no-such-page').expect(404);
  await (await as('ada')).head('/people').expect(404);
});
