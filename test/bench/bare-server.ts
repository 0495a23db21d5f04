import { join } from 'node:path';
import express from 'express';
import { openSqlite } from '../../src/db/open-db.ts';

/** The least that saves a form: Express, its parser, one insert in a transaction, on a database with the same settings. */
const db = openSqlite(join(String(process.env.ASSAY_DATA), 'bare.sqlite'));
await db.schema.createTable('rows', (table) => {
  table.increments('id');
  table.text('clause');
  table.text('note');
});

const app = express();
app.use(express.urlencoded({ extended: false }));
app.get('/healthz', (_req, res) => {
  res.json({ status: 'ok' });
});
app.post('/rows', async (req, res) => {
  await db.transaction((trx) => trx('rows').insert({ clause: req.body.clause, note: req.body.note }));
  res.json({ saved: true });
});
const server = app.listen(Number(process.env.PORT), '127.0.0.1');

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void db.destroy();
});
