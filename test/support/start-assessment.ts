import { expect } from 'vitest';
import type { Agent, TestApp } from './app.ts';
import { declareTeam } from './declarations.ts';
import { companyIds } from './people.ts';

export const shippedCriteria = 'after-sales-maturity@1.0.0';

/** The fields of the form by which an assessment is started: Ada leads, Bo is in the team. */
export function startFields(
  { people }: Pick<TestApp, 'people'>,
  overrides: Readonly<Record<string, string | readonly string[]>> = {},
) {
  return {
    organization: companyIds.haichuan,
    criteria: shippedCriteria,
    kind: 'initial',
    from: '2026-01-05',
    to: '2026-01-07',
    lead: people.ada.id,
    members: [people.bo.id],
    targetGrade: '',
    heldGrade: '',
    heldSince: '',
    ...overrides,
  };
}

/**
 * Starts an assessment through the web, and begins it where it is an audit; its team has stated its impartiality. Returns its
 * path, `/assessments/<id>`.
 */
export async function startThrough(
  agent: Agent,
  app: Pick<TestApp, 'people' | 'deps'>,
  overrides: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  const answer = await agent.post('/assessments').type('form').send(startFields(app, overrides));
  expect(answer.status, answer.text).toBe(303);
  const path = String(answer.headers.location);
  if (overrides.kind !== 'self') {
    await declareTeam(app.deps.db, path.split('/').at(-1) ?? '');
    await agent.post(`${path}/beginning`).expect(303);
  }
  return path;
}
