import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
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
  }
}

export interface CompletionPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  /** How many things are missing in all. */
  readonly count: number;
  /** Only the kinds of which something is missing. */
  readonly missing: readonly MissingGroup[];
  /** The result as it will be. */
  readonly sentence: string;
  readonly failed: boolean;
  /** A company comes to see an audit of it only when that is finished. */
  readonly showsToOrganization: boolean;
  readonly form: FormState;
}

export interface MissingGroup {
  readonly what: Missing['what'];
  readonly lines: readonly { readonly href: string; readonly text: string }[];
}

const kinds = ['unrated', 'reason', 'evidence'] as const satisfies readonly Missing['what'][];

export function toCompletionPage(
  { id, number, kind }: Assessment,
  { dossier, result }: Scored,
  form: FormState,
  language: Language,
): CompletionPage {
  const t = translator(language);
  const missing = missingToFinish(dossier);
  const textOf = (one: Missing) => {
    const clause = clauseName(dossier.criteria, one.clause, language);
    if (one.what !== 'evidence') return clause;
    const kind = t(kindTexts[one.detail]);
    const list = unusableText(one.unusable, language);
    return list ? t('results.missingEvidenceOnly', { clause, kind, list }) : t('results.missingEvidence', { clause, kind });
  };
  const lineOf = (one: Missing) => ({ href: `/assessments/${id}/clauses/${one.clause}`, text: textOf(one) });
  return {
    title: `${t('results.completion')} ${number}`,
    assessment: { id, number },
    organizationName: dossier.organization.name,
    count: missing.length,
    missing: kinds
      .map((what) => ({ what, lines: missing.filter((one) => one.what === what).map(lineOf) }))
      .filter(({ lines }) => lines.length > 0),
    sentence: describeOutcome(dossier.criteria, result, language),
    failed: result.outcome === 'failed',
    showsToOrganization: kind !== 'self',
    form,
  };
}
