import { randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listSiteIds } from '../assessments/assessment-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listRatedIds } from './evidence-check.ts';
import { refused, valuesOf } from './evidence-pieces.ts';
import { insertEvidenceSteps } from './evidence-step-store.ts';
import { insertEvidence, type NewEvidence, sameFile, takePlaces } from './evidence-store.ts';
import { listReusable, listSources } from './reuse-store.ts';

/**
 * Takes evidence of earlier assessments of the same organization over: rows of their own with the same stored file, linked
 * to the same clauses as far as these criteria rate them, to be judged anew. Returns the new references. Throws `invalid`
 * when none was chosen or one is not theirs to take, and what `accessForChange` throws.
 */
export async function reuseEvidence(deps: Deps, actor: Actor, assessmentId: string, ids: readonly string[]): Promise<string[]> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'handIn');
    const sources = await listSources(trx, actor, assessment);
    const numbers = new Map(sources.map(({ id, number }) => [id, number]));
    const chosen = await listReusable(trx, assessmentId, [...numbers.keys()], ids);
    if (chosen.length === 0) throw refused({ evidence: message('evidence.reuseNone') });
    if (chosen.length < ids.length) throw refused({ evidence: message('evidence.reuseGone') });

    const rated = new Set(await listRatedIds(deps, trx, assessment));
    const sites = new Set(await listSiteIds(trx, assessmentId));
    const first = await takePlaces(trx, assessmentId, chosen.length);
    const rows = chosen.map(
      (one, index): NewEvidence => ({
        ...valuesOf(one),
        id: randomUUID(),
        place: first + index,
        file: sameFile(one),
        clauses: one.clauses.filter((id) => rated.has(id)),
        siteId: one.siteId !== null && sites.has(one.siteId) ? one.siteId : null,
        findings: [],
        originId: one.id,
      }),
    );
    await insertEvidence(trx, rows, { assessmentId, userId: actor.id, at: at.toISOString() });
    await insertEvidenceSteps(
      trx,
      rows.map(({ id }) => id),
      { at, by: actor.id, deed: 'reused' },
    );
    const origins = chosen.map((one, index) => ({
      reference: `E${first + index}`,
      from: `${numbers.get(one.assessmentId)} ${one.reference}`,
      file: one.file,
    }));
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'evidence.reused',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { evidence: origins },
    });
    return rows.map(({ place }) => `E${place}`);
  });
}
