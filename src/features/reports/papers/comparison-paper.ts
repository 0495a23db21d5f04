import { percentText } from '../../../charts/percent.ts';
import { sectionsChart } from '../../../charts/rate-charts.ts';
import { targetGrade } from '../../../charts/target.ts';
import { trendChart } from '../../../charts/trend-chart.ts';
import { clauseName } from '../../../model/clause-name.ts';
import { ratedClauses } from '../../../model/clauses.ts';
import type { PreviousAssessment } from '../../../model/dossier.ts';
import { fraction, multiply, parseDecimal, round, subtract } from '../../../model/fraction.ts';
import { addTable } from '../../../pdf/table.ts';
import { addParagraph } from '../../../pdf/text-block.ts';
import { styles } from '../../../pdf/theme.ts';
import type { Paper } from '../paper.ts';
import { addCharted } from '../report-charts.ts';
import { criteriaText, gradeLabel, type ReportContext } from '../report-context.ts';
import { gradeWord } from '../report-heroes.ts';
import { addSections } from '../report-scores.ts';

const figure = { width: 74, align: 'decimal' } as const;
/** Clauses that are named each way. */
const most = 20;

/** What changed since the last assessment by the same criteria. */
export const comparisonPaper: Paper = {
  id: 'comparison-paper',
  layout: 'brief',
  isOffered: ({ dossier }) => dossier.previous !== null,
  chapters: ({ t }) => [
    { title: t('paper.whole'), below: 0, add: addWhole },
    { title: t('report.sections'), below: 0, add: addSections },
    { title: t('paper.moved'), below: 0, add: addMoved },
  ],
};

function addWhole(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  const { previous, assessment } = dossier;
  if (!previous) return;
  const before = {
    label: labelOf(previous.number, previous.to),
    score: previous.score,
    grade: gradeLabel(context, previous.grade) || '—',
  };
  const now = { label: labelOf(assessment.number, assessment.to), score: result.score.shown, grade: gradeWord(context) };
  const grade = targetGrade(dossier);
  const bound = grade && { label: `${criteriaText(context, grade.label)} ${grade.from}`, from: grade.from };
  addTable(report, {
    title: t('paper.whole'),
    columns: [
      { head: '', share: 1 },
      { head: before.label, width: 130, align: 'right' },
      { head: now.label, width: 130, align: 'right' },
    ],
    rows: [{ cells: [t('results.score'), before.score, now.score] }, { cells: [t('results.grade'), before.grade, now.grade] }],
  });
  addCharted(context, [trendChart([before, now], bound, language), sectionsChart(dossier, result, language)]);
}

function labelOf(number: string | null, day: string): string {
  return [number, day].filter(Boolean).join(' ');
}

interface Moved {
  readonly id: string;
  readonly before: string;
  readonly now: string;
  /** Percentage points. */
  readonly by: number;
  readonly shown: string;
}

/** The clauses that became better or worse, the greatest difference first. */
function addMoved(context: ReportContext): void {
  const { report, t, dossier } = context;
  const moved = dossier.previous ? movedClauses(context, dossier.previous) : [];
  if (moved.length === 0) {
    addParagraph(report, t('paper.nothingMoved'));
    return;
  }
  addPart(
    context,
    t('paper.better'),
    moved.filter(({ by }) => by > 0),
  );
  addPart(
    context,
    t('paper.worse'),
    moved.filter(({ by }) => by < 0),
  );
}

function addPart({ report, t, dossier, language }: ReportContext, title: string, moved: readonly Moved[]): void {
  if (moved.length === 0) return;
  const sorted = [...moved].sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  report.heading({ level: 2, text: title });
  addTable(report, {
    title,
    columns: [
      { head: t('report.head.clause'), share: 1 },
      { head: t('paper.before'), ...figure },
      { head: t('paper.now'), ...figure },
      { head: t('self.difference'), ...figure, width: 84 },
    ],
    rows: sorted.slice(0, most).map(({ id, before, now, shown }) => ({
      cells: [clauseName(dossier.criteria, id, language), before, now, shown],
    })),
  });
  if (sorted.length > most) addParagraph(report, t('paper.andMore', { count: sorted.length - most }), { style: styles.muted });
}

function movedClauses({ dossier, results }: ReportContext, { rates }: PreviousAssessment): Moved[] {
  return ratedClauses(dossier.criteria).flatMap(({ id }) => {
    const now = results.get(id)?.rate?.shown;
    const before = rates[id];
    if (now === undefined || before === undefined) return [];
    const by = round(multiply(subtract(parseDecimal(now), parseDecimal(before)), fraction(100)), 2, 'half-up');
    if (Number(by) === 0) return [];
    const shown = Number(by) > 0 ? `+${by}` : by.replace('-', '−');
    return [{ id, before: percentText(before), now: percentText(now), by: Number(by), shown }];
  });
}
