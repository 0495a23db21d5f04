import { randomUUID } from 'node:crypto';
import { type Account, insertAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { type Actor, bodyRoles, companyRoles } from '../../src/model/actor.ts';
import { type TeamRole, teamRoles } from '../../src/model/assessment-rights.ts';
import { partsFor } from '../../src/model/permissions.ts';
import type { TestApp } from './app.ts';
import { declareTeam } from './declarations.ts';
import { companyIds } from './people.ts';

/** Somebody in one role and one place, who does nothing but try every door. */
export interface Walker {
  /** Such as `auditor` or `auditor in the team as observer`. */
  readonly name: string;
  readonly account: Account;
  readonly actor: Actor;
  readonly inTeam: boolean;
}

/**
 * One person for each role of the body outside every team, for each part that a role may have in the team of these
 * assessments, and for each role in the assessed and in another company. Made from the lists of roles, so that a new role
 * walks along.
 */
export async function givenWalkers(app: TestApp, assessments: readonly string[]): Promise<Walker[]> {
  const { deps, people } = app;
  const account = (name: string, places: Pick<Account, 'roles' | 'companies'>): Account => ({
    ...people.bo,
    ...places,
    id: randomUUID(),
    signInName: name.replaceAll(' ', '-'),
    name,
    registrationNumber: null,
  });
  const outside = bodyRoles.map((role) => account(role, { roles: [role], companies: [] }));
  const inside = teamRoles.flatMap((part) => {
    const role = bodyRoles.findLast((one) => partsFor([one]).includes(part));
    return role && part !== 'leader' ? [{ part, person: account(`team ${part}`, { roles: [role], companies: [] }) }] : [];
  });
  const company = companyRoles.flatMap((role) =>
    Object.entries(companyIds).map(([name, organizationId]) =>
      account(`${role} of ${name}`, { roles: [], companies: [{ organizationId, role }] }),
    ),
  );
  const all = [...outside, ...inside.map(({ person }) => person), ...company];
  await deps.db.transaction(async (trx) => {
    for (const person of all) await insertAccount(trx, person, deps.clock());
    await trx('team_members').insert(assessments.flatMap((id) => inside.map((one) => memberRow(id, one))));
  });
  for (const id of assessments) await declareMissing(app, id);
  const leader = { ...people.ada, name: 'team leader' };
  return [leader, ...all].map((person) => ({
    name: person.name,
    account: person,
    actor: toActor(person),
    inTeam: person.name.startsWith('team '),
  }));
}

function memberRow(assessment_id: string, { part, person }: { readonly part: TeamRole; readonly person: Account }) {
  return { assessment_id, user_id: person.id, role: part };
}

/** Those who stand in the team anew state their impartiality; who did already keeps their statement. */
async function declareMissing({ deps }: TestApp, id: string): Promise<void> {
  const before: string[] = await deps.db('impartiality_statements').where({ assessment_id: id }).pluck('id');
  await deps.db('impartiality_statements').whereIn('id', before).update({ superseded_at: '2026-01-01T00:00:00.000Z' });
  await declareTeam(deps.db, id);
}
