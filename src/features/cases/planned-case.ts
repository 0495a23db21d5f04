import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import type { Actor } from '../../model/actor.ts';
import type { Assessment } from '../assessments/assessment.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { findFacts } from '../certificates/certificate-store.ts';
import { type Application, noEnglish } from './case.ts';
import { moveCase } from './case-step-service.ts';
import { findCase, findOptionalApplication, insertCase, takeCaseNumber } from './case-store.ts';

export interface PlannedCase {
  readonly certificate: Certificate;
  readonly kind: Application['kind'];
  readonly criteria: string;
  readonly sites: readonly string[];
  readonly assessment: Assessment;
  /** The company hears of it only when the audit begins. */
  readonly unannounced: boolean;
  readonly at: Date;
}

/**
 * A certification that needs no application: an audit of a certificate's programme, with what was applied for last. It begins
 * with its audit. A recertification leads to a certificate of its own. Returns its id.
 */
export async function beginPlannedCase(trx: Trx, deps: Deps, actor: Actor, planned: PlannedCase): Promise<string> {
  const { certificate, kind, assessment, unannounced, at } = planned;
  const id = randomUUID();
  await insertCase(trx, {
    id,
    number: await takeCaseNumber(trx, Number(dayOf(at, deps.config.timeZone).slice(0, 4))),
    organizationId: certificate.organizationId,
    application: await applicationFor(trx, planned),
    createdBy: actor.id,
    at,
    state: 'agreed',
    certificateId: kind === 'recertification' ? null : certificate.id,
    unannounced,
  });
  const found = await findCase(trx, actor, id);
  const change = { assessmentId: assessment.id };
  await moveCase(trx, actor, found, { deed: 'start', revision: found.revision, text: assessment.number, at, change });
  return id;
}

async function applicationFor(trx: Trx, { certificate, kind, criteria, sites }: PlannedCase): Promise<Application> {
  const facts = await findFacts(trx, certificate.id, certificate.edition);
  const last = await findOptionalApplication(trx, certificate.id);
  const words = { grade: null, legalPerson: null, products: null, headcount: null, siteNote: null, contact: null, note: null };
  return {
    ...words,
    ...noEnglish,
    ...last,
    nameEn: facts.holder.name.en ?? null,
    addressEn: facts.holder.address.en ?? null,
    scopeEn: facts.scope.en ?? null,
    licence: last?.licence ?? facts.holder.registrationNumber,
    scope: facts.scope['zh-CN'] ?? last?.scope ?? null,
    kind,
    criteria,
    sites,
  };
}
