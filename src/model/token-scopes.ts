/**
 * What tokens of programs may fetch, by scope: these routes and no others, only by GET, and there only what the owner of
 * the token may see. A route that asks anew who somebody is cannot stand here: a program has no answer.
 */
export const tokenRoutes = {
  'results.read': ['/assessments/:id/report.pdf', '/assessments/:id/surveys/:surveyId/rejects.csv'],
  'evidence.read': ['/assessments/:id/evidence/:evidenceId/file'],
  'plans.read': ['/assessments/:id/plan.pdf', '/assessments/:id/plan.ics'],
  'findings.read': ['/findings.csv', '/assessments/:id/findings/nonconformities.pdf'],
  'certificates.read': [
    '/certificates/statistics.csv',
    '/certificates/:id/editions/:edition/:language.pdf',
    '/cases/:id/report.pdf',
  ],
  'criteria.read': ['/criteria/:id/:version/file', '/criteria/:id/:version/booklet.pdf'],
} as const satisfies Record<string, readonly string[]>;

export type TokenScope = keyof typeof tokenRoutes;

export const tokenScopes = Object.keys(tokenRoutes).filter(isTokenScope);

export function isTokenScope(value: string): value is TokenScope {
  return Object.hasOwn(tokenRoutes, value);
}

/** Whether a token with these scopes opens that route. */
export function opensRoute(scopes: readonly TokenScope[], method: string, path: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return scopes.some((scope) => (tokenRoutes[scope] as readonly string[]).includes(path));
}

/** Days for which a token may be made. */
export const tokenDays = [7, 30, 90, 365] as const;
