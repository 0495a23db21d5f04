import { isScalar, parseDocument, visit } from 'yaml';
import { createApp } from '../../../src/app.ts';
import type { Catalog } from '../../../src/catalog/open-catalog.ts';
import type { Db } from '../../../src/db/db.ts';
import { isPostgres } from '../../../src/db/open-db.ts';
import { type RecordedDeed, recordAuditEntry } from '../../../src/features/audit-trail/audit-store.ts';
import type { Criteria } from '../../../src/model/criteria.ts';
import { type Agent, browser, type TestApp } from '../app.ts';
import { passwordOfAll } from '../people.ts';
import type { WalkData } from '../walk-data.ts';
import { hostileText, isProse, withHostileProse } from './hostile-text.ts';
import { closed, documents, others, words } from './text-columns.ts';

/** A column of text, and the number that its hostile text bears. */
export interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly index: number;
}

/** Every column of words and of JSON, numbered by the lists. */
export const hostileColumns: readonly TextColumn[] = [words, documents]
  .flatMap((lists) => Object.entries(lists).flatMap(([table, columns]) => columns.map((column) => ({ table, column }))))
  .map((place, index) => ({ ...place, index }));

/** What is hostile beside the columns: entries of the audit trail, texts of drafts and shipped criteria, links. */
const beside = hostileColumns.length;

/** Columns of text in the database that no list knows. */
export async function unknownTextColumns(db: Db): Promise<string[]> {
  const known = new Set([words, documents, others].flatMap((lists) => namesIn(lists)));
  const found = await textColumnsOf(db);
  return found.filter((name) => !known.has(name) && !closed.test(name.split('.')[1] ?? ''));
}

/** Columns in the lists that the database does not have. */
export async function missingTextColumns(db: Db): Promise<string[]> {
  const found = new Set(await textColumnsOf(db));
  return [words, documents, others].flatMap((lists) => namesIn(lists)).filter((name) => !found.has(name));
}

function namesIn(lists: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(lists).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
}

async function textColumnsOf(db: Db): Promise<string[]> {
  const { rows } = isPostgres(db)
    ? await db.raw(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND table_name NOT LIKE 'migrations%'`)
    : {
        rows: await db.raw(`SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'migrations%' AND (c.type LIKE '%text%' OR c.type LIKE '%char%')`),
      };
  // Entries of the trail pass through it on PostgreSQL; none stays.
  return rows.map(({ name }: { name: string }) => name).filter((name: string) => !name.startsWith('audit_intake.'));
}

/** Puts hostile text into every column of words, as if whoever typed it had got past every form. Gives the columns that have no row. */
export async function makeHostile({ deps: { db } }: TestApp, data: WalkData): Promise<string[]> {
  const empty: string[] = [];
  for (const { table, column, index } of hostileColumns) {
    const isWords = words[table]?.includes(column);
    const changed = isWords ? await overwrite(db, data, { table, column, index }) : await overwriteJson(db, table, column, index);
    if (changed === 0) empty.push(`${table}.${column}`);
  }
  await db('evidence').update({ link: `https://example.org/?'"><hx-el hx-at=1>` });
  const [, second]: string[] = await db('organizations').orderBy('created_at').pluck('id');
  await db('organizations')
    .where({ id: second })
    .update({ name_key: hostileText(beside) });
  await overwriteSources(db);
  await addHostileEntries(db);
  return empty;
}

/** Of tables with hundreds of rows some, and those that have pages of their own. */
const large: readonly string[] = ['ratings', 'evidence'];

async function overwrite(db: Db, data: WalkData, { table, column, index }: TextColumn): Promise<number> {
  const text = hostileText(index);
  // What becomes part of an address stands on one line, as its form demands.
  const value = /^(email|from_email|phone)$/.test(column) ? onOneLine(text) : text;
  if (!large.includes(table)) return db(table).update({ [column]: value });
  const key = table === 'evidence' ? 'id' : 'clause_id';
  const keys: string[] = await db(table).distinct(key).orderBy(key).pluck(key);
  const some = [...keys.filter((_, place) => place % 10 === 0), ...Object.values(data)];
  return db(table)
    .whereIn(key, some)
    .update({ [column]: value });
}

async function overwriteJson(db: Db, table: string, column: string, index: number): Promise<number> {
  const texts: string[] = await db(table).distinct(column).whereNotNull(column).pluck(column);
  for (const text of texts) {
    const changed = JSON.stringify(withHostileProse(JSON.parse(text), index));
    await db(table)
      .where({ [column]: text })
      .update({ [column]: changed });
  }
  return texts.length;
}

/** Prose in the YAML of drafts. Control characters would not be read, so that nothing else were hostile any more. */
async function overwriteSources(db: Db): Promise<void> {
  const drafts: { id: string; source: string }[] = await db('criteria_drafts').select('id', 'source');
  for (const { id, source } of drafts) {
    const document = parseDocument(source);
    if (document.errors.length > 0) continue;
    visit(document, {
      Scalar: (key, node) => {
        if (key !== 'key' && isScalar(node) && typeof node.value === 'string' && isProse(node.value))
          node.value = printableHostile;
      },
    });
    await db('criteria_drafts').where({ id }).update({ source: document.toString() });
  }
}

const printableHostile = onOneLine(hostileText(beside));

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\uFFFE]+/gu, ' ').trim();
}

/** Each deed once more, with hostile words in what was typed. */
async function addHostileEntries(db: Db): Promise<void> {
  const rows = await db('audit_entries').orderBy('place');
  const once = new Map(rows.map((row) => [`${row.deed} ${row.subject_id}`, row]));
  await db.transaction(async (trx) => {
    for (const { at, actor_id, deed, subject, subject_id, details } of once.values())
      await recordAuditEntry(trx, {
        at: new Date(at),
        actor: { id: actor_id, origin: { address: hostileText(beside), client: hostileText(beside) } },
        deed: deed as RecordedDeed,
        subject,
        subjectId: subject_id,
        details: Object(withHostileProse(JSON.parse(details), beside)),
      });
  });
}

/** The same app on the same database, with hostile criteria in its folder and nothing kept from before. */
export function appOverHostile(testApp: TestApp): Pick<TestApp, 'as' | 'anonymous' | 'app'> {
  const { deps, people } = testApp;
  const app = createApp({
    ...deps,
    catalog: hostileCatalog(deps.catalog),
    publishedCriteria: new Map(),
    criteriaCopies: new Map(),
  });
  return {
    app,
    anonymous: browser(app),
    async as(person, language) {
      const agent: Agent = browser(app, language);
      const form = { signInName: people[person].signInName, password: passwordOfAll };
      await agent.post('/sign-in').type('form').send(form).expect(303);
      return agent;
    },
  };
}

function hostileCatalog(catalog: Catalog): Catalog {
  const entries = catalog.entries.map(({ criteria, hash }) => ({
    hash,
    criteria: withHostileProse(criteria, beside) as Criteria,
  }));
  const broken = [{ file: hostileText(beside), problems: [] }];
  return {
    entries,
    broken,
    find: (id, version) =>
      entries.find(({ criteria }) => criteria.id === id && (version === undefined || criteria.version === version)),
  };
}
