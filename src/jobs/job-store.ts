import type { Trx } from '../db/db.ts';

/**
 * Takes a job for this process until that time. False while another process has it. A hold that reaches twice as far as any can
 * was taken by a clock that was wrong, and counts for nothing; one that reaches a little further was taken while this process waited
 * for its turn at the database.
 */
export async function takeJob(trx: Trx, name: string, holder: string, now: Date, longest: number): Promise<boolean> {
  await trx('background_jobs').insert({ name }).onConflict('name').ignore();
  const after = (span: number) => new Date(now.getTime() + span).toISOString();
  const taken = await trx('background_jobs')
    .where({ name })
    .where((free) =>
      free
        .whereNull('held_until')
        .orWhere('held_until', '<=', now.toISOString())
        .orWhere('held_until', '>', after(2 * longest)),
    )
    .update({ held_by: holder, held_until: after(longest) });
  return taken === 1;
}

export async function releaseJob(trx: Trx, name: string, holder: string, at: Date): Promise<void> {
  await trx('background_jobs')
    .where({ name, held_by: holder })
    .update({ held_by: null, held_until: null, last_run_at: at.toISOString() });
}
