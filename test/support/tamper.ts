import type { Trx } from '../../src/db/db.ts';
import { isPostgres } from '../../src/db/open-db.ts';
import { recordAuditEntry } from '../../src/features/audit-trail/audit-store.ts';
import type { TestApp } from './app.ts';

/** What somebody who rules the database can do: the same with the triggers off. */
export async function tamper({ deps: { db } }: Pick<TestApp, 'deps'>, work: (trx: Trx) => Promise<unknown>): Promise<void> {
  await db.transaction(async (trx) => {
    if (isPostgres(db)) {
      await trx.raw('SET LOCAL session_replication_role = replica');
      await work(trx);
      return;
    }
    const triggers: { name: string; sql: string }[] = await trx('sqlite_master')
      .where({ type: 'trigger', tbl_name: 'audit_entries' })
      .select('name', 'sql');
    for (const { name } of triggers) await trx.raw(`DROP TRIGGER ${name}`);
    await work(trx);
    for (const { sql } of triggers) await trx.raw(sql);
  });
}

/** So many entries about one thing, each a minute after the one before. */
export async function givenEntries({ deps, people }: TestApp, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await deps.db.transaction((trx) =>
      recordAuditEntry(trx, {
        at: new Date(deps.clock().getTime() + number * 60_000),
        actor: { id: people.ada.id, origin: { address: '192.0.2.7', client: 'Chrome, Windows' } },
        deed: 'site.changed',
        subject: 'site',
        subjectId: 'a site',
        details: { before: { name: `旧 ${number}` }, after: { name: `新 "${number}"\n` } },
      }),
    );
  }
}
