import type { Db, Trx } from '../../db/db.ts';
import { isRetentionKind, type RetentionKind, type RetentionRule, retentionKinds } from '../../model/retention.ts';

interface RuleRow {
  readonly kind: string;
  readonly months: number | null;
  readonly confirmed_months: number | null;
}

/** One rule a kind, in the order of the kinds; without a row it is kept for good. */
export async function readRules(db: Db): Promise<RetentionRule[]> {
  const rows: RuleRow[] = await db('retention_rules').limit(100).select('kind', 'months', 'confirmed_months');
  const known = new Map(rows.filter(({ kind }) => isRetentionKind(kind)).map((row) => [row.kind, row]));
  return retentionKinds.map((kind) => {
    const row = known.get(kind);
    return { kind, months: row?.months ?? null, confirmedMonths: row?.confirmed_months ?? null };
  });
}

export async function readRule(db: Db, kind: RetentionKind): Promise<RetentionRule> {
  const row: RuleRow | undefined = await db('retention_rules').where({ kind }).first();
  return { kind, months: row?.months ?? null, confirmedMonths: row?.confirmed_months ?? null };
}

/** What somebody had agreed to counts no more, unless it was this very period. */
export async function putMonths(
  trx: Trx,
  kind: RetentionKind,
  months: number | null,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await trx('retention_rules')
    .insert({ kind, months, set_by: by, set_at: at.toISOString() })
    .onConflict('kind')
    .merge(['months', 'set_by', 'set_at']);
}

/** False when the period is another by now. */
export async function confirmMonths(
  trx: Trx,
  kind: RetentionKind,
  months: number,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const confirmed = await trx('retention_rules')
    .where({ kind, months })
    .update({ confirmed_months: months, confirmed_by: by, confirmed_at: at.toISOString() });
  return confirmed === 1;
}

/** When the periods were last applied; null: never. */
export async function readLastRun(db: Db): Promise<string | null> {
  const row: { last_run_at: string | null } | undefined = await db('background_jobs').where({ name: 'retention' }).first();
  return row?.last_run_at ?? null;
}
