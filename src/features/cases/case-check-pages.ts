import type { Language } from '../../i18n/language.ts';
import { checksAt } from '../../model/case-checks.ts';
import { type CertificationRule, type CheckStage, checkStages } from '../../model/certification-rule.ts';
import { textIn } from '../../model/clauses.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { CertificationCase } from './case.ts';
import type { KeptCheck } from './case-check-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'cases/checks': CaseChecksPage;
  }
}

export interface CaseChecksPage extends PageFrame {
  readonly found: CertificationCase;
  readonly stage: CheckStage;
  readonly lines: readonly { readonly id: string; readonly title: string; readonly required: boolean }[];
  readonly mayAnswer: boolean;
  readonly form: FormState;
  readonly last: { readonly by: string; readonly at: string } | null;
}

/** How far a checklist is, on the page of the case. */
export interface ChecklistLine {
  readonly stage: CheckStage;
  readonly href: string;
  readonly answered: number;
  readonly all: number;
  readonly wrong: number;
}

export function checklistLines(
  rule: CertificationRule | null,
  checked: readonly KeptCheck[],
  { href, stages }: { readonly href: string; readonly stages: readonly CheckStage[] },
): ChecklistLine[] {
  return checkStages.flatMap((stage) => {
    const ids = new Set(checksAt(rule, stage).map(({ id }) => id));
    if (ids.size === 0 || !stages.includes(stage)) return [];
    const own = checked.filter((line) => line.stage === stage && ids.has(line.checkId));
    const wrong = own.filter(({ answer }) => answer === 'no').length;
    return [{ stage, href: `${href}/checks/${stage}`, answered: own.length, all: ids.size, wrong }];
  });
}

export function checkLines(rule: CertificationRule | null, stage: CheckStage, language: Language): CaseChecksPage['lines'] {
  return checksAt(rule, stage).map(({ id, title, required }) => ({ id, title: textIn(title, language, 'zh-CN'), required }));
}

export function valuesOfChecks(checked: readonly KeptCheck[]): FormState['values'] {
  return Object.fromEntries(
    checked.flatMap(({ checkId, answer, comment }) => [
      [`answer-${checkId}`, answer],
      [`comment-${checkId}`, comment ?? ''],
    ]),
  );
}
