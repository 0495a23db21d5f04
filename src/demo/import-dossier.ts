import type { Deps } from '../deps.ts';
import { findAssessment } from '../features/assessments/assessment-store.ts';
import { evidenceOf, readEvidence } from '../features/evidence/evidence-store.ts';
import { giveAdjustment, stateFinding } from '../features/findings/finding-service.ts';
import { listSites } from '../features/organizations/site-store.ts';
import type { RatingInput } from '../features/ratings/rating-form.ts';
import { saveRating } from '../features/ratings/rating-service.ts';
import type { Actor } from '../model/actor.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Rating } from '../model/rating.ts';
import { importEvidence } from './import-evidence.ts';

/** Enters all that a dossier says into an open assessment, as these people would: they rate by turns. */
export async function importDossier(deps: Deps, people: readonly [Actor, ...Actor[]], assessmentId: string, dossier: Dossier) {
  const [first] = people;
  let turn = 0;
  for (const [clauseId, { rating, note }] of Object.entries(dossier.ratings)) {
    const by = people[turn % people.length] ?? first;
    await saveRating(deps, by, { assessmentId, clauseId }, toRatingInput(rating, note));
    turn += 1;
  }
  for (const evidence of dossier.evidence) await importEvidence(deps, first, assessmentId, evidence);
  const ids = await idsByName(deps, assessmentId);
  for (const { site, evidence = [], ...finding } of dossier.findings) {
    const known = (name: string) => ids.get(name) ?? [];
    await stateFinding(deps, first, assessmentId, {
      ...finding,
      site: site === undefined ? null : (known(site)[0] ?? null),
      evidence: evidence.flatMap(known),
    });
  }
  for (const adjustment of dossier.adjustments) await giveAdjustment(deps, first, assessmentId, adjustment);
}

/** Reference of a piece of evidence or name of a site → its id here. */
async function idsByName(deps: Deps, assessmentId: string): Promise<Map<string, [string]>> {
  const { organizationId } = await findAssessment(deps.db, assessmentId);
  const sites = await listSites(deps.db, organizationId);
  const evidence = await readEvidence(deps.db, evidenceOf(deps.db, assessmentId));
  return new Map([
    ...sites.map(({ id, name }): [string, [string]] => [name, [id]]),
    ...evidence.map(({ id, reference }): [string, [string]] => [reference, [id]]),
  ]);
}

const empty: RatingInput = {
  revision: 0,
  criteria: '',
  note: '',
  notApplicable: false,
  reason: '',
  met: '',
  level: '',
  size: '',
  failed: '',
  points: '',
  value: '',
  present: [],
  nonePresent: false,
  keepBoth: false,
};

/** The fields of the sheet as somebody would fill them in. */
export function toRatingInput(rating: Rating | null, note: string): RatingInput {
  const input = { ...empty, note };
  switch (rating?.by) {
    case undefined:
      return input;
    case 'met':
      return { ...input, met: rating.met ? 'yes' : 'no' };
    case 'sample':
      return { ...input, size: String(rating.size), failed: String(rating.failed) };
    case 'level':
      return { ...input, level: String(rating.level) };
    case 'points':
      return { ...input, points: rating.points };
    case 'measure':
      return { ...input, value: rating.value };
    case 'checklist':
      return { ...input, present: [...rating.present], nonePresent: rating.present.length === 0 };
    case 'not-applicable':
      return { ...input, notApplicable: true, reason: rating.reason };
  }
}
