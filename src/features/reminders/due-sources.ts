import { listDueAssessments } from '../assessments/assessment-due-store.ts';
import { listDueCaseAnswers } from '../cases/case-due-store.ts';
import { listDueCertificates } from '../certificates/certificate-due-store.ts';
import { listEndingCompetences } from '../competences/competence-due-store.ts';
import { listDueDisputes } from '../disputes/involvement-store.ts';
import { listExpiringEvidence } from '../evidence/expiry-store.ts';
import { listDueAnswers, listDueCorrections, listDueVerifications } from '../findings/finding-due-store.ts';
import type { DueSource } from '../notices/due.ts';
import { listDueSpecials } from '../programmes/programme-due-store.ts';
import { listDueRequests } from '../requests/request-due-store.ts';

/** Everything of which people are reminded: one function a feature. */
export const dueSources: readonly DueSource[] = [
  listDueAssessments,
  listDueRequests,
  listExpiringEvidence,
  listDueAnswers,
  listDueCorrections,
  listDueVerifications,
  listEndingCompetences,
  listDueCertificates,
  listDueCaseAnswers,
  listDueSpecials,
  listDueDisputes,
];
