import type { Trx } from '../../db/db.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { type FindingDeed, findingRules } from '../../model/finding-life.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listCompanyIds, listTeamIds } from '../assessments/audience-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import type { StoredFinding } from './finding.ts';

/** Tells the other side: the company of what the team did, who follows up of what the company did. */
export async function tellOfFinding(
  trx: Trx,
  told: { readonly assessment: Assessment; readonly finding: StoredFinding; readonly deed: FindingDeed; readonly at: Date },
): Promise<void> {
  const { assessment, finding, deed, at } = told;
  const ids = { assessmentId: assessment.id, at, href: `/assessments/${assessment.id}/findings/${finding.id}` };
  const to =
    findingRules[deed].by === 'team'
      ? await listCompanyIds(trx, assessment)
      : await listTeamIds(trx, assessment.id, ['leader', 'auditor']);
  const number = `${assessment.number}/${finding.number ?? ''}`;
  await insertNotice(trx, { ...ids, to, text: message(`findings.notice.${deed}`, { number }) });
}

/** Tells the company once of all findings that were issued together. */
export async function tellOfIssue(trx: Trx, assessment: Assessment, count: number, at: Date): Promise<void> {
  const to = await listCompanyIds(trx, assessment);
  const text: Message = message('findings.notice.issuedAll', { number: assessment.number, count });
  await insertNotice(trx, { to, text, href: `/assessments/${assessment.id}/findings`, assessmentId: assessment.id, at });
}
