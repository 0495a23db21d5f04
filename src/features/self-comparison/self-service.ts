import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { findClause } from '../../model/clause-name.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import {
  findOptionalSelf,
  insertOrigin,
  listSelfChoices,
  listTakenReferences,
  writeSelfLink,
} from '../dossiers/self-assessment-store.ts';
import { insertEvidenceSteps } from '../evidence/evidence-step-store.ts';
import {
  findEvidence,
  findIdByReference,
  insertEvidence,
  type NewEvidenceFile,
  sameFile,
  takePlaces,
} from '../evidence/evidence-store.ts';

/** Chooses the self-assessment that stands beside an audit; null: none. Throws `invalid`, and what `accessForChange` throws. */
export async function linkSelf(deps: Deps, actor: Actor, assessmentId: string, selfId: string | null): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'assign');
    const choices = await listSelfChoices(trx, assessment);
    if (selfId !== null && !choices.some(({ id }) => id === selfId))
      throw new AppError('invalid', message('error.checkFields'), { self: message('self.notOffered') });
    await writeSelfLink(trx, { assessmentId, selfId, by: actor.id, at });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'self-assessment.linked',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { selfAssessment: choices.find(({ id }) => id === selfId)?.number ?? null },
    });
  });
}

async function fileOf(trx: Trx, assessmentId: string, evidenceId: string | null): Promise<NewEvidenceFile | null> {
  return evidenceId === null ? null : sameFile(await findEvidence(trx, assessmentId, evidenceId));
}

/**
 * Makes a piece of the company's evidence evidence of the audit: the same stored file, with where it came from. Returns its
 * reference; null when it was taken before. Throws `not_found`, and what `accessForChange` throws.
 */
export async function takeEvidence(deps: Deps, actor: Actor, assessmentId: string, reference: string): Promise<string | null> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rate');
    const self = await findOptionalSelf(trx, assessment);
    const origin = self?.dossier.evidence.find((one) => one.reference === reference);
    if (!self || !origin) throw new AppError('not_found', message('error.notFound'));
    if ((await listTakenReferences(trx, assessmentId, self.id)).includes(reference)) return null;

    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const { kind, title, date, link, life } = origin;
    const originId = await findIdByReference(trx, self.id, reference);
    const file = await fileOf(trx, self.id, originId);
    const place = await takePlaces(trx, assessmentId, 1);
    const evidence = {
      ...{ id: randomUUID(), place, kind, title, date, link, file },
      note: origin.note,
      clauses: origin.clauses.filter((id) => findClause(criteria, id)?.method),
      ...{ periodFrom: life?.periodFrom ?? null, periodTo: life?.periodTo ?? null, validUntil: life?.validUntil ?? null },
      ...{ siteId: null, source: life?.source ?? null, findings: [] },
      ...(originId === null ? {} : { originId }),
    };
    await insertEvidence(trx, [evidence], { assessmentId, userId: actor.id, at: at.toISOString() });
    await insertEvidenceSteps(trx, [evidence.id], { at, by: actor.id, deed: 'reused' });
    await insertOrigin(trx, { evidenceId: evidence.id, assessmentId, selfId: self.id, reference });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'evidence.taken-over',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { reference: `E${place}`, from: self.number, origin: reference, clauses: evidence.clauses },
    });
    return `E${place}`;
  });
}
