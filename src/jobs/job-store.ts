import type { Trx } from '../db/db.ts';

/**
 * Takes a job for this process until that time. False while another process has it. A hold that reaches further than any can
 * was taken by a clock that was wrong, and counts for nothing.
 */
export async function takeJob(trx: Trx, name: string, holder: string, now: Date, longest: number): Promise<boolean> {
  await trx('background_jobs').insert({ name }).onConflict('name').ignore();
  const until = new Date(now.getTime() + longest).toISOString();
  const taken = await trx('background_jobs')
    .where({ name })
    .where((free) =>
      free.whereNull('held_until').orWhere('held_until', '<=', now.toISOString()).orWhere('held_until', '>', until),
    )
    .update({ held_by: holder, held_until: until });
  return taken === 1;
}

export async function releaseJob(trx: Trx, name: string, holder: string, at: Date): Promise<void> {
  await trx('background_jobs')
    .where({ name, held_by: holder })
    .update({ held_by: null, held_until: null, last_run_at: at.toISOString() });
}
