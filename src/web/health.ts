import { Router } from 'express';
import { isMigrated } from '../db/migrate.ts';
import type { Deps } from '../deps.ts';
import { allow } from './allow.ts';

/** For whoever watches the process: `/healthz` says that it lives, `/readyz` that it can work. */
export function healthRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/healthz', allow('public'), (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  router.get('/readyz', allow('public'), async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const problem = await whyNotReady(deps).catch((error: unknown) => {
      req.log.error({ err: error }, 'not ready');
      return 'database';
    });
    res.status(problem === null ? 200 : 503).json(problem === null ? { status: 'ready' } : { status: 'not ready', problem });
  });

  return router;
}

async function whyNotReady(deps: Deps): Promise<'schema' | 'storage' | null> {
  if (!(await isMigrated(deps.db))) return 'schema';
  if (!(await deps.files.isWritable())) return 'storage';
  return null;
}
