import { formatters } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { addFacts, addTable, type Row } from '../../pdf/table.ts';
import { styles } from '../../pdf/theme.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import type { LinkedEvidence, StoredFinding } from '../findings/finding.ts';
import { type DocumentPart, type RenderedPaper, renderFramed, type TellPaperNews } from '../reports/framed-document.ts';
import type { DocumentLook } from '../reports/paper.ts';
import type { Writer } from '../reports/write-paper.ts';

export interface NonconformitySource {
  readonly assessment: Assessment;
  readonly criteria: Criteria;
  readonly organization: { readonly name: string; readonly address: string | null };
  readonly team: readonly Member[];
  readonly findings: readonly StoredFinding[];
}

export interface NonconformityOrder extends DocumentLook {
  readonly source: NonconformitySource;
}

interface Context extends NonconformitySource {
  readonly report: ReportDocument;
  readonly language: Language;
  readonly t: Translate;
}

/** Height of a box to be written or signed in by hand, in points: a form that is not filled in yet fits on a sheet, too. */
const boxHeight = 30;
const lineHeight = 22;
const signatureHeight = 25;

/** A form a finding, each on a page of its own: statement, answer, verification, with room to sign. The same order gives the same bytes. */
export function renderNonconformities(order: NonconformityOrder, tell?: TellPaperNews): Promise<RenderedPaper> {
  const { number, to } = order.source.assessment;
  const createdAt = new Date(`${to}T00:00:00Z`);
  return renderFramed({ look: order, subject: number, createdAt, partIn: (language) => partIn(order, language) }, tell);
}

export const nonconformityWriter: Writer<NonconformityOrder> = {
  module: new URL(import.meta.url),
  render: renderNonconformities,
};

export function formsTitle({ organization }: NonconformitySource, language: Language): string {
  return translator(language)('findings.form.documentTitle', { organization: organization.name });
}

function partIn({ source, brand }: NonconformityOrder, language: Language): DocumentPart {
  const t = translator(language);
  const { assessment, criteria, findings } = source;
  const title = formsTitle(source, language);
  return {
    title,
    header: { left: title, right: assessment.number },
    // A form with room to sign fills its sheet, so that the body stands in the margins.
    head: 'margin',
    footer: [brand?.name[language], `${textIn(criteria.title, language, criteria.language)} ${criteria.version}`]
      .filter(Boolean)
      .join(' · '),
    write: (report, tell) => {
      for (const [index, finding] of findings.entries()) {
        tell(index, findings.length);
        // Sheets are signed and come apart: each says to which form it belongs.
        report.rightHeader = numberOf(source, finding, t);
        if (index > 0) report.newPage();
        addForm({ ...source, report, language, t }, finding);
      }
      report.rightHeader = assessment.number;
    },
  };
}

function addForm(context: Context, finding: StoredFinding): void {
  const { report, t } = context;
  const number = numberOf(context, finding, t);
  report.heading({ level: 1, text: `${t('findings.form.title')}  ${number}`, listed: true });
  addFacts(report, t('findings.form.title'), factsOf(context, finding));
  section(context, t('findings.form.statement'), [
    [t('findings.requirement'), finding.requirement],
    [t('findings.failure'), finding.statement],
    [t('findings.evidence'), listed(finding.evidence), lineHeight],
  ]);
  signatures(context, [t('findings.form.auditor'), t('findings.form.companySigns')]);
  section(context, t('findings.form.answer'), [
    [t('findings.correction'), sent(finding, finding.correction)],
    [t('findings.cause'), sent(finding, finding.cause)],
    [t('findings.action'), sent(finding, finding.action)],
    [t('findings.responsible'), sent(finding, [finding.responsible, finding.plannedFor].filter(Boolean).join('  ')), lineHeight],
    [t('findings.proof'), listed(finding.proof), lineHeight],
  ]);
  signatures(context, [t('findings.form.companySigns')]);
  section(context, t('findings.form.verification'), verificationRows(finding, t));
  signatures(context, [t('findings.form.auditor')]);
}

function numberOf({ assessment }: NonconformitySource, { number }: StoredFinding, t: Translate): string {
  return number ? `${assessment.number}/${number}` : t('findings.unnumbered');
}

function factsOf({ assessment, criteria, organization, team, language, t }: Context, finding: StoredFinding) {
  const lead = team.find(({ teamRole }) => teamRole === 'leader')?.name ?? '';
  const raisedBy = `${t('findings.raisedBy')} ${finding.by} ${formatters(language, 'UTC').date(finding.at.slice(0, 10))}`;
  const facts: [string, string | null][] = [
    [t('assessments.organization'), organization.name],
    [t('findings.site'), finding.site?.name ?? null],
    [t('findings.clause'), finding.clause === null ? t('findings.whole') : clauseName(criteria, finding.clause, language)],
    [t('findings.grade'), `${t(`findings.grade.${finding.kind}`)}    ${raisedBy}`],
    [t('findings.form.dates'), `${assessment.from} – ${assessment.to}    ${t('assessments.lead')} ${lead}`],
    [
      t('findings.answerDue'),
      finding.answerDue && `${finding.answerDue}    ${t('findings.correctionDue')} ${finding.correctionDue}`,
    ],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** An answer that is not sent yet is left open, to be written by hand. */
function sent({ state }: StoredFinding, text: string): string {
  return ['raised', 'issued', 'returned'].includes(state) ? '' : text;
}

function listed(evidence: readonly LinkedEvidence[]): string {
  return evidence.map(({ reference, title }) => `${reference} ${title}`).join('\n');
}

/** A name, what stands there, and the height of its box where that is not the usual one. */
type FormRow = readonly [name: string, text: string, height?: number];

function verificationRows({ verification, closedAt }: StoredFinding, t: Translate): FormRow[] {
  return [
    [t('findings.verifiedHow'), verification?.how ?? ''],
    [t('findings.form.verifiedBy'), verification ? `${verification.by}  ${verification.on}` : '', lineHeight],
    [t('findings.state.closed'), closedAt?.slice(0, 10) ?? '', lineHeight],
  ];
}

function section({ report }: Context, title: string, rows: readonly FormRow[]): void {
  report.heading({ level: 2, text: title });
  addTable(report, {
    title,
    headless: true,
    columns: [
      { head: '', width: 112 },
      { head: '', share: 1 },
    ],
    rows: rows.map(
      ([name, text, height = boxHeight]): Row => ({
        cells: [[{ text: name, style: styles.smallStrong }], text],
        atLeast: text === '' ? height : 0,
      }),
    ),
    // The signatures stand under what is signed.
    after: 0,
  });
}

function signatures({ report, t }: Context, who: readonly string[]): void {
  addTable(report, {
    title: t('findings.form.signatures'),
    headless: true,
    columns: [
      { head: '', width: 112 },
      { head: '', share: 1 },
      { head: '', share: 1 },
      { head: '', width: 96 },
    ],
    rows: who.map(
      (role): Row => ({
        cells: [role, t('report.head.name'), t('report.head.signature'), t('report.head.date')],
        atLeast: signatureHeight,
      }),
    ),
    after: 0,
  });
}
