import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { evidenceOf, readEvidence } from '../features/evidence/evidence-store.ts';
import { saveAnswerPart } from '../features/findings/answer-service.ts';
import { doWithFinding } from '../features/findings/finding-life-service.ts';
import { findFinding, listFindings } from '../features/findings/finding-store.ts';
import { issueFindings } from '../features/findings/issue-service.ts';
import type { Actor } from '../model/actor.ts';
import { dayAfter, needsAnswer } from '../model/finding-life.ts';

/** The company answers and proves everything, the lead auditor verifies and closes it. */
export async function settleFindings(deps: Deps, lead: Actor, company: Actor, { id, to }: Assessment): Promise<void> {
  const open = (await listFindings(deps.db, id)).filter(({ kind }) => needsAnswer(kind));
  if (open.length === 0) return;
  const answerDue = dayAfter(to, { value: 2, unit: 'weeks' });
  const correctionDue = dayAfter(to, { value: 2, unit: 'months' });
  await issueFindings(deps, lead, id, { findingId: null, answerDue, correctionDue });
  const [piece] = await readEvidence(deps.db, evidenceOf(deps.db, id).orderBy('evidence.place').limit(1));
  for (const finding of open) {
    const place = { assessmentId: id, findingId: finding.id };
    const revision = async () => (await findFinding(deps.db, id, finding.id)).revision;
    await saveAnswerPart(deps, company, place, {
      revision: await revision(),
      correction: '已逐份核对，补齐缺失的内容。',
      cause: '表单没有设置必填项，交接时无人复核。',
      action: '修订表单，增加必填项和班组复核，每月抽查。',
      responsible: '售后服务部',
      plannedFor: correctionDue,
    });
    await doWithFinding(deps, company, place, { deed: 'answer', revision: await revision(), text: '' });
    await doWithFinding(deps, lead, place, { deed: 'accept', revision: await revision(), text: '' });
    const proof = piece ? [piece.id] : [];
    await doWithFinding(deps, company, place, { deed: 'implement', revision: await revision(), text: '新表单已启用。', proof });
    await doWithFinding(deps, lead, place, {
      deed: 'verify',
      revision: await revision(),
      text: '抽查二十份新表单，均已填写完整。',
    });
    await doWithFinding(deps, lead, place, { deed: 'close', revision: await revision(), text: '' });
  }
}
