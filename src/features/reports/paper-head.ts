import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { dayText, type ReportContext } from './report-context.ts';
import { addStanding } from './report-cover.ts';

const titleStyle: TextStyle = { ...styles.title, size: 20, leading: 28 };
const factStyle: TextStyle = { ...styles.muted, size: 9, leading: 14 };

const mostNameLines = 3;

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

/** A name that is too long for two lines is set small, and cut after three, so that short papers stay short. */
function addName({ report, dossier }: ReportContext): void {
  const { name } = dossier.organization;
  const large = report.set(name, { ...styles.heading2, size: 12.5, leading: 20 }, contentWidth);
  const set = large.lines.length <= 2 ? large : report.set(name, styles.smallStrong, contentWidth);
  const lines =
    set.lines.length <= mostNameLines
      ? set.lines
      : [...set.lines.slice(0, mostNameLines - 1), cut(set.lines[mostNameLines - 1] ?? '')];
  const { y } = report;
  report.tagged('P', () => drawLines(report, { ...set, lines }, page.left, y));
  report.y += lines.length * set.style.leading;
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
