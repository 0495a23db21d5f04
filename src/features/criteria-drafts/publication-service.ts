import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findVersion, listLibrary } from '../criteria/library-store.ts';
import { deleteDraft, findDraft } from './draft-store.ts';
import { checkTexts } from './draft-texts.ts';
import { publicationRefusal } from './publication.ts';
import { deleteRetirement, insertRetirement, insertVersion } from './version-store.ts';

/**
 * Publishes a draft as it was shown (`hash` is its content): the content is frozen for good and the draft is gone, its text
 * kept with the version. Throws `invalid` with the reason while it cannot be published, `conflict` when the draft was changed
 * since it was shown, `not_found`.
 */
export async function publishDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  shown: { readonly revision: number; readonly hash: string },
): Promise<Criteria> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const draft = await findDraft(trx, id);
    const check = checkTexts(draft);
    const refusal = publicationRefusal(check, await listLibrary({ ...deps, db: trx }));
    const { criteria, hash } = check;
    if (refusal || !criteria || !hash) throw new AppError('invalid', refusal ?? message('drafts.changed'));
    if (draft.revision !== shown.revision || hash !== shown.hash) throw new AppError('conflict', message('drafts.changed'));

    const { source, overlays } = draft;
    const published = { criteria, hash, source, overlays, publishedAt: now.toISOString(), publishedBy: actor.id };
    const [inserted, gone] = [await insertVersion(trx, published), await deleteDraft(trx, id, draft.revision)];
    if (!inserted || !gone) throw new AppError('conflict', message('drafts.changed'));
    await recordAuditEntry(trx, {
      ...about(actor, criteria, now),
      deed: 'criteria.published',
      details: { hash, draft: id, revision: draft.revision },
    });
    return criteria;
  });
}

/** Takes a version from the choice of new assessments; those that are open or finished go on with it. Throws `not_found`. */
export async function retireVersion(deps: Deps, actor: Actor, id: string, version: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    await findVersion({ ...deps, db: trx }, id, version);
    const retired = await insertRetirement(trx, { id, version, at: now.toISOString(), by: actor.id });
    if (retired) await recordAuditEntry(trx, { ...about(actor, { id, version }, now), deed: 'criteria.retired' });
  });
}

/** Offers a retired version again. Throws `not_found`. */
export async function restoreVersion(deps: Deps, actor: Actor, id: string, version: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    await findVersion({ ...deps, db: trx }, id, version);
    const restored = await deleteRetirement(trx, id, version);
    if (restored) await recordAuditEntry(trx, { ...about(actor, { id, version }, now), deed: 'criteria.restored' });
  });
}

function about(actor: Actor, { id, version }: Pick<Criteria, 'id' | 'version'>, at: Date) {
  return { at, actor, subject: 'criteria', subjectId: `${id}@${version}` };
}
