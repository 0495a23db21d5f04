import type { Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentStep } from '../../model/assessment-life.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listCompanyIds, listTeamIds } from '../assessments/audience-store.ts';
import { insertNotice } from '../notices/notice-store.ts';

/** Tells the team, and the company where it concerns it, that an audit goes on. A self-assessment concerns nobody else. */
export async function tellOfStep(trx: Trx, assessment: Assessment, step: AssessmentStep, at: Date): Promise<void> {
  if (assessment.kind === 'self') return;
  const { id, number, state } = assessment;
  const team = await listTeamIds(trx, id);
  const company = await listCompanyIds(trx, assessment);
  const tell = (to: readonly string[], text: ReturnType<typeof message>, page = '') =>
    insertNotice(trx, { to, text, href: `/assessments/${id}${page}`, assessmentId: id, at });

  if (step === 'begin') await tell(team, message('life.notice.begun', { number }));
  if (step === 'closeRating') await tell(team, message('life.notice.ratingClosed', { number }));
  if (step === 'reopenRating') await tell(team, message('life.notice.ratingReopened', { number }));
  if (step === 'stop') await tell([...team, ...company], message('life.notice.stopped', { number }));
  if (state === 'reported') await tell([...team, ...company], message('life.notice.reported', { number }), '/result');
}
