import { addFacts } from '../../pdf/table.ts';
import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { criteriaText, dayText, gradeLabel, type ReportContext } from './report-context.ts';
import { addHeroes, heroesOf } from './report-heroes.ts';

const organizationStyle: TextStyle = { weight: 'bold', size: 15, leading: 23, colour: colours.ink };

/** The first page: what it is, whose it is, the grade and the score, and the facts of the assessment. */
export function addCover(context: ReportContext): void {
  const { report, t, dossier } = context;
  report.y = Math.max(report.y + 14, 92);
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
