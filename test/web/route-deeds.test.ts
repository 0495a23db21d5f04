import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { listRoutes } from '../support/routes.ts';

/** Whoever comes by may use these; a route that is to be public has to be added here on purpose. */
const publicRoutes = [
  'get /',
  'get /complaints/new',
  'get /forgotten',
  'get /healthz',
  'get /password/:token',
  'get /privacy',
  'get /readyz',
  'get /register',
  'get /register/:number',
  'get /register/:number.json',
  'get /register/:number/badge.svg',
  'get /register/list.csv',
  'get /register/list.json',
  'get /setup/:token',
  'get /sign-in',
  'get /sign-in/oidc',
  'get /sign-in/oidc/callback',
  'get /sign-in/passkey',
  'get /sign-in/second-step',
  'get /verify',
  'get /verify/:code',
  'post /complaints',
  'post /forgotten',
  'post /language',
  'post /password/:token',
  'post /register/verification',
  'post /setup/:token',
  'post /sign-in',
  'post /sign-in/passkey',
  'post /sign-in/passkey/challenge',
  'post /sign-in/second-step',
  'post /sign-out',
  'post /verify',
];

test('every route names its deed before it does anything', async () => {
  const { app } = await startTestApp();
  const routes = listRoutes(app);

  expect(routes.length).toBeGreaterThan(80);
  expect(routes.filter(({ deed }) => deed === null)).toEqual([]);
});

test('nothing is public by accident', async () => {
  const { app } = await startTestApp();
  const found = listRoutes(app).filter(({ deed }) => deed === 'public');

  expect(found.map(({ method, path }) => `${method} ${path || '/'}`).sort()).toEqual(publicRoutes);
});
