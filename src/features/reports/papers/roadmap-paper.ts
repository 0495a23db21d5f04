import { bandChart } from '../../../charts/band-chart.ts';
import { lostPointsChart } from '../../../charts/lost-points-chart.ts';
import { describeOutcome } from '../../../model/explain.ts';
import { roadmapWords } from '../../../model/roadmap-words.ts';
import { addParagraph } from '../../../pdf/text-block.ts';
import { styles } from '../../../pdf/theme.ts';
import type { Paper } from '../paper.ts';
import { addCharted } from '../report-charts.ts';
import type { ReportContext } from '../report-context.ts';
import { addRoadmap } from '../report-roadmap.ts';

/** Which clauses bring the next grades with the fewest changes, as a paper of its own. */
export const roadmapPaper: Paper = {
  id: 'roadmap-paper',
  layout: 'brief',
  isOffered: ({ dossier }) => roadmapWords(dossier, 'zh-CN').length > 0,
  chapters: ({ t }) => [
    { title: t('paper.today'), below: 0, add: addToday },
    { title: t('roadmap.title'), below: 0, add: addRoadmap },
    { title: t('chart.lost'), below: 0, add: addLost },
  ],
};

function addToday(context: ReportContext): void {
  const { report, dossier, result, language } = context;
  addParagraph(report, describeOutcome(dossier.criteria, result, language), { style: styles.lead });
  addCharted(context, [bandChart(dossier, result, language)]);
}

function addLost(context: ReportContext): void {
  const { dossier, result, language } = context;
  addCharted(context, [lostPointsChart(dossier, result, language)]);
}
