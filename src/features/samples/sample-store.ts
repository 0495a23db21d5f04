import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import {
  type CountedSample,
  type DrawMethod,
  drawMethods,
  type Outcome,
  outcomes,
  type Sample,
  type SampleItem,
} from './sample.ts';

interface SampleRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly place: number;
  readonly clause_id: string;
  readonly title: string;
  readonly population: string;
  readonly size: number;
  readonly method: string;
  readonly seed: string | null;
  readonly start: number | null;
  readonly step: number | null;
  readonly reason: string;
  readonly revision: number;
  readonly created_at: string;
  readonly drawn_by: string;
}

interface ItemRow {
  readonly place: number;
  readonly number: number | null;
  readonly label: string;
  readonly outcome: string | null;
  readonly note: string;
  readonly evidence_id: string | null;
  readonly evidence_place: number | null;
}

/** The samples of an assessment, or of one of its clauses, in the order in which they were drawn, two hundred at most. */
export async function listSamples(db: Db, assessmentId: string, clauseId: string | null = null): Promise<CountedSample[]> {
  const query = samples(db).where({ 'samples.assessment_id': assessmentId });
  if (clauseId !== null) query.where({ 'samples.clause_id': clauseId });
  return withCounts(db, await query.orderBy('samples.place').limit(200).select(columns));
}

/** Throws `not_found`, also when it belongs to another assessment. */
export async function findSample(db: Db, assessmentId: string, id: string): Promise<CountedSample> {
  const rows: SampleRow[] = await samples(db).where({ 'samples.assessment_id': assessmentId, 'samples.id': id }).select(columns);
  const [found] = await withCounts(db, rows);
  if (!found) throw new AppError('not_found', message('error.notFound'));
  return found;
}

export async function listItems(db: Db, sampleId: string): Promise<SampleItem[]> {
  const rows: ItemRow[] = await db('sample_items')
    .leftJoin('evidence', 'evidence.id', 'sample_items.evidence_id')
    .where({ sample_id: sampleId })
    .orderBy('sample_items.place')
    .select('sample_items.*', 'evidence.place as evidence_place');
  return rows.map(toItem);
}

/** Reference of a sample → its items, for all samples of an assessment at once. */
export async function readAllItems(db: Db, assessmentId: string): Promise<Map<string, SampleItem[]>> {
  const rows: (ItemRow & { readonly sample_place: number })[] = await db('sample_items')
    .join('samples', 'samples.id', 'sample_items.sample_id')
    .leftJoin('evidence', 'evidence.id', 'sample_items.evidence_id')
    .where({ 'samples.assessment_id': assessmentId })
    .orderBy(['samples.place', 'sample_items.place'])
    .select('sample_items.*', 'samples.place as sample_place', 'evidence.place as evidence_place');
  const items = new Map<string, SampleItem[]>();
  for (const row of rows) {
    const reference = `S${row.sample_place}`;
    const own = items.get(reference);
    if (own) own.push(toItem(row));
    else items.set(reference, [toItem(row)]);
  }
  return items;
}

export type NewSample = Omit<Sample, 'id' | 'assessmentId' | 'reference' | 'revision' | 'drawnBy' | 'drawnAt'>;

export async function insertSample(
  trx: Trx,
  assessmentId: string,
  sample: NewSample,
  items: readonly Pick<SampleItem, 'number' | 'label'>[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<{ readonly id: string; readonly reference: string }> {
  const last = await trx('samples').where({ assessment_id: assessmentId }).max({ place: 'place' }).first();
  const [id, place] = [randomUUID(), Number(last?.place ?? 0) + 1];
  const { clauseId, title, population, size, method, seed, start, step, reason } = sample;
  const drawn = { title, population, size, method, seed, start, step, reason };
  const kept = { revision: 1, created_by: by, created_at: at.toISOString() };
  await trx('samples').insert({ id, assessment_id: assessmentId, place, clause_id: clauseId, ...drawn, ...kept });
  const rows = items.map((item, index) => ({ sample_id: id, place: index + 1, ...item, note: '' }));
  await trx.batchInsert('sample_items', rows, 100);
  return { id, reference: `S${place}` };
}

/** What was found at one item. */
export interface ItemChange {
  readonly place: number;
  readonly outcome: Outcome | null;
  readonly note: string;
  readonly evidenceId: string | null;
}

/** Returns false, and writes nothing, when somebody changed the sample since `revision`. */
export async function updateItems(
  trx: Trx,
  sampleId: string,
  revision: number,
  changes: readonly ItemChange[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const updated = await trx('samples')
    .where({ id: sampleId, revision })
    .update({ revision: revision + 1 });
  if (updated === 0) return false;
  // One statement an item that changed: each has values of its own, and there are five hundred at most.
  for (const { place, outcome, note, evidenceId } of changes) {
    const values = { outcome, note, evidence_id: evidenceId, judged_by: by, judged_at: at.toISOString() };
    await trx('sample_items').where({ sample_id: sampleId, place }).update(values);
  }
  return true;
}

export async function deleteSample(trx: Trx, id: string): Promise<void> {
  await trx('samples').where({ id }).delete();
}

const columns = ['samples.*', 'users.name as drawn_by'];

function samples(db: Db) {
  return db('samples').join('users', 'users.id', 'samples.created_by');
}

async function withCounts(db: Db, rows: readonly SampleRow[]): Promise<CountedSample[]> {
  const counts: { sample_id: string; outcome: string | null; items: number | string }[] = await db('sample_items')
    .whereIn(
      'sample_id',
      rows.map(({ id }) => id),
    )
    .groupBy('sample_id', 'outcome')
    .select('sample_id', 'outcome')
    .count({ items: '*' });
  return rows.map((row) => {
    const own = counts.filter(({ sample_id }) => sample_id === row.id);
    const sum = (of: (outcome: string | null) => boolean) =>
      own.filter(({ outcome }) => of(outcome)).reduce((total, { items }) => total + Number(items), 0);
    const count = { drawn: sum(() => true), looked: sum((one) => one !== null), failed: sum((one) => one === 'fail') };
    return { ...toSample(row), count };
  });
}

function toSample(row: SampleRow): Sample {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    reference: `S${row.place}`,
    clauseId: row.clause_id,
    title: row.title,
    population: row.population,
    size: row.size,
    method: toMethod(row.method),
    seed: row.seed,
    start: row.start,
    step: row.step,
    reason: row.reason,
    revision: row.revision,
    drawnBy: row.drawn_by,
    drawnAt: row.created_at,
  };
}

function toItem(row: ItemRow): SampleItem {
  const { place, number, label, note, evidence_id: id, evidence_place: piece } = row;
  const evidence = id !== null && piece !== null ? { id, reference: `E${piece}` } : null;
  return { place, number, label, outcome: toOutcome(row.outcome), note, evidence };
}

function toMethod(value: string): DrawMethod {
  const method = drawMethods.find((known) => known === value);
  if (!method) throw new Error(`The database holds an unknown way of drawing: ${value}`);
  return method;
}

function toOutcome(value: string | null): Outcome | null {
  return outcomes.find((known) => known === value) ?? null;
}
