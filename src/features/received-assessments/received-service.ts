import { createHash, randomUUID } from 'node:crypto';
import { readAssessmentText } from '../../catalog/assessment/read-assessment-file.ts';
import { criteriaHash } from '../../catalog/criteria/criteria-hash.ts';
import type { Catalog } from '../../catalog/open-catalog.ts';
import type { Problem } from '../../catalog/source/problem.ts';
import { decodeText } from '../../catalog/source/text-file.ts';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { describeOutcome } from '../../model/explain.ts';
import { resultOf } from '../../model/result-of.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listOffered } from '../criteria/library-store.ts';
import { deleteReceived, findOptionalByHash, findReceived, insertReceived, type NewReceived } from './received-store.ts';

/** A file that was read: what would be kept of it, or everything that is wrong with it. */
export type ReceivedReading = { readonly received: NewReceived } | { readonly problems: readonly Problem[] };

/** Reads an assessment file with everything that is wrong with it at once. Stores nothing. */
export async function readReceived(
  deps: Deps,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<ReceivedReading> {
  const decoded = decodeText(file.name, file.bytes);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const { dossier, problems } = await readAssessmentText(file.name, decoded.text, { catalog: await libraryOf(deps) });
  if (!dossier) return { problems };
  const result = resultOf(dossier);
  const { assessment, organization, criteria } = dossier;
  return {
    received: {
      id: randomUUID(),
      content: decoded.text,
      sha256: createHash('sha256').update(decoded.text).digest('hex'),
      scored: { dossier, result },
      number: assessment.number,
      organization: organization.name,
      kind: assessment.kind,
      from: assessment.from,
      to: assessment.to,
      criteriaId: criteria.id,
      criteriaVersion: criteria.version,
      criteriaHash: criteriaHash(criteria),
      finishedAt: assessment.finishedAt,
      summary: Object.fromEntries(languages.map((language) => [language, describeOutcome(criteria, result, language)])),
    },
  };
}

/** Every version that this instance offers: those of the folder and those that were published here. */
async function libraryOf(deps: Deps): Promise<Catalog> {
  const entries = await listOffered(deps);
  return {
    entries,
    find: (id, version) =>
      entries.find(({ criteria }) => criteria.id === id && (version === undefined || criteria.version === version)),
    broken: deps.catalog.broken,
  };
}

/** Keeps it as it came. Returns its id. Throws `invalid` when the same file is here already. */
export async function takeReceived(deps: Deps, actor: Actor, received: NewReceived): Promise<string> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if ((await findOptionalByHash(trx, received.sha256)) !== null) {
      const text = message('received.already');
      throw new AppError('invalid', text, { file: text });
    }
    await insertReceived(trx, received, { by: actor.id, at });
    const { sha256, number, organization, criteriaId, criteriaVersion, scored } = received;
    const details = {
      sha256,
      number,
      organization,
      criteria: `${criteriaId}@${criteriaVersion}`,
      score: scored.result.score.shown,
    };
    await recordAuditEntry(trx, { ...about(actor, received.id, at), deed: 'received.taken', details });
  });
  return received.id;
}

/** Nothing hangs on it: it goes with its file. Throws `not_found`. */
export async function removeReceived(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const { sha256, number, organization } = await findReceived(trx, id);
    await deleteReceived(trx, id);
    await recordAuditEntry(trx, { ...about(actor, id, at), deed: 'received.removed', details: { sha256, number, organization } });
  });
}

function about(actor: Actor, id: string, at: Date) {
  return { at, actor, subject: 'received-assessment', subjectId: id };
}
