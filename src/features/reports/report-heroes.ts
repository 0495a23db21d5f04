import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { criteriaText, gradeLabel, type ReportContext } from './report-context.ts';

/** A number so large that it is seen first. */
export interface Hero {
  readonly name: string;
  readonly value: string;
  readonly below: string;
  readonly colour: string;
}

const heroValue: TextStyle = { weight: 'bold', size: 30, leading: 42, colour: colours.ink };

/** Grade, score and maturity level; what is known of them while something is unrated. */
export function heroesOf(context: ReportContext): Hero[] {
  return context.result.outcome === 'incomplete' ? openHeroes(context) : finalHeroes(context);
}

function openHeroes({ t, result }: ReportContext): Hero[] {
  return [
    { name: t('report.hero.soFar'), value: result.score.shown, below: t('report.hero.soFarNote'), colour: colours.ink },
    { name: t('report.hero.floor'), value: result.floor.shown, below: t('report.hero.floorNote'), colour: colours.ink },
    { name: t('report.hero.ceiling'), value: result.ceiling.shown, below: t('report.hero.ceilingNote'), colour: colours.ink },
  ];
}

function finalHeroes(context: ReportContext): Hero[] {
  const { t, result, dossier } = context;
  const full = t('report.hero.outOf', { full: dossier.criteria.fullMarks });
  const score = { name: t('report.hero.score'), value: result.score.shown, below: full, colour: colours.ink };
  const grade = { name: t('report.hero.grade'), value: gradeWord(context), below: '', colour: colours.seal };
  const level = result.maturity?.overall;
  if (level === null || level === undefined) return [grade, score];

  const label = dossier.criteria.maturity?.levels[level - 1];
  const below = label ? criteriaText(context, label) : t('report.summary.maturityNone');
  return [
    grade,
    score,
    { name: t('report.hero.maturity'), value: t('report.hero.level', { level }), below, colour: colours.ink },
  ];
}

/** The grade, what the criteria call a failed assessment, or that there are no grades. */
export function gradeWord(context: ReportContext): string {
  const { result, dossier, t } = context;
  if (result.outcome === 'failed') return criteriaText(context, dossier.criteria.failLabel);
  return result.grade ? gradeLabel(context, result.grade) : t('report.hero.noGrade');
}

/** Prints them side by side between two rules. */
export function addHeroes({ report }: ReportContext, heroes: readonly Hero[]): void {
  const top = report.y;
  const width = contentWidth / heroes.length;
  rule({ report, y: top, colour: colours.ink });
  let bottom = top;
  heroes.forEach(({ name, value, below, colour }, index) => {
    const x = page.left + index * width;
    const label = report.set(name, styles.muted, width - 12);
    const large = report.set(value, shrunk(report.faces.bold, value, width - 30, colour), width - 12);
    const small = report.set(below, styles.muted, width - 12);
    const element = report.open('P');
    element.add(() => {
      drawLines(report, label, x, top + 12);
      drawLines(report, large, x, top + 24);
      drawLines(report, small, x, top + 24 + large.height);
    });
    element.end();
    bottom = Math.max(bottom, top + 24 + large.height + 20);
  });
  rule({ report, y: bottom, colour: colours.line });
  report.y = bottom;
}

/** Long names of grades are set smaller, down to half, before they wrap. */
function shrunk(face: { widthOf(text: string, size: number): number }, text: string, width: number, colour: string): TextStyle {
  const wanted = face.widthOf(text, heroValue.size);
  const size = wanted <= width ? heroValue.size : Math.max(heroValue.size / 2, (heroValue.size * width) / wanted);
  return { ...heroValue, size, colour, leading: size === heroValue.size ? heroValue.leading : size * 1.4 };
}

function rule({ report, y, colour }: Pick<ReportContext, 'report'> & { y: number; colour: string }): void {
  report.artifact(() => {
    report.pdf
      .lineWidth(0.8)
      .strokeColor(colour)
      .moveTo(page.left, y)
      .lineTo(page.left + contentWidth, y)
      .stroke();
  });
}
