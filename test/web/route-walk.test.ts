import { expect, inject, test } from 'vitest';
import { givenWalkedApp, type Step } from '../support/walked-app.ts';

/**
 * Here a right is not enough: the thing itself must allow it, too (own evidence only, findings that the company was told of,
 * criteria that have parts), and the walk has none that does.
 */
const narrower = [
  'get /assessments/:id/parts',
  'post /assessments/:id/parts',
  'get /assessments/:id/criteria-upgrade/undo',
  'get /assessments/:id/completion',
  'get /assessments/:id/evidence/:evidenceId',
  'get /assessments/:id/evidence/:evidenceId/file',
  'post /assessments/:id/evidence/:evidenceId',
  'post /assessments/:id/evidence/:evidenceId/removal',
  'get /assessments/:id/findings/:findingId',
  'post /assessments/:id/surveys/:surveyId/answers/:column/rating',
  // Of the company, which was not told of this finding.
  ...['extension', 'comments', 'answer', 'implementation'].map((deed) => `post /assessments/:id/findings/:findingId/${deed}`),
  'get /assessments/:id/findings/:findingId/answer',
  'get /assessments/:id/findings/nonconformities.pdf',
  // The walk's meeting stands in the plan of another assessment.
  ...['', '/removal', '/attendance'].map((deed) => `post /assessments/:id/agenda/:itemId${deed}`),
  ...['', '/attendance'].map((deed) => `get /assessments/:id/agenda/:itemId${deed}`),
  // Nothing was issued or packed of the walk's assessments.
  ...['file.pdf', 'manifest.json', 'time-stamp.tsr'].map((file) => `get /assessments/:id/documents/:documentId/${file}`),
  'post /assessments/:id/documents/:documentId/time-stamp',
  'get /assessments/:id/package/file.zip',
  // The walk's clause is rated once for all sites.
  ...['get', 'post'].map((method) => `${method} /assessments/:id/clauses/:clauseId/sites/:siteId`),
  'get /assessments/:id/clauses/:clauseId/sites/:siteId/sheet',
];

/** What answers fit the verdict; an empty form may be told so wherever the person could do the deed in another state. */
function problemOf({ verdict, status, location, route }: Step): string | null {
  const toSignIn = status === 401 || (status === 303 && /^\/sign-in\b/.test(location ?? ''));
  const fits = {
    'sign-in': toSignIn,
    unseen: status === 404,
    refused: status === 403 || status === 404,
    'not-now': [403, 404, 409].includes(status) || (status === 422 && route.method !== 'get'),
    allowed: !toSignIn && status < 500 && (![403, 404].includes(status) || narrower.includes(`${route.method} ${route.path}`)),
    perhaps: status < 500 && (!toSignIn || route.deed === 'public'),
  };
  return fits[verdict] ? null : `${verdict}, but ${status}`;
}

/** Who may do what does not depend on the database; a second walk would only take its time. */
const onPostgres = inject('template').startsWith('postgres:');

test.skipIf(onPostgres)(
  'at every route, everybody gets what the tables of permissions say, and whom they refuse changes nothing',
  async () => {
    const { steps, countEntries } = await givenWalkedApp();
    const before = await countEntries();
    const problems: string[] = [];
    const seen = new Map<string, number>();

    for await (const step of steps) {
      seen.set(step.verdict, (seen.get(step.verdict) ?? 0) + 1);
      const problem = problemOf(step);
      if (problem) problems.push(`${step.who}: ${step.route.method} ${step.route.path} (${step.route.deed}): ${problem}`);
    }
    expect(problems).toEqual([]);
    expect(await countEntries()).toBe(before);
    for (const verdict of ['sign-in', 'unseen', 'refused', 'not-now', 'allowed', 'perhaps'])
      expect(seen.get(verdict)).toBeGreaterThan(40);
  },
  600_000,
);
