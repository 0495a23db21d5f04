import type { Criteria } from './criteria.ts';
import type { Dossier } from './dossier.ts';

/** An assessment of nobody with these ratings and nothing else, for trying criteria out and for explaining one clause. */
export function bareDossier(criteria: Criteria, ratings: Dossier['ratings']): Dossier {
  return {
    criteria,
    organization: { name: '', registrationNumber: null, trade: null, headcount: null, address: null, sites: [] },
    assessment: {
      number: null,
      kind: 'self',
      from: '2000-01-01',
      to: '2000-01-01',
      team: [],
      targetGrade: null,
      heldGrade: null,
      finishedAt: null,
    },
    ratings,
    adjustments: [],
    findings: [],
    evidence: [],
    previous: null,
  };
}
