import type { ImportReport } from '../../catalog/imports/import-report.ts';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { pageSize } from '../../web/paging.ts';
import type { DraftTexts } from './draft-texts.ts';

export interface Draft extends DraftTexts {
  readonly id: string;
  /** As last saved; empty while the text has none that can be read. */
  readonly title: string;
  /** Counts the saves, from 1. */
  readonly revision: number;
  /** The last of its steps that has not been undone; 0: none. */
  readonly step: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedBy: string;
  readonly updatedByName: string;
  readonly updatedAt: string;
  /** It was made from foreign files, and the report of that stands with it. */
  readonly isImported: boolean;
}

/** What a list shows of a draft. */
export type DraftLine = Pick<Draft, 'id' | 'title' | 'updatedByName' | 'updatedAt'>;

export async function listDrafts(db: Db, page: number): Promise<{ rows: DraftLine[]; total: number }> {
  const [counted] = await db('criteria_drafts').count({ total: '*' });
  const rows = await db('criteria_drafts')
    .join('users', 'users.id', 'criteria_drafts.updated_by')
    .select('criteria_drafts.id', 'criteria_drafts.title', 'criteria_drafts.updated_at', 'users.name')
    .orderBy([{ column: 'criteria_drafts.updated_at', order: 'desc' }, { column: 'criteria_drafts.id' }])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return {
    total: Number(counted?.total ?? 0),
    rows: rows.map((row) => ({ id: row.id, title: row.title, updatedAt: row.updated_at, updatedByName: row.name })),
  };
}

/** Throws `not_found`. */
export async function findDraft(db: Db, id: string): Promise<Draft> {
  const row = await db('criteria_drafts')
    .join('users', 'users.id', 'criteria_drafts.updated_by')
    .where({ 'criteria_drafts.id': id })
    .first('criteria_drafts.*', 'users.name');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return {
    id: row.id,
    title: row.title,
    source: row.source,
    overlays: JSON.parse(row.overlays),
    revision: Number(row.revision),
    step: Number(row.step),
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedBy: row.updated_by,
    updatedByName: row.name,
    updatedAt: row.updated_at,
    isImported: row.import_report !== null,
  };
}

/** What became of the foreign files from which the draft was made. Throws `not_found` when it was not made so. */
export async function findImportReport(db: Db, id: string): Promise<ImportReport> {
  const row = await db('criteria_drafts').where({ id }).first('import_report');
  if (!row?.import_report) throw new AppError('not_found', message('error.notFound'));
  return JSON.parse(row.import_report);
}

export async function insertDraft(
  trx: Trx,
  draft: Omit<Draft, 'updatedByName' | 'isImported' | 'step'>,
  report: ImportReport | null,
): Promise<void> {
  await trx('criteria_drafts').insert({
    id: draft.id,
    ...textColumns(draft),
    import_report: report && JSON.stringify(report),
    revision: draft.revision,
    created_by: draft.createdBy,
    created_at: draft.createdAt,
    updated_by: draft.updatedBy,
    updated_at: draft.updatedAt,
  });
}

/** Saves when the draft still stands at that revision; false when somebody else saved, published or deleted it meanwhile. */
export async function updateDraft(
  trx: Trx,
  draft: Pick<Draft, 'id' | 'title' | 'step' | 'updatedBy' | 'updatedAt'> & DraftTexts,
  revision: number,
): Promise<boolean> {
  const changed = await trx('criteria_drafts')
    .where({ id: draft.id, revision })
    .update({
      ...textColumns(draft),
      step: draft.step,
      revision: revision + 1,
      updated_by: draft.updatedBy,
      updated_at: draft.updatedAt,
    });
  return changed === 1;
}

function textColumns({ title, source, overlays }: Pick<Draft, 'title'> & DraftTexts) {
  return { title, source, overlays: JSON.stringify(overlays) };
}

/** Only drafts are ever deleted. With a revision only while it stands there; false when nothing was deleted. */
export async function deleteDraft(trx: Trx, id: string, revision?: number): Promise<boolean> {
  return (
    (await trx('criteria_drafts')
      .where(revision === undefined ? { id } : { id, revision })
      .delete()) === 1
  );
}
