import type { RetentionKind } from '../../model/retention.ts';
import { expiredAssessments, expiredFiles, expiredPackages } from './expired-assessment-store.ts';
import { expiredDisputes, refusedCases } from './expired-case-store.ts';
import type { ExpiredKind } from './expired-kind.ts';
import { endedTasks, oldNotices } from './expired-notice-store.ts';

/** All but the audit trail, which goes by places and not by pieces. */
export const expiredKinds: Readonly<Record<Exclude<RetentionKind, 'trail'>, ExpiredKind>> = {
  'evidence-files': expiredFiles,
  packages: expiredPackages,
  assessments: expiredAssessments,
  'refused-cases': refusedCases,
  disputes: expiredDisputes,
  notices: oldNotices,
  tasks: endedTasks,
};
