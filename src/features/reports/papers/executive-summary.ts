import { bandChart } from '../../../charts/band-chart.ts';
import { lostPointsChart } from '../../../charts/lost-points-chart.ts';
import { sectionsChart } from '../../../charts/rate-charts.ts';
import { findingGrades } from '../../../model/criteria.ts';
import { describeNearMiss, describeOutcome } from '../../../model/explain.ts';
import { describeEffect } from '../../../model/explain-condition.ts';
import { roadmapWords } from '../../../model/roadmap-words.ts';
import { addTable } from '../../../pdf/table.ts';
import { addBullets, addParagraph } from '../../../pdf/text-block.ts';
import { colours, styles } from '../../../pdf/theme.ts';
import type { Chapter, Paper } from '../paper.ts';
import { addCharted } from '../report-charts.ts';
import type { ReportContext } from '../report-context.ts';
import { addHeroes, heroesOf } from '../report-heroes.ts';

/** So many lines of each list, so that all of it stays on two pages. */
const most = 5;

/** What the management has to know, on two pages. */
export const executiveSummary: Paper = {
  id: 'executive-summary',
  layout: 'brief',
  isOffered: () => true,
  chapters: (context) => {
    const { t } = context;
    const chapter = (title: string, add: Chapter['add']): Chapter => ({ title, below: 0, add });
    return [
      chapter(t('report.summary'), addConclusion),
      chapter(t('paper.where'), addWhere),
      chapter(t('report.findings'), addCounts),
      ...(roadmapWords(context.dossier, context.language).length > 0 ? [chapter(t('paper.nextGrade'), addNearest)] : []),
    ];
  },
};

function addConclusion(context: ReportContext): void {
  const { report, dossier, result, language } = context;
  const colour = result.outcome === 'failed' ? colours.seal : colours.ink;
  addParagraph(report, describeOutcome(dossier.criteria, result, language), { style: { ...styles.lead, colour }, after: 4 });
  const nearMiss = describeNearMiss(dossier.criteria, result, language);
  if (nearMiss) addParagraph(report, nearMiss, { after: 4 });
  addHeroes(context, heroesOf(context));
  report.y += 6;
  const effects = result.effects.slice(0, most).map((effect) => describeEffect(dossier.criteria, effect, language));
  addBullets(report, effects);
  addCharted(context, [bandChart(dossier, result, language), sectionsChart(dossier, result, language)]);
}

/** The clauses that cost most. */
function addWhere(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  const lost = lostPointsChart(dossier, result, language);
  if (!lost) {
    addParagraph(report, t('paper.nothingLost'));
    return;
  }
  const figure = { width: 66, align: 'decimal' } as const;
  addTable(report, {
    title: lost.title,
    columns: [
      { head: t('report.head.clause'), share: 1 },
      { head: t('chart.head.lost'), ...figure },
      { head: t('report.head.rate'), ...figure },
    ],
    rows: lost.rows.slice(0, most).map((row) => ({ cells: [row[0] ?? '', row[1] ?? '', row[4] ?? ''] })),
  });
}

/** How many of each class, and the nonconformities that are open. */
function addCounts({ report, t, dossier }: ReportContext): void {
  const count = (grade: (typeof findingGrades)[number]) => dossier.findings.filter((finding) => finding.grade === grade).length;
  const [major = 0, minor = 0, observation = 0, opportunity = 0, strength = 0] = findingGrades.map(count);
  addParagraph(report, t('report.summary.findingsValue', { major, minor, observation, opportunity, strength }), { after: 4 });
  const open = dossier.findings.filter(({ grade, closedAt }) => (grade === 'major' || grade === 'minor') && !closedAt);
  addBullets(
    report,
    open
      .slice(0, most)
      .map(({ grade, statement }) =>
        t('report.clause.finding', { grade: t(`report.finding.${grade}`), statement: shortened(statement) }),
      ),
  );
  if (open.length > most) addParagraph(report, t('paper.andMore', { count: open.length - most }), { style: styles.muted });
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : characters.join('');
}

/** The nearest grade with the fewest changes. */
function addNearest({ report, t, dossier, language }: ReportContext): void {
  const [nearest] = roadmapWords(dossier, language);
  if (!nearest) return;
  for (const sentence of nearest.sentences) addParagraph(report, sentence, { after: 3 });
  addBullets(report, nearest.besides.slice(0, most));
  addBullets(
    report,
    nearest.steps.slice(0, most).map(({ name, rate, gain }) => t('paper.step', { clause: name, rate, gain })),
  );
  if (nearest.steps.length > most)
    addParagraph(report, t('paper.andMore', { count: nearest.steps.length - most }), { style: styles.muted });
}
