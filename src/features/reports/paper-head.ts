import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { dayText, type ReportContext } from './report-context.ts';
import { addStanding } from './report-cover.ts';

const titleStyle: TextStyle = { ...styles.title, size: 20, leading: 28 };
const factStyle: TextStyle = { ...styles.muted, size: 9, leading: 14 };

const nameHeight = 20;
const nameStyles: readonly TextStyle[] = [
  { ...styles.heading2, size: 12.5, leading: nameHeight },
  { ...styles.heading2, size: 8, leading: 10 },
  { ...styles.heading2, size: 7, leading: 10 },
];

/** The head of a short paper: its title, whose it is, which assessment, and a rule. */
export function addBriefHead(context: ReportContext): void {
  const { report, t, dossier, language, title } = context;
  const { number, kind, from, to } = dossier.assessment;
  const dates =
    from === to ? dayText(from, language) : t('report.to', { from: dayText(from, language), to: dayText(to, language) });
  report.y = Math.max(report.y, page.top - 14);
  add(context, title, titleStyle, 'H1');
  addName(context);
  add(context, [number, t(`kind.${kind}`), dates].filter(Boolean).join('  ·  '), factStyle);
  addStanding(context);
  report.y += 8;
  const { y } = report;
  report.artifact(() =>
    report.pdf
      .lineWidth(0.8)
      .strokeColor(colours.ink)
      .moveTo(page.left, y)
      .lineTo(page.left + contentWidth, y)
      .stroke(),
  );
  report.y += 4;
}

/** A long name is set small, in two lines that take no more than one large, and cut after them: short papers stay short. */
function addName({ report, dossier }: ReportContext): void {
  const { name } = dossier.organization;
  const sets = nameStyles.map((style) => report.set(name, style, contentWidth));
  const set = sets.find(({ height }) => height <= nameHeight) ?? sets.at(-1);
  if (!set) throw new Error('The head has no type.');
  const kept = set.lines.slice(0, Math.floor(nameHeight / set.style.leading));
  const lines = kept.length < set.lines.length ? [...kept.slice(0, -1), cut(kept.at(-1) ?? '')] : kept;
  const { y } = report;
  report.tagged('P', () => drawLines(report, { ...set, lines }, page.left, y));
  report.y += nameHeight;
}

/** The line with a mark in the place of its last two characters, which says that it went on. */
function cut(line: string): string {
  return `${Array.from(line).slice(0, -2).join('')}…`;
}

function add({ report }: ReportContext, text: string, style: TextStyle, tag = 'P'): void {
  const set = report.set(text, style, contentWidth);
  const { y } = report;
  report.tagged(tag, () => drawLines(report, set, page.left, y));
  report.y += set.height;
}
