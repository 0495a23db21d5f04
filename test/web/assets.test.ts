import { gunzipSync } from 'node:zlib';
import request from 'supertest';
import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { fetchRaw, listen } from '../support/raw-http.ts';

/** Paths of the style sheet and of the script that the page names. */
async function assetsOf(app: Parameters<typeof request>[0]): Promise<{ css: string; js: string }> {
  const { text } = await request(app).get('/sign-in');
  const css = /href="([^"]+\.css)"/.exec(text)?.[1] ?? '';
  const js = /src="([^"]+\.js)"/.exec(text)?.[1] ?? '';
  return { css, js };
}

test('style sheet and script come zipped, to be kept for ever under their hash', async () => {
  const { app } = await startTestApp();
  const { css, js } = await assetsOf(app);
  expect(css).toMatch(/^\/assets\/[0-9a-f]{12}\/css\/app\.css$/);

  for (const [path, type] of [
    [css, 'text/css; charset=utf-8'],
    [js, 'text/javascript; charset=utf-8'],
  ] as const) {
    const answer = await request(app).get(path).set('Accept-Encoding', 'gzip').expect(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.vary).toContain('Accept-Encoding');
    expect(answer.get('Set-Cookie')).toBeUndefined();
  }
});

test('who cannot unzip gets the same bytes as they are', async () => {
  const { app } = await startTestApp();
  const { css } = await assetsOf(app);
  const port = await listen(app);
  const plain = await fetchRaw(port, css, { 'Accept-Encoding': 'identity' });
  const zipped = await fetchRaw(port, css, { 'Accept-Encoding': 'gzip' });

  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(zipped.body.length).toBeLessThan(plain.body.length);
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
  expect(plain.body.toString()).toContain('@layer');
  expect(plain.body.toString()).not.toContain('@import');
});

test('under an old hash the newest is served, but not kept', async () => {
  const { app } = await startTestApp();
  await request(app).get('/assets/000000000000/css/app.css').expect(200).expect('Cache-Control', 'no-cache');
});

test('the library for charts is among them', async () => {
  const { app } = await startTestApp();
  const answer = await request(app).get('/assets/x/vendor/chart.js').expect(200);
  expect(answer.text.length).toBeGreaterThan(100_000);
});

test('HEAD gives the headers alone', async () => {
  const { app } = await startTestApp();
  const { css } = await assetsOf(app);
  const answer = await request(app).head(css).expect(200);
  expect(answer.headers['content-type']).toContain('text/css');
  expect(answer.text ?? '').toBe('');
});

test.each([
  '/assets',
  '/assets/x/',
  '/assets/x/css/no-such.css',
  '/assets/x/../../package.json',
  '/assets/x/..%2f..%2fpackage.json',
  '/assets/x/css/%2e%2e/%2e%2e/layouts/main.ejs',
  '/assets/x/__proto__',
])('%s is no asset', async (path) => {
  const port = await listen((await startTestApp()).app);
  const answer = await fetchRaw(port, path, { Accept: 'text/html' });
  expect(answer.status).toBe(404);
  expect(answer.body.toString()).not.toContain('dependencies');
});
