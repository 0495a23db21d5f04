import { findingsChart } from '../../../charts/findings-chart.ts';
import { clauseName } from '../../../model/clause-name.ts';
import { findingGrades } from '../../../model/criteria.ts';
import type { Finding, FindingAnswer } from '../../../model/dossier.ts';
import { addFacts } from '../../../pdf/table.ts';
import { addParagraph } from '../../../pdf/text-block.ts';
import type { Paper } from '../paper.ts';
import { addCharted } from '../report-charts.ts';
import { dayText, type ReportContext } from '../report-context.ts';
import { addFindings } from '../report-records.ts';

/** Findings with what the company answered, did, and what was verified. */
export const findingsPaper: Paper = {
  id: 'findings-paper',
  layout: 'brief',
  isOffered: ({ dossier }) => dossier.findings.length > 0,
  chapters: ({ t }) => [
    { title: t('paper.overview'), below: 0, add: addOverview },
    { title: t('paper.oneByOne'), below: 0, add: addOneByOne },
  ],
};

function addOverview(context: ReportContext): void {
  addCharted(context, [findingsChart(context.dossier, context.language)]);
  addFindings(context);
}

function addOneByOne(context: ReportContext): void {
  const { report, t, dossier } = context;
  const sorted = findingGrades.flatMap((grade) => dossier.findings.filter((finding) => finding.grade === grade));
  const answered = sorted.filter(({ grade, answer }) => answer !== undefined || grade === 'major' || grade === 'minor');
  if (answered.length === 0) {
    addParagraph(report, t('paper.noCorrections'));
    return;
  }
  for (const [index, finding] of answered.entries()) addOne(context, finding, index + 1);
}

function addOne(context: ReportContext, finding: Finding, place: number): void {
  const { report, t, dossier, language } = context;
  const number = finding.number?.split('/').at(-1) ?? String(place);
  report.heading({ level: 2, text: `${number}  ${t(`report.finding.${finding.grade}`)}` });
  const where = finding.clause ? clauseName(dossier.criteria, finding.clause, language) : t('report.finding.whole');
  const facts: [string, string | undefined][] = [
    [t('report.head.clause'), [where, finding.site].filter(Boolean).join('\n')],
    [t('findings.requirement'), finding.requirement],
    [t('findings.failure'), finding.statement],
    [t('findings.evidence'), finding.evidence?.join(t('report.listed'))],
    ...answerFacts(context, finding.answer),
    [
      t('findings.verifiedHow'),
      finding.verification && `${finding.verification.how}\n${finding.verification.by}  ${finding.verification.on}`,
    ],
    [t('paper.state'), finding.state && t(`findings.state.${finding.state}`)],
    [
      t('findings.correctionDue'),
      finding.closedAt ? undefined : finding.correctionDue && dayText(finding.correctionDue, language),
    ],
  ];
  addFacts(
    report,
    `${number} ${t('report.findings')}`,
    facts.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
  );
}

function answerFacts({ t }: ReportContext, answer: FindingAnswer | undefined): [string, string | undefined][] {
  if (!answer) return [[t('findings.correction'), t('paper.noAnswer')]];
  return [
    [t('findings.correction'), answer.correction],
    [t('findings.cause'), answer.cause],
    [t('findings.action'), answer.action],
    [t('findings.responsible'), [answer.responsible, answer.plannedFor].filter(Boolean).join('  ')],
    [t('findings.proof'), answer.proof.join(t('report.listed'))],
  ];
}
