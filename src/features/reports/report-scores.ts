import { lostPointsChart } from '../../charts/lost-points-chart.ts';
import { percentText } from '../../charts/percent.ts';
import { targetGrade, targetRate } from '../../charts/target.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause } from '../../model/criteria.ts';
import { explainStep } from '../../model/explain.ts';
import type { ClauseResult } from '../../model/result.ts';
import { wholePoints } from '../../model/whole-points.ts';
import { addTable, type Column, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import { criteriaText, type ReportContext } from './report-context.ts';
import { addParts } from './report-parts.ts';
import { addSites } from './report-sites.ts';

const figure = { width: 43, align: 'decimal' } as const;

/** The first two levels of the tree with points, rate, target and the last assessment; then the dearest clauses. */
export function addSections(context: ReportContext): void {
  const { report, t, dossier } = context;
  const columns: Column[] = [
    { head: t('report.head.number'), width: 42 },
    { head: t('report.head.clause'), share: 1 },
    { head: t('report.head.points'), ...figure },
    { head: t('report.head.applicable'), ...figure, width: 53 },
    { head: t('report.head.obtained'), ...figure, width: 51 },
    { head: t('report.head.rate'), ...figure, width: 48 },
    ...(targetGrade(dossier) ? [{ head: t('report.head.target'), ...figure, width: 48 }] : []),
    ...(dossier.previous ? [{ head: t('report.head.previous'), ...figure, width: 48 }] : []),
  ];
  addParagraph(report, t('report.sections.note'), { style: styles.muted, keep: 130 });
  const total = dossier.criteria.parts ? [] : [totalRow(context)];
  addTable(report, { title: t('report.sections'), columns, rows: [...sectionRows(context), ...total] });
  addParts(context);
  addSites(context);
  addDearest(context);
}

function sectionRows(context: ReportContext): Row[] {
  return [...walkClauses(context.dossier.criteria.clauses)].flatMap(({ clause, depth }) => {
    const own = context.results.get(clause.id);
    return own && depth < 2 ? [sectionRow(context, { clause, own, depth })] : [];
  });
}

function sectionRow(context: ReportContext, { clause, own, depth }: { clause: Clause; own: ClauseResult; depth: number }): Row {
  const { dossier } = context;
  const grade = targetGrade(dossier);
  return {
    kind: depth === 0 ? 'group' : 'plain',
    cells: [
      clause.number,
      criteriaText(context, clause.title),
      own.points.shown,
      own.applicable.shown,
      own.obtained.shown,
      rateText(context, own),
      ...(grade ? [percentText(targetRate(dossier.criteria, grade, clause.id))] : []),
      ...(dossier.previous ? [percentText(dossier.previous.rates[clause.id])] : []),
    ],
  };
}

export function rateText({ t }: ReportContext, own: ClauseResult): string {
  return own.state === 'not-applicable' ? t('report.notApplicable.mark') : percentText(own.rate?.shown);
}

function totalRow({ t, dossier, result }: ReportContext): Row {
  const step = result.steps.find((one) => one.step === 'points');
  const more = [targetGrade(dossier), dossier.previous].filter(Boolean).map(() => '');
  const { obtained, applicable } = wholePoints(dossier.criteria, result);
  const points = [step?.step === 'points' ? step.full.shown : '', applicable, obtained];
  return { kind: 'total', cells: ['', t('report.total'), ...points, '', ...more] };
}

function addDearest({ report, dossier, result, language, t }: ReportContext): void {
  const lost = lostPointsChart(dossier, result, language);
  if (!lost) return;
  report.heading({ level: 2, text: t('report.sections.lost') });
  addTable(report, {
    title: lost.title,
    columns: lost.head.map((head, index) => (index === 0 ? { head, share: 1 } : { head, width: 60, align: 'decimal' as const })),
    rows: lost.rows.map((cells) => ({ cells })),
  });
}

/** How points became the score and the score a grade, one line a step. */
export function addSteps(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  addParagraph(report, t('report.steps.note'), { style: styles.muted, keep: 200 });
  addTable(report, {
    title: t('report.steps'),
    columns: [
      { head: t('report.head.step'), width: 42 },
      { head: t('report.head.calculation'), share: 1 },
      { head: t('report.head.score'), width: 70, align: 'decimal' },
    ],
    rows: result.steps.map((step, index) => ({
      cells: [String(index + 1), explainStep(dossier.criteria, step, language), 'score' in step ? step.score.shown : ''],
    })),
    style: { ...styles.body, size: 9, leading: 14.5 },
  });
}
