import { clauseName } from '../../model/clause-name.ts';
import { findingGrades } from '../../model/criteria.ts';
import type { Adjustment, Evidence, EvidenceFile, Finding } from '../../model/dossier.ts';
import { type EvidenceLife, whyUnreliable } from '../../model/evidence-life.ts';
import { addTable, type CellBlock, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles, type TextStyle } from '../../pdf/theme.ts';
import { criteriaText, type ReportContext } from './report-context.ts';

const fine: TextStyle = { ...styles.muted, size: 7, leading: 10.5 };

/** Special deductions and bonus, each with its ground and what happened. */
export function addAdjustments(context: ReportContext): void {
  const { report, t, dossier } = context;
  const rows = dossier.adjustments.map((adjustment) => ({
    cells: [t(`report.adjustment.${adjustment.kind}`), groundText(context, adjustment), adjustment.statement],
  }));
  if (rows.length === 0) {
    addParagraph(report, t('report.adjustments.none'));
    return;
  }
  addTable(report, {
    title: t('report.adjustments'),
    columns: [
      { head: t('report.head.kind'), width: 64 },
      { head: t('report.head.ground'), share: 1 },
      { head: t('report.head.statement'), share: 2 },
    ],
    rows,
  });
}

function groundText(context: ReportContext, { kind, ground }: Adjustment): string {
  const { deduction, bonus } = context.dossier.criteria;
  const grounds = (kind === 'deduction' ? deduction : bonus)?.grounds ?? [];
  const named = grounds.find(({ id }) => id === ground);
  return named ? criteriaText(context, named.label) : (ground ?? '—');
}

/** Findings, gravest first, in the order of the dossier within a class. */
export function addFindings(context: ReportContext): void {
  const { report, t, dossier } = context;
  if (dossier.findings.length === 0) {
    addParagraph(report, t('report.findings.none'));
    return;
  }
  const sorted = findingGrades.flatMap((grade) => dossier.findings.filter((finding) => finding.grade === grade));
  addTable(report, {
    title: t('report.findings'),
    columns: [
      { head: t('report.head.number'), width: 32 },
      { head: t('report.head.grade'), width: 78 },
      { head: t('report.head.clause'), share: 1 },
      { head: t('report.head.statement'), share: 2 },
    ],
    rows: sorted.map((finding, index) => findingRow(context, finding, index + 1)),
  });
}

function findingRow(context: ReportContext, finding: Finding, place: number): Row {
  const { t, dossier, language } = context;
  const { grade, clause, site, state, number } = finding;
  const where = clause ? clauseName(dossier.criteria, clause, language) : t('report.finding.whole');
  const said = state ? `\n${t(`findings.state.${state}`)}` : '';
  // The number without that of the assessment, which heads every page.
  const short = number?.split('/').at(-1) ?? String(place);
  const kind = [{ text: t(`report.finding.${grade}`), style: styles.smallStrong }, { text: said }];
  return { cells: [short, kind, [where, site].filter(Boolean).join('\n'), statementText(context, finding)] };
}

/** Requirement, what was found, what shows it, and by when it is to be corrected, each on a line of its own. */
function statementText({ t, language }: ReportContext, finding: Finding): string {
  const { requirement, statement, evidence = [], answerDue, correctionDue } = finding;
  const named = (name: string, text: string | undefined) => (text ? [`${name}${language === 'en' ? ': ' : '：'}${text}`] : []);
  return [
    ...named(t('findings.requirement'), requirement),
    statement,
    ...named(t('findings.evidence'), evidence.join(', ')),
    ...named(t('findings.answerDue'), answerDue),
    ...named(t('findings.correctionDue'), correctionDue),
  ].join('\n');
}

/** Every piece of evidence with its own date, its file and the file's SHA-256, and the clauses it supports. */
export function addEvidence(context: ReportContext): void {
  const { report, t, dossier } = context;
  if (dossier.evidence.length === 0) {
    addParagraph(report, t('report.evidence.none'));
    return;
  }
  addTable(report, {
    title: t('report.evidence'),
    columns: [
      { head: t('report.head.number'), width: 36 },
      { head: t('report.head.evidence'), share: 1 },
      { head: t('report.head.kind'), width: 52 },
      { head: t('report.head.date'), width: 58 },
      { head: t('report.head.file'), width: 164 },
    ],
    rows: dossier.evidence.map((evidence) => evidenceRow(context, evidence)),
  });
}

function evidenceRow({ t, dossier }: ReportContext, evidence: Evidence): Row {
  const clauses = evidence.clauses.map((id) => shortName(dossier.criteria, id)).join(t('report.listed'));
  const about: CellBlock[] = [
    { text: evidence.title, style: styles.smallStrong },
    { text: evidence.note.trim() },
    { text: evidence.link ?? '', style: fine },
    { text: lifeText(evidence, dossier.assessment.to, t), style: styles.muted },
    { text: clauses && t('report.evidence.clauses', { clauses }), style: styles.muted },
  ];
  const kind = t(`evidenceKind.${evidence.kind}`);
  const date = evidence.date ?? t('report.evidence.undated');
  return {
    cells: [evidence.reference, about, kind, date, evidence.file ? fileCell(evidence.file, t) : t('report.evidence.noFile')],
  };
}

/** Whether it counts, then period, site, source and validity; empty for a piece of which none was said. */
function lifeText(evidence: Evidence, day: string, t: ReportContext['t']): string {
  const { life } = evidence;
  if (!life) return '';
  const { site, source, validUntil } = life;
  const until = validUntil === null ? '' : `${t('evidence.validUntil')} ${validUntil}`;
  return [...standingTexts(life, day, t), periodText(life, t), site ?? '', source ?? '', until]
    .filter((part) => part !== '')
    .join(' · ');
}

function standingTexts(life: EvidenceLife, day: string, t: ReportContext['t']): string[] {
  const why = whyUnreliable(life, day);
  if (why === null) return life.status === 'accepted' ? [t('evidenceLife.status.accepted')] : [];
  const successor = life.supersededBy === null ? '' : t('evidence.supersededBy', { reference: life.supersededBy });
  return [t(`evidenceLife.status.${why}`), successor, why === 'rejected' ? (life.reason ?? '') : ''];
}

function periodText({ periodFrom, periodTo }: EvidenceLife, t: ReportContext['t']): string {
  if (periodFrom === null && periodTo === null) return '';
  const open = t('evidence.openEnd');
  return t('evidence.periodValue', { from: periodFrom ?? open, to: periodTo ?? open });
}

/** The number of a clause; one without a number is named in full. */
function shortName(criteria: ReportContext['dossier']['criteria'], id: string): string {
  const name = clauseName(criteria, id, criteria.language);
  return /^[\d.A-Z-]+(?= )/.exec(name)?.[0] ?? name;
}

function fileCell({ name, size, sha256 }: EvidenceFile, t: ReportContext['t']): CellBlock[] {
  return [
    { text: name },
    { text: sizeText(size), style: fine },
    { text: t('report.evidence.sha256', { hash: `\n${sha256.slice(0, 32)}\n${sha256.slice(32)}` }), style: fine },
  ];
}

/** Bytes in the largest unit that leaves a number of at least 1; powers of 1000. */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
