import { issueTask } from '../features/documents/issue-task.ts';
import { timeStampTask } from '../features/documents/time-stamp-task.ts';
import { verificationTask } from '../features/integrity/verification-task.ts';
import { packageTask } from '../features/packages/package-task.ts';
import type { TaskKind } from '../features/tasks/task.ts';

/** All that people can have the server do beside the requests. */
export const taskKinds: readonly TaskKind[] = [verificationTask, issueTask, timeStampTask, packageTask];
