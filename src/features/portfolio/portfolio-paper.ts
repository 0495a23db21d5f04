import { barChart } from '../../charts/chart-figure.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { addFigure } from '../../pdf/figure-block.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { addFacts, addTable, type Row } from '../../pdf/table.ts';
import { addBullets, addParagraph, drawLines } from '../../pdf/text-block.ts';
import { contentWidth, page, styles } from '../../pdf/theme.ts';
import { type DocumentPart, type RenderedPaper, renderFramed, type TellPaperNews } from '../reports/framed-document.ts';
import type { DocumentLook } from '../reports/paper.ts';
import type { Writer } from '../reports/write-paper.ts';
import type { CriteriaGroup, Standing } from './portfolio.ts';

/** How all organizations stand on a day. */
export interface PortfolioSource {
  readonly groups: readonly CriteriaGroup[];
  /** The day of the overview, `2026-01-15`. */
  readonly day: string;
  /** Older audits were left out. */
  readonly isCut: boolean;
}

export interface PortfolioOrder extends DocumentLook {
  readonly source: PortfolioSource;
}

interface Context extends PortfolioSource {
  readonly report: ReportDocument;
  readonly language: Language;
  readonly t: Translate;
}

/** Organizations that are named one by one where a list could be endless. */
const mostNamed = 10;
const figure = { width: 56, align: 'decimal' } as const;

/** How all organizations stand, criteria by criteria. The same order gives the same bytes. */
export function renderPortfolio(order: PortfolioOrder, tell?: TellPaperNews): Promise<RenderedPaper> {
  const { day } = order.source;
  const createdAt = new Date(`${day}T00:00:00Z`);
  return renderFramed({ look: order, subject: day, createdAt, partIn: (language) => partIn(order, language) }, tell);
}

export const portfolioWriter: Writer<PortfolioOrder> = { module: new URL(import.meta.url), render: renderPortfolio };

function partIn({ source }: PortfolioOrder, language: Language): DocumentPart {
  const t = translator(language);
  const { day, groups } = source;
  return {
    title: t('portfolio.title'),
    header: { left: t('portfolio.title'), right: day },
    footer: t('portfolio.footer', { day }),
    write: (report, tell) => {
      const context: Context = { ...source, report, language, t };
      addHead(context);
      if (groups.length === 0) addParagraph(report, t('portfolio.none'));
      groups.forEach((group, index) => {
        tell(index, groups.length);
        addGroup(context, group);
      });
    },
  };
}

function addHead({ report, t, day, groups, isCut }: Context): void {
  const set = report.set(t('portfolio.title'), { ...styles.title, size: 20, leading: 28 }, contentWidth);
  const { y } = report;
  report.tagged('H1', () => drawLines(report, set, page.left, y));
  report.y += set.height;
  const count = new Set(groups.flatMap(({ standings }) => standings.map(({ organizationId }) => organizationId))).size;
  addParagraph(report, t('portfolio.lead', { day, count }), { style: styles.muted });
  if (isCut) addParagraph(report, t('portfolio.cut'), { style: styles.muted });
}

function addGroup(context: Context, group: CriteriaGroup): void {
  const { report, t, language } = context;
  const title = textIn(group.criteria.title, language, 'zh-CN');
  report.heading({ level: 1, text: title });
  addFacts(report, title, [
    { name: t('portfolio.organizations'), value: String(group.standings.length) },
    { name: t('portfolio.mean'), value: group.mean },
    { name: t('portfolio.median'), value: group.median },
  ]);
  addGrades(context, group);
  addAttention(context, group);
  addStandings(context, group, title);
}

function addGrades({ report, t, language }: Context, { grades }: CriteriaGroup): void {
  const bars = grades.map(({ label, count }) => ({ name: gradeText(label, language, t), count }));
  addFigure(report, {
    chart: barChart({
      labels: bars.map(({ name }) => name),
      series: [{ label: t('portfolio.organizations'), kind: 'now', values: bars.map(({ count }) => count) }],
      axis: t('portfolio.organizations'),
      upTo: null,
    }),
    height: Math.min(60 + bars.length * 26, 400),
    caption: t('portfolio.grades'),
    alternative: t('report.figureAlternative', {
      title: t('portfolio.grades'),
      values: bars.map(({ name, count }) => t('report.figureValue', { name, value: String(count) })).join(t('report.listed')),
    }),
  });
}

/** Who is late with corrections, and who fell. */
function addAttention({ report, t }: Context, { standings }: CriteriaGroup): void {
  const late = standings.filter(({ overdue }) => overdue > 0).sort((a, b) => b.overdue - a.overdue);
  const fallen = standings
    .filter(({ change }) => change !== null && Number(change) < 0)
    .sort((a, b) => Number(a.change) - Number(b.change));
  const lines = [
    ...late.slice(0, mostNamed).map(({ organization, overdue }) => t('portfolio.late', { organization, count: overdue })),
    ...fallen
      .slice(0, mostNamed)
      .map(({ organization, change }) => t('portfolio.fell', { organization, points: changeText(change) })),
  ];
  report.heading({ level: 2, text: t('portfolio.attention') });
  if (lines.length === 0) addParagraph(report, t('portfolio.nothing'));
  else addBullets(report, lines);
}

function addStandings({ report, t, language }: Context, { standings }: CriteriaGroup, title: string): void {
  report.heading({ level: 2, text: t('portfolio.table') });
  addTable(report, {
    title,
    columns: [
      { head: t('portfolio.organization'), share: 1.4 },
      { head: t('portfolio.audit'), width: 96 },
      { head: t('results.score'), ...figure },
      { head: t('portfolio.change'), ...figure },
      { head: t('results.grade'), share: 0.7 },
      { head: t('portfolio.open'), width: 62, align: 'right' },
    ],
    rows: standings.map((standing) => rowOf(standing, language, t)),
  });
}

function rowOf(
  { organization, trade, number, finishedAt, score, change, gradeLabel, open, overdue }: Standing,
  language: Language,
  t: Translate,
): Row {
  return {
    cells: [
      [{ text: organization }, { text: trade ?? '', style: styles.muted }],
      [{ text: number }, { text: finishedAt.slice(0, 10), style: styles.muted }],
      score,
      changeText(change),
      gradeText(gradeLabel, language, t),
      overdue > 0 ? t('portfolio.openLate', { open, overdue }) : String(open),
    ],
  };
}

function gradeText(label: LocalizedText | null, language: Language, t: Translate): string {
  return label ? textIn(label, language, 'zh-CN') : t('report.hero.noGrade');
}

function changeText(change: string | null): string {
  if (change === null) return '—';
  return Number(change) > 0 ? `+${change}` : change.replace('-', '−');
}
