import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { findOptionalHead, type TrailHead } from './trail-store.ts';

/** The end of the chain as it was at some time, in a file beside the database, so that a chain that was cut off is found. */
export interface KeptHead extends TrailHead {
  readonly at: string;
}

/** `unsealed`: the file was not written by this deployment, or its session secret is another one by now. */
export type KeptHeadState = { readonly head: KeptHead } | 'none' | 'unsealed';

const keptForm = z.object({
  place: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

type HeadDeps = Pick<Deps, 'db' | 'config' | 'sessionSecret' | 'clock' | 'log'>;

/** Where the head is kept. */
export function keptHeadPath({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataFolder, 'audit-trail-head.json');
}

/**
 * Keeps the present head. A chain shorter than what was kept is an alarm: then the file stays as it is and the log says so.
 * Gives false in that case.
 */
export async function keepHead(deps: HeadDeps): Promise<boolean> {
  const [kept, head] = [await readKeptHead(deps), await findOptionalHead(deps.db)];
  const known = typeof kept === 'object' ? kept.head : null;
  if (kept === 'unsealed' || (known && (head?.place ?? 0) < known.place)) {
    deps.log.error({ kept: known?.place ?? null, found: head?.place ?? 0 }, 'audit trail: the kept head does not fit the chain');
    return false;
  }
  if (!head || known?.place === head.place) return true;

  const next: KeptHead = { ...head, at: deps.clock().toISOString() };
  const path = keptHeadPath(deps);
  await writeFile(`${path}.new`, `${JSON.stringify({ ...next, seal: sealOf(deps, next) })}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return true;
}

export async function readKeptHead(deps: Pick<Deps, 'config' | 'sessionSecret'>): Promise<KeptHeadState> {
  const text = await readFile(keptHeadPath(deps), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return 'none';
  const read = keptForm.safeParse(jsonOf(text));
  if (!read.success) return 'unsealed';
  const { seal, ...head } = read.data;
  const isOurs = timingSafeEqual(Buffer.from(seal, 'hex'), Buffer.from(sealOf(deps, head), 'hex'));
  return isOurs ? { head } : 'unsealed';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whoever can write the file but does not know the session secret cannot seal another head. */
function sealOf({ sessionSecret }: Pick<Deps, 'sessionSecret'>, { place, hash, at }: KeptHead): string {
  return createHmac('sha256', `audit-trail-head ${sessionSecret}`).update(`${place}\n${hash}\n${at}`).digest('hex');
}
