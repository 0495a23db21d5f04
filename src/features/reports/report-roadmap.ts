import { type RoadmapWords, roadmapWords } from '../../model/roadmap-words.ts';
import { addTable } from '../../pdf/table.ts';
import { addBullets, addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';

const figure = { width: 66, align: 'decimal' } as const;

/** Whether there is a higher grade to which a way can be told. */
export function hasRoadmap({ dossier, language }: ReportContext): boolean {
  return roadmapWords(dossier, language).length > 0;
}

/** The way to each higher grade with the fewest clauses changed. */
export function addRoadmap(context: ReportContext): void {
  const { report, t, dossier, language } = context;
  addParagraph(report, t('roadmap.note'), { style: styles.muted, keep: 120 });
  for (const roadmap of roadmapWords(dossier, language)) addWay(context, roadmap);
}

function addWay({ report, t }: ReportContext, { title, sentences, steps, besides }: RoadmapWords): void {
  report.heading({ level: 2, text: title });
  for (const sentence of sentences) addParagraph(report, sentence, { after: 4, keep: 60 });
  addBullets(report, besides);
  if (steps.length === 0) return;
  addTable(report, {
    title,
    columns: [
      { head: t('roadmap.step'), width: 42 },
      { head: t('roadmap.clause'), share: 1 },
      { head: t('roadmap.now'), ...figure },
      { head: t('roadmap.gain'), ...figure },
      { head: t('roadmap.score'), ...figure },
    ],
    rows: steps.map(({ name, rate, gain, score }, index) => ({ cells: [String(index + 1), name, rate, gain, score] })),
  });
}
