import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { type LifeFacts, nextStep } from '../../model/assessment-life.ts';
import type { AssessmentRights, AssessmentState } from '../../model/assessment-rights.ts';
import { clauseName } from '../../model/clause-name.ts';
import { type Missing, missingToFinish, unusableText } from '../../model/completion.ts';
import { describeOutcome } from '../../model/explain.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { kindTexts } from '../evidence/evidence-pages.ts';
import type { Scored } from './result-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'results/completion': CompletionPage;
    'results/step-reason': StepReasonPage;
  }
}

/** The steps that go on with a page of their own, and where their form is sent. */
export const onwardPaths = { closeRating: 'closing', report: 'reporting', finish: 'completion' } as const;
export type OnwardStep = keyof typeof onwardPaths;

/** The next step when it has such a page and they may take it. */
export function onwardStep({ kind, state }: Pick<Assessment, 'kind' | 'state'>, rights: AssessmentRights): OnwardStep | null {
  const step = nextStep(kind, state);
  return step !== null && step in onwardPaths && rights[step] ? (step as OnwardStep) : null;
}

export interface CompletionPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  readonly step: OnwardStep;
  readonly action: string;
  /** The state that the form was made in. */
  readonly from: AssessmentState;
  /** How many things are missing in all. */
  readonly count: number;
  /** Only the kinds of which something is missing. */
  readonly missing: readonly MissingGroup[];
  /** Findings that must be closed before. */
  readonly unclosed: number;
  /** The result as it will be. */
  readonly sentence: string;
  readonly failed: boolean;
  /** What the step means, in words. */
  readonly means: readonly string[];
  readonly form: FormState;
}

export interface MissingGroup {
  readonly what: Missing['what'];
  readonly lines: readonly { readonly href: string; readonly text: string }[];
}

export interface StepReasonPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  readonly step: 'reopenRating' | 'stop';
  readonly action: string;
  readonly from: AssessmentState;
  readonly form: FormState;
}

const kinds = ['unrated', 'reason', 'evidence'] as const satisfies readonly Missing['what'][];

export interface CompletionSource {
  readonly assessment: Assessment;
  readonly step: OnwardStep;
  readonly scored: Scored;
  readonly facts: LifeFacts;
  readonly form: FormState;
}

export function toCompletionPage(
  { assessment, step, scored, facts, form }: CompletionSource,
  language: Language,
): CompletionPage {
  const t = translator(language);
  const { id, number, state } = assessment;
  const { dossier, result } = scored;
  const missing = needsRatings(step, assessment) ? missingToFinish(dossier) : [];
  return {
    title: `${t(`life.step.${step}`)} ${number}`,
    assessment: { id, number },
    organizationName: dossier.organization.name,
    step,
    action: `/assessments/${id}/${onwardPaths[step]}`,
    from: state,
    count: missing.length,
    missing: groupMissing(id, scored, missing, language),
    unclosed: step === 'report' ? facts.unclosed : 0,
    sentence: describeOutcome(dossier.criteria, result, language),
    failed: result.outcome === 'failed',
    means: meaningOf(step, assessment, facts, t),
    form,
  };
}

/** What was frozen when the rating was closed is not asked for again. */
function needsRatings(step: OnwardStep, { kind }: Assessment): boolean {
  return step === 'closeRating' || (step === 'finish' && kind === 'self');
}

function groupMissing(id: string, { dossier }: Scored, missing: readonly Missing[], language: Language): MissingGroup[] {
  const t = translator(language);
  const textOf = (one: Missing) => {
    const clause = clauseName(dossier.criteria, one.clause, language);
    if (one.what !== 'evidence') return clause;
    const kind = t(kindTexts[one.detail]);
    const list = unusableText(one.unusable, language);
    return list ? t('results.missingEvidenceOnly', { clause, kind, list }) : t('results.missingEvidence', { clause, kind });
  };
  const lineOf = (one: Missing) => ({ href: `/assessments/${id}/clauses/${one.clause}`, text: textOf(one) });
  return kinds
    .map((what) => ({ what, lines: missing.filter((one) => one.what === what).map(lineOf) }))
    .filter(({ lines }) => lines.length > 0);
}

function meaningOf(step: OnwardStep, { kind }: Assessment, { toAnswer }: LifeFacts, t: Translate): string[] {
  if (step === 'closeRating' && toAnswer > 0)
    return [t('life.page.closesRatings'), t('life.page.opensFindings', { count: toAnswer })];
  if (step === 'closeRating') return [t('life.page.closesRatings'), t('life.page.skipsFindings'), t('results.finishShows')];
  if (step === 'report') return [t('life.page.reportKeeps'), t('results.finishShows')];
  return kind === 'self'
    ? [t('results.finishLocks'), t('results.finishKeeps')]
    : [t('life.page.signsOff'), t('results.finishLocks')];
}
