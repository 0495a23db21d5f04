import { expect, test } from 'vitest';
import { assessmentDeeds } from '../../src/model/assessment-rights.ts';
import { roleDeeds } from '../../src/model/permissions.ts';
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

/** Within what other routes do: rating once more after a correction, issuing by kind, and reading the trail with nothing withheld. */
const withinOthers = ['assessment.rerate', 'assessment.issuePlan', 'assessment.issueForms', 'assessment.trailInFull'];

test('every deed of the tables is some route’s, so that the walk of the routes asks for all of them', async () => {
  const { app } = await startTestApp();
  const named = new Set(listRoutes(app).map(({ deed }) => deed));
  const deeds = [...roleDeeds, ...assessmentDeeds.map((deed) => `assessment.${deed}` as const)];

  expect(deeds.filter((deed) => !named.has(deed))).toEqual(withinOthers);
});
