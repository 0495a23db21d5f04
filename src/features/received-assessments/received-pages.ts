import { type Problem, problemText } from '../../catalog/source/problem.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { asFoundOf } from '../../model/result-of.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import { type ResultParts, resultParts } from '../results/result-page.ts';
import type { NewReceived, ReceivedAssessment, ReceivedLine } from './received-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'received-assessments/list': ReceivedListPage;
    'received-assessments/show': ReceivedPage;
  }
}

/** An assessment in a line: its facts, and what it comes to. */
export interface ReceivedRow extends Omit<ReceivedLine, 'summary'> {
  readonly summary: string;
}

export interface ReceivedListPage extends PageFrame {
  readonly list: Paged<ReceivedRow>;
  readonly search: string;
  readonly form: FormState;
  /** What is wrong with the file that was brought; null: none was, or nothing is. */
  readonly problems: ProblemList | null;
  /** What a file that was only looked at would give; null: none was. */
  readonly checked: CheckedFile | null;
}

/** The first problems with their places, and how many more there are. */
export interface ProblemList {
  readonly file: string;
  readonly lines: readonly { readonly place: string; readonly text: string }[];
  readonly more: number;
}

export interface CheckedFile {
  readonly file: string;
  readonly organization: string;
  readonly number: string | null;
  readonly summary: string;
}

/** The result as a page of a result shows it, without what leads into an assessment that is worked on here. */
export interface ReceivedPage extends PageFrame, ResultParts {
  readonly received: ReceivedRow;
}

const mostShown = 100;

export function toProblemList(file: string, problems: readonly Problem[], language: Language): ProblemList {
  const t = translator(language);
  return {
    file,
    lines: problems.slice(0, mostShown).map((problem) => ({
      place: t('received.place', { line: problem.line, column: problem.column }),
      text: problemText(problem, language),
    })),
    more: Math.max(0, problems.length - mostShown),
  };
}

export function toCheckedFile(file: string, received: NewReceived, language: Language): CheckedFile {
  const { organization, number, summary, scored } = received;
  return { file, organization, number, summary: textIn(summary, language, scored.dossier.criteria.language) };
}

export function toReceivedRow(line: ReceivedLine, language: Language): ReceivedRow {
  return { ...line, summary: line.summary[language] ?? '' };
}

export function receivedPage({ scored, ...line }: ReceivedAssessment, language: Language): ReceivedPage {
  const t = translator(language);
  return {
    ...resultParts(scored, { asFound: asFoundOf(scored.dossier), evidenceLinks: new Map() }, language),
    title: `${t('received.one')} ${line.number ?? ''} ${line.organization}`.replace(/\s+/g, ' '),
    received: toReceivedRow(line, language),
  };
}
