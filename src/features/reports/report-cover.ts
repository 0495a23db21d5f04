import { addFacts } from '../../pdf/table.ts';
import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { criteriaText, dayText, gradeLabel, type ReportContext } from './report-context.ts';

interface Hero {
  readonly name: string;
  readonly value: string;
  readonly below: string;
  readonly colour: string;
}

const heroValue: TextStyle = { weight: 'bold', size: 30, leading: 42, colour: colours.ink };
const organizationStyle: TextStyle = { weight: 'bold', size: 15, leading: 23, colour: colours.ink };

/** The first page: what it is, whose it is, the grade and the score, and the facts of the assessment. */
export function addCover(context: ReportContext): void {
  const { report, t, dossier } = context;
  report.y = 92;
  addLines(context, t(`kind.${dossier.assessment.kind}`), styles.subtitle);
  addLines(context, context.title, styles.title, 'H1');
  report.y += 4;
  const { name } = dossier.organization;
  addLines(context, name, name.length > 60 ? styles.heading2 : organizationStyle);
  addStanding(context);
  report.y += 16;
  addHeroes(context, heroesOf(context));
  report.y += 20;
  addFacts(report, context.title, assessmentFacts(context));
}

function addLines({ report }: ReportContext, text: string, style: TextStyle, tag = 'P'): void {
  const set = report.set(text, style, contentWidth);
  const { y } = report;
  report.tagged(tag, () => drawLines(report, set, page.left, y));
  report.y += set.height;
}

/** Says of an assessment that is open or was stopped that this is no conclusion. */
export function addStanding(context: ReportContext): void {
  const { t, dossier, language } = context;
  const { finishedAt, stopped } = dossier.assessment;
  if (stopped) addStamp(context, t('report.stopped'), t('report.stoppedNote', { ...stopped, at: dayText(stopped.at, language) }));
  else if (!finishedAt) addStamp(context, t('report.draft'), t('report.draftNote'));
}

/** A frame like a stamp, and beside it what the mark means. */
function addStamp({ report }: ReportContext, mark: string, meaning: string): void {
  const word = report.set(mark, { ...styles.strong, colour: colours.seal }, contentWidth);
  const note = report.set(meaning, { ...styles.body, colour: colours.seal }, contentWidth - 80);
  const width = report.faces.bold.widthOf(word.lines[0] ?? '', word.style.size) + 16;
  report.y += 10;
  const { y } = report;
  report.artifact(() => report.pdf.lineWidth(1.2).strokeColor(colours.seal).rect(page.left, y, width, 20).stroke());
  report.tagged('P', () => {
    drawLines(report, word, page.left + 8, y + 2);
    drawLines(report, note, page.left + width + 10, y + 2);
  });
  report.y += Math.max(20, note.height + 4);
}

function heroesOf(context: ReportContext): Hero[] {
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

function addHeroes({ report }: ReportContext, heroes: readonly Hero[]): void {
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

function assessmentFacts(context: ReportContext): { name: string; value: string }[] {
  const { t, dossier, language } = context;
  const { organization, assessment, criteria } = dossier;
  const lead = assessment.team.filter(({ role }) => role === 'lead-auditor').map(({ name }) => name);
  const title = criteriaText(context, criteria.title);
  const facts: [string, string | null][] = [
    [t('report.fact.number'), assessment.number],
    [t('report.fact.kind'), t(`kind.${assessment.kind}`)],
    [t('report.fact.criteria'), t('report.fact.criteriaValue', { title, id: criteria.id, version: criteria.version })],
    [t('choices.variant'), criteriaText(context, criteria.choice?.variant?.title ?? null)],
    [t('choices.profile'), criteriaText(context, criteria.choice?.profile?.title ?? null)],
    [t('choices.source'), criteria.choice?.source ?? null],
    [t('report.fact.basis'), criteria.basis.join(t('report.listed'))],
    [t('report.fact.dates'), datesText(context)],
    [t('report.fact.leadAuditor'), lead.join(t('report.listed'))],
    [t('report.fact.targetGrade'), gradeLabel(context, assessment.targetGrade)],
    [t('report.fact.heldGrade'), heldText(context)],
    [
      t(assessment.stopped ? 'report.stopped' : 'report.fact.finishedAt'),
      assessment.finishedAt ? dayText(assessment.finishedAt, language) : t('report.fact.notFinished'),
    ],
    [t('report.fact.registrationNumber'), organization.registrationNumber],
    [t('report.fact.trade'), organization.trade],
    [t('report.fact.headcount'), organization.headcount === null ? null : String(organization.headcount)],
    [t('report.fact.address'), organization.address],
    [t('report.fact.sites'), sitesText(context)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function datesText({ t, dossier: { assessment }, language }: ReportContext): string {
  const from = dayText(assessment.from, language);
  return assessment.from === assessment.to ? from : t('report.to', { from, to: dayText(assessment.to, language) });
}

function heldText(context: ReportContext): string {
  const held = context.dossier.assessment.heldGrade;
  if (!held) return '';
  return context.t('report.fact.heldSince', {
    grade: gradeLabel(context, held.grade),
    date: dayText(held.since, context.language),
  });
}

function sitesText({ t, dossier: { organization } }: ReportContext): string {
  return organization.sites
    .map(({ name, address, central }) => {
      const own = central ? t('report.centralSite', { name }) : name;
      return address ? t('report.site', { name: own, address }) : own;
    })
    .join('\n');
}
