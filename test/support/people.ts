import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Db } from '../../src/db/db.ts';
import { type Account, insertAccount } from '../../src/features/accounts/account-store.ts';
import { auditorRoles, type BodyRole } from '../../src/model/actor.ts';

/**
 * The same people in every test. Ada leads, Bo is in her team, Cai is an auditor who must see nothing; Dora works for
 * the assessed company, Emil for another one; Root administers.
 */
export interface People {
  readonly root: Account;
  readonly ada: Account;
  readonly bo: Account;
  readonly cai: Account;
  readonly dora: Account;
  readonly emil: Account;
}

export const passwordOfAll = 'correct horse battery staple';

/**
 * A hash tells itself how dear it was. This one costs nearly nothing, since the cast signs in thousands of times; passwords that
 * a test sets through the program are hashed at full cost.
 */
const hashed = hash(passwordOfAll, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Ids of the two companies; the first is the one that gets assessed. */
export const companyIds = { haichuan: '11111111-1111-4111-8111-111111111111', other: '22222222-2222-4222-8222-222222222222' };

export async function givenPeople(db: Db, now: Date): Promise<People> {
  const passwordHash = await hashed;
  const person = (name: string, places: Pick<Account, 'roles' | 'companies'>): Account => ({
    id: randomUUID(),
    signInName: name.toLowerCase(),
    name,
    ...places,
    registrationNumber: places.roles.some((role) => auditorRoles.includes(role)) ? `2026-${name.toUpperCase()}` : null,
    language: null,
    passwordHash,
    active: true,
  });
  const account = (name: string, ...roles: BodyRole[]) => person(name, { roles, companies: [] });
  const member = (name: string, organizationId: string) =>
    person(name, { roles: [], companies: [{ organizationId, role: 'company-member' }] });

  const people: People = {
    root: account('Root', 'administrator'),
    ada: account('Ada', 'lead-auditor'),
    bo: account('Bo', 'auditor'),
    cai: account('Cai', 'auditor'),
    dora: member('Dora', companyIds.haichuan),
    emil: member('Emil', companyIds.other),
  };

  await db.transaction(async (trx) => {
    const at = now.toISOString();
    const company = (id: string, name: string) => ({ id, name, name_key: name.toLowerCase(), created_at: at, updated_at: at });
    await trx('organizations').insert([
      company(companyIds.haichuan, '海川电器有限公司'),
      company(companyIds.other, 'Other Appliances Ltd'),
    ]);
    for (const person of Object.values(people)) await insertAccount(trx, person, now);
  });
  return people;
}
