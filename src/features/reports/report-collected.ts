import { distributionChart } from '../../charts/distribution-chart.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Collected } from '../../model/dossier.ts';
import type { AnswerFigures } from '../../model/survey.ts';
import { addFigure } from '../../pdf/figure-block.ts';
import { addTable, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';

type Sample = Collected['samples'][number];
type Survey = Collected['surveys'][number];

/** Charts of one survey that are printed; the table has every question. */
const mostCharts = 8;

/** Whether anything was collected that the report tells of. */
export function hasCollected({ dossier: { collected } }: ReportContext): boolean {
  return collected !== undefined && collected.samples.length + collected.surveys.length > 0;
}

/** Samples with how they were drawn; surveys with their figures, intervals and distributions. */
export function addCollected(context: ReportContext): void {
  const { samples, surveys } = context.dossier.collected ?? { samples: [], surveys: [] };
  if (samples.length > 0) addSamples(context, samples);
  for (const survey of surveys) addSurvey(context, survey);
}

function addSamples(context: ReportContext, samples: readonly Sample[]): void {
  const { report, t } = context;
  addTable(report, {
    title: t('samples.title'),
    columns: [
      { head: t('report.head.number'), width: 32 },
      { head: t('samples.name'), share: 1 },
      { head: t('report.head.clause'), share: 1 },
      { head: t('samples.method'), width: 110 },
      { head: t('samples.found'), width: 92 },
    ],
    rows: samples.map((sample) => sampleRow(context, sample)),
  });
}

function sampleRow({ t, dossier, language }: ReportContext, sample: Sample): Row {
  const { reference, title, population, size, method, seed, start, step, reason, looked, failed } = sample;
  const how = [
    seed === null ? '' : t('samples.seedValue', { seed }),
    start === null || step === null ? '' : t('samples.stepValue', { start, step }),
    reason,
  ];
  return {
    cells: [
      reference,
      [
        { text: title, style: styles.smallStrong },
        { text: `${population} · ${t('samples.sizeValue', { size })}`, style: styles.muted },
      ],
      clauseName(dossier.criteria, sample.clause, language),
      [
        { text: t(`samples.method.${method}`) },
        ...how.filter((text) => text !== '').map((text) => ({ text, style: styles.muted })),
      ],
      t('figures.sample', { size: looked, failed }),
    ],
  };
}

function addSurvey(context: ReportContext, { title, reference, figures }: Survey): void {
  const { report, t, language } = context;
  const { rows, rejected, excluded, answers } = figures;
  report.heading({ level: 2, text: title });
  addParagraph(report, t('report.collected.survey', { title, reference, rows, rejected, excluded }), { style: styles.muted });
  addTable(report, {
    title,
    columns: [
      { head: t('surveys.question'), share: 1 },
      { head: t('surveys.n'), width: 44, align: 'right' },
      { head: t('surveys.mean'), width: 92 },
      { head: t('surveys.median'), width: 48, align: 'right' },
      { head: t('surveys.share'), width: 104 },
    ],
    rows: answers.map((answer) => answerRow(context, answer)),
  });
  addParagraph(report, t('surveys.method'), { style: styles.muted });
  for (const answer of answers.filter(({ n }) => n > 0).slice(0, mostCharts)) {
    const figure = distributionChart(answer, language);
    const values = figure.rows.map(([name = '', count = '']) => t('report.figureValue', { name, value: count }));
    addFigure(report, {
      chart: figure.chart,
      height: 46 + figure.bars * 17,
      caption: figure.title,
      alternative: t('report.figureAlternative', { title: figure.title, values: values.join(t('report.listed')) }),
    });
  }
}

function answerRow({ dossier, language }: ReportContext, answer: AnswerFigures): Row {
  const { header, clause, n, mean, median, meanInterval, share, shareInterval } = answer;
  const about = clause === null ? [] : [{ text: clauseName(dossier.criteria, clause, language), style: styles.muted }];
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return {
    cells: [
      [{ text: header, style: styles.smallStrong }, ...about],
      String(n),
      withInterval(mean, meanInterval, (value) => value.toFixed(2)),
      median === null ? '–' : median.toFixed(2),
      withInterval(share, shareInterval, percent),
    ],
  };
}

function withInterval(
  value: number | null,
  interval: { readonly from: number; readonly to: number } | null,
  write: (value: number) => string,
) {
  if (value === null) return '–';
  const between = interval ? [{ text: `${write(interval.from)} – ${write(interval.to)}`, style: styles.muted }] : [];
  return [{ text: write(value) }, ...between];
}
