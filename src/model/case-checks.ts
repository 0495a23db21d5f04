import type { CaseCheck, CertificationRule, CheckStage, NeededPaper } from './certification-rule.ts';

/** What can be found of a line of a checklist. */
export const checkAnswers = ['yes', 'no', 'not-applicable'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

/** What somebody found of one line. */
export interface CheckedLine {
  readonly checkId: string;
  readonly answer: CheckAnswer;
  readonly comment: string | null;
  readonly userId: string;
}

/** The lines that are gone through at a stage, in the order of the criteria. */
export function checksAt(rule: CertificationRule | null, stage: CheckStage): readonly CaseCheck[] {
  return (rule?.checks ?? []).filter((check) => check.stage === stage);
}

/** The required lines that nobody found in order, or not to apply. Of review and decision each goes through the list themselves. */
export function openChecks(
  rule: CertificationRule | null,
  stage: CheckStage,
  checked: readonly CheckedLine[],
  userId: string,
): CaseCheck[] {
  const own = checked.filter((line) => stage === 'application' || line.userId === userId);
  const settled = new Set(own.filter(({ answer }) => answer !== 'no').map(({ checkId }) => checkId));
  return checksAt(rule, stage).filter(({ id, required }) => required && !settled.has(id));
}

/** The papers that an application of that kind brings. */
export function papersFor(rule: CertificationRule | null, kind: string): readonly NeededPaper[] {
  return (rule?.documents ?? []).filter((paper) => paper.kind === null || paper.kind === kind);
}

/** Those of them that are required and not attached. */
export function missingPapers(papers: readonly NeededPaper[], attached: readonly (string | null)[]): NeededPaper[] {
  return papers.filter(({ id, required }) => required && !attached.includes(id));
}
