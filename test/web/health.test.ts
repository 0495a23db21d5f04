import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';

test('a running, migrated server is alive and ready', async () => {
  const { anonymous } = await startTestApp();

  expect((await anonymous.get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
  const ready = await anonymous.get('/readyz').expect(200).expect('Cache-Control', 'no-store');
  expect(ready.body).toEqual({ status: 'ready' });
  expect(ready.get('Set-Cookie')).toBeUndefined();
});

test('is not ready while a migration is missing', async () => {
  const { anonymous, deps } = await startTestApp();
  const newest: { name: string } | undefined = await deps.db('migrations').orderBy('id', 'desc').first('name');
  await deps
    .db('migrations')
    .where({ name: newest?.name ?? '' })
    .delete();

  expect((await anonymous.get('/readyz').expect(503)).body).toEqual({ status: 'not ready', problem: 'schema' });
  await anonymous.get('/healthz').expect(200);
});

test('is not ready when files cannot be stored', async () => {
  const { anonymous, deps } = await startTestApp();
  await rm(join(deps.config.dataFolder, 'incoming'), { recursive: true });

  expect((await anonymous.get('/readyz').expect(503)).body).toEqual({ status: 'not ready', problem: 'storage' });
});

test('is not ready without its database, and says nothing of why', async () => {
  const { anonymous, deps } = await startTestApp();
  await deps.db.destroy();

  expect((await anonymous.get('/readyz').expect(503)).body).toEqual({ status: 'not ready', problem: 'database' });
  await anonymous.get('/healthz').expect(200);
});
