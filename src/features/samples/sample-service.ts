import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listRatedIds } from '../evidence/evidence-check.ts';
import { evidenceOf, readEvidence } from '../evidence/evidence-store.ts';
import { drawNumbers, everyNth } from './draw-sample.ts';
import { mostItems, type Outcome, type SampleItem } from './sample.ts';
import type { DrawInput } from './sample-forms.ts';
import {
  deleteSample,
  findSample,
  type ItemChange,
  insertSample,
  listItems,
  type NewSample,
  updateItems,
} from './sample-store.ts';

type Item = Pick<SampleItem, 'number' | 'label'>;

/** Draws a sample and keeps how. Returns its id. Throws `invalid`, and what `accessForChange` throws. */
export async function drawSample(deps: Deps, actor: Actor, assessmentId: string, input: DrawInput): Promise<string> {
  const { sample, items } = drawn(input);
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'takeSamples');
    if (!(await listRatedIds(deps, trx, assessment)).includes(sample.clauseId))
      throw invalid({ clause: message('evidence.unknownClause') });
    const { id, reference } = await insertSample(trx, assessmentId, sample, items, { by: actor.id, at });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'sample.drawn',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { reference, ...sample, items: items.map(({ number, label }) => number ?? label) },
    });
    return id;
  });
}

/** The sample with its items. Throws `invalid`. */
function drawn(input: DrawInput): { sample: NewSample; items: Item[] } {
  const { clause, title, population, list, method, reason } = input;
  const size = list.length > 0 ? list.length : input.size;
  if (size === null || size === 0) throw invalid({ size: message('samples.sizeMissing') });
  const common = { clauseId: clause, title, population, size, method, reason, seed: null, start: null, step: null };
  const itemOf = (number: number): Item => ({ number, label: list[number - 1] ?? '' });

  if (method === 'judgement') return { sample: common, items: chosen(input, size) };
  const wanted = wantedOf(input, size);
  if (method === 'random') {
    const seed = input.seed ?? randomBytes(8).toString('hex');
    return { sample: { ...common, seed }, items: drawNumbers(seed, size, wanted).map(itemOf) };
  }
  const step = input.step ?? Math.max(1, Math.floor(size / wanted));
  const start = input.start ?? 1;
  if (step === 0 || start === 0 || start > size) throw invalid({ start: message('samples.startOutside', { size }) });
  return { sample: { ...common, start, step }, items: everyNth(start, step, size, wanted).map(itemOf) };
}

function wantedOf({ wanted }: DrawInput, size: number): number {
  if (wanted === null || wanted === 0) throw invalid({ wanted: message('samples.wantedMissing') });
  if (wanted > size) throw invalid({ wanted: message('samples.wantedTooMany', { size }) });
  return wanted;
}

/** By judgement every line of the list is an item; the population is what was said. */
function chosen({ list, reason, size: said }: DrawInput, size: number): Item[] {
  if (list.length === 0) throw invalid({ list: message('samples.listMissing') });
  if (list.length > mostItems) throw invalid({ list: message('form.tooMany', { most: mostItems }) });
  if (said !== null && said < list.length) throw invalid({ size: message('samples.wantedTooMany', { size }) });
  if (reason === '') throw invalid({ reason: message('samples.reasonMissing') });
  return list.map((label) => ({ number: null, label }));
}

/** What the form says of one item; evidence by its reference. */
export interface ItemFinding {
  readonly place: number;
  readonly outcome: Outcome | null;
  readonly note: string;
  readonly evidence: string;
}

interface SamplePlace {
  readonly assessmentId: string;
  readonly sampleId: string;
}

/** Keeps what was found at the items. Throws `invalid` (also when somebody changed it meanwhile), and what `accessForChange` throws. */
export async function recordItems(
  deps: Deps,
  actor: Actor,
  { assessmentId, sampleId }: SamplePlace,
  { revision, findings }: { readonly revision: number; readonly findings: readonly ItemFinding[] },
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'takeSamples');
    const sample = await findSample(trx, assessmentId, sampleId);
    const before = new Map((await listItems(trx, sampleId)).map((item) => [item.place, item]));
    const references = await evidenceIds(trx, assessmentId, findings);
    const changes = findings.flatMap((finding): ItemChange[] => {
      const old = before.get(finding.place);
      const evidenceId = references.get(finding.evidence) ?? null;
      const { place, outcome, note } = finding;
      const same = old && old.outcome === outcome && old.note === note && (old.evidence?.id ?? null) === evidenceId;
      return !old || same ? [] : [{ place, outcome, note, evidenceId }];
    });
    if (!(await updateItems(trx, sampleId, revision, changes, { by: actor.id, at }))) {
      const text = message('samples.changedMeanwhile');
      throw new AppError('invalid', text, { '': text });
    }
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'sample.looked-at',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { reference: sample.reference, items: changes },
    });
  });
}

/** Reference as typed → id. Throws `invalid` for one that the assessment lacks. */
async function evidenceIds(db: Db, assessmentId: string, findings: readonly ItemFinding[]): Promise<Map<string, string>> {
  const typed = [...new Set(findings.map(({ evidence }) => evidence).filter((text) => text !== ''))];
  if (typed.length === 0) return new Map();
  const placeOf = (text: string) => Number(/^e?\s*(\d{1,6})$/i.exec(text.normalize('NFKC').trim())?.[1] ?? 0);
  const found = await readEvidence(db, evidenceOf(db, assessmentId).whereIn('evidence.place', typed.map(placeOf)));
  const byPlace = new Map(found.map(({ place, id }) => [place, id]));
  const ids = new Map<string, string>();
  for (const text of typed) {
    const id = byPlace.get(placeOf(text));
    if (!id) throw invalid({ '': message('samples.evidenceUnknown', { reference: text }) });
    ids.set(text, id);
  }
  return ids;
}

/** Throws what `accessForChange` throws. Returns the reference. */
export async function removeSample(deps: Deps, actor: Actor, { assessmentId, sampleId }: SamplePlace): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'takeSamples');
    const sample = await findSample(trx, assessmentId, sampleId);
    const items = await listItems(trx, sampleId);
    await deleteSample(trx, sampleId);
    const { reference, title, clauseId, count } = sample;
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'sample.removed',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { reference, title, clauseId, count, items },
    });
    return reference;
  });
}

function invalid(fields: Record<string, Message>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
