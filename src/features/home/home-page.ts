import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import { type AssessmentStep, nextStep } from '../../model/assessment-life.ts';
import { type AssessmentRights, type AssessmentState, rightsIn } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ListedAssessment } from '../assessments/assessment-list-store.ts';
import { type AssessmentLine, toLine } from '../assessments/assessment-pages.ts';
import type { NoticeLine } from '../notices/inbox-pages.ts';
import type { Counts, HomePlace } from './home-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'home/home': HomePage;
  }
}

export interface HomePage extends PageFrame {
  /** For whom the empty list speaks. */
  readonly audience: Audience;
  /** Only the administrator sees how much there is. */
  readonly counts: Counts | null;
  /** What is left to do before the first assessment; null when all of it is done. */
  readonly steps: readonly FirstStep[] | null;
  readonly ready: readonly OpenLine[];
  readonly open: readonly OpenLine[];
  readonly openTitle: TextKey;
  readonly finished: readonly FinishedLine[];
  /** The newest unread notices. */
  readonly notices: readonly NoticeLine[];
  /** All that the person may see, open and finished. */
  readonly total: number;
  readonly start: 'assessments.start' | 'assessments.startSelf' | null;
}

/** `office` watches over all, `leaders` and `auditors` work in teams, `company` rates itself. */
export type Audience = 'office' | 'leaders' | 'auditors' | 'company';

export interface FirstStep {
  readonly name: 'organization' | 'people' | 'assessment';
  readonly href: string;
  readonly done: boolean;
}

export interface OpenLine extends AssessmentLine {
  readonly href: string;
  readonly action: TextKey;
}

export interface FinishedLine extends AssessmentLine {
  /** The result in one sentence. */
  readonly summary: string | null;
}

/** What is known of the open assessments besides the list: the part of the person in their teams. */
export type Places = ReadonlyMap<string, HomePlace>;

/** Steps in the order in which they are taken. */
export function firstSteps({ organizations, auditors, open, finished }: Counts): FirstStep[] | null {
  const steps: FirstStep[] = [
    { name: 'organization', href: '/organizations/new', done: organizations > 0 },
    { name: 'people', href: '/people/new', done: auditors > 0 },
    { name: 'assessment', href: '/assessments/new', done: open + finished > 0 },
  ];
  return steps.every(({ done }) => done) ? null : steps;
}

/** Those whose next step waits for this person, and the others. */
export function openLines(
  rows: readonly ListedAssessment[],
  places: Places,
  actor: Actor,
  language: Language,
): { ready: OpenLine[]; open: OpenLine[] } {
  const lines = rows.map((row) => {
    const rights = rightsOf(row, places, actor);
    return { row, rights, waiting: waitingStep(row, rights, places, actor) };
  });
  const base = ({ row, rights }: (typeof lines)[number]) => ({
    ...toLine(row, actor, language),
    href: `/assessments/${row.id}${rights.view ? pageIn[row.state] : ''}`,
  });
  return {
    ready: lines.flatMap((line) => {
      if (!line.waiting) return [];
      const href = `/assessments/${line.row.id}${line.waiting === 'begin' ? '' : '/completion'}`;
      return [{ ...base(line), href, action: `life.step.${line.waiting}` }];
    }),
    open: lines
      .filter(({ waiting }) => !waiting)
      .map((line) =>
        mustDeclare(line.row, places, line.rights)
          ? { ...base(line), href: `/assessments/${line.row.id}/impartiality`, action: 'home.declare' }
          : { ...base(line), action: actionOf(line) },
      ),
  };
}

/** What one looks at in each state. */
const pageIn = {
  planned: '',
  'in-progress': '/workbench',
  'findings-open': '/findings',
  reported: '/result',
  finished: '/result',
  stopped: '/result',
} as const satisfies Record<AssessmentState, string>;

/** The step that only this person still has to take: who leads the audit, or rates their own company. */
function waitingStep(row: ListedAssessment, rights: AssessmentRights, places: Places, actor: Actor): AssessmentStep | null {
  const step = nextStep(row.kind, row.state);
  const leads = places.get(row.id)?.teamRole === 'leader' || (row.kind === 'self' && isOfCompany(actor));
  if (!step || !leads || !rights[step]) return null;
  const rates = row.state === 'in-progress';
  if (rates && row.rated < row.toRate) return null;
  return step === 'report' && row.unclosed > 0 ? null : step;
}

function rightsOf(row: ListedAssessment, places: Places, actor: Actor): AssessmentRights {
  return rightsIn(actor, { ...row, ...placeIn(row, places) });
}

function placeIn({ id }: ListedAssessment, places: Places): HomePlace | { teamRole: null; declared: false } {
  return places.get(id) ?? { teamRole: null, declared: false };
}

function mustDeclare(row: ListedAssessment, places: Places, rights: AssessmentRights): boolean {
  const { teamRole, declared } = placeIn(row, places);
  return row.kind !== 'self' && teamRole !== null && !declared && rights.declare;
}

function actionOf({ row, rights }: { row: ListedAssessment; rights: AssessmentRights }): TextKey {
  if (!rights.view) return 'home.follow';
  if (row.state === 'planned') return 'home.follow';
  if (row.state === 'findings-open') return 'home.findings';
  if (row.state === 'reported') return 'assessments.viewResult';
  if (!rights.rate) return 'home.viewRatings';
  return row.rated === 0 ? 'home.begin' : 'home.goOn';
}

export function finishedLines(
  rows: readonly ListedAssessment[],
  summaries: ReadonlyMap<string, LocalizedText>,
  actor: Actor,
  language: Language,
): FinishedLine[] {
  return rows.map((row) => {
    const summary = summaries.get(row.id);
    return { ...toLine(row, actor, language), summary: summary ? textIn(summary, language, 'zh-CN') : null };
  });
}
