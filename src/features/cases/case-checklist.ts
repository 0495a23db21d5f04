import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { checksAt, missingPapers, openChecks, papersFor } from '../../model/case-checks.ts';
import { type CertificationRule, type CheckStage, checkStages } from '../../model/certification-rule.ts';
import { AppError } from '../../model/errors.ts';
import { type LibraryDeps, readLibraryVersion } from '../criteria/library-store.ts';
import { type CertificationCase, chosenCriteria } from './case.ts';
import { listChecked } from './case-check-store.ts';
import { listDocuments } from './case-record-store.ts';

/** What the criteria of an application say of certification, also when they are no longer offered; null: nothing, or none chosen. */
export async function readCaseRule(deps: LibraryDeps, { application }: CertificationCase): Promise<CertificationRule | null> {
  const [id = '', version = ''] = chosenCriteria(application.criteria ?? '').criteria.split('@');
  const entry = await readLibraryVersion(deps, id, version);
  return entry?.criteria.certification ?? null;
}

type RuleDeps = Pick<Deps, 'catalog' | 'publishedCriteria'>;

/** Throws `invalid`, naming each required line of the checklist that this person has not found in order. */
export async function requireChecks(
  db: Db,
  deps: RuleDeps,
  found: CertificationCase,
  { stage, userId }: { readonly stage: CheckStage; readonly userId: string },
): Promise<void> {
  const rule = await readCaseRule({ ...deps, db }, found);
  const checked = (await listChecked(db, found.id)).filter((line) => line.stage === stage);
  const open = openChecks(rule, stage, checked, userId);
  refuse(open.map(({ title }) => message('cases.checkOpen', { title })));
}

/** Throws `invalid`, naming each required paper that is not attached. */
export async function requirePapers(db: Db, deps: RuleDeps, found: CertificationCase): Promise<void> {
  const rule = await readCaseRule({ ...deps, db }, found);
  const attached = (await listDocuments(db, found.id)).map(({ paperId }) => paperId);
  const missing = missingPapers(papersFor(rule, found.application.kind), attached);
  refuse(missing.map(({ title }) => message('cases.paperMissing', { title })));
}

/** `application 6/6, review 5/5`, for what is signed; null where the criteria have no checklists. */
export async function checkedInWords(db: Db, deps: RuleDeps, found: CertificationCase): Promise<string | null> {
  const rule = await readCaseRule({ ...deps, db }, found);
  const checked = await listChecked(db, found.id);
  const words = checkStages.flatMap((stage) => {
    const ids = checksAt(rule, stage).map(({ id }) => id);
    const done = checked.filter((line) => line.stage === stage && line.answer !== 'no' && ids.includes(line.checkId));
    return ids.length === 0 ? [] : [`${stage} ${done.length}/${ids.length}`];
  });
  return words.length === 0 ? null : words.join(', ');
}

function refuse(texts: readonly ReturnType<typeof message>[]): void {
  if (texts.length === 0) return;
  const fields = Object.fromEntries(texts.map((text, index) => [index === 0 ? '' : `.${index}`, text]));
  throw new AppError('invalid', message('error.checkFields'), fields);
}
