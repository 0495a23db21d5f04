import { walkClauses } from '../../model/clauses.ts';
import type { Clause } from '../../model/criteria.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { ClauseResult } from '../../model/result.ts';
import { setAsideOf } from '../../model/set-aside.ts';
import { addTable, type CellBlock, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { colours, styles, type TextStyle } from '../../pdf/theme.ts';
import { criteriaText, type ReportContext } from './report-context.ts';
import { rateText } from './report-scores.ts';

const title: TextStyle = { ...styles.smallStrong, size: 8.5, leading: 13.5 };
const seal: TextStyle = { ...styles.small, colour: colours.seal };

/** Every clause with requirement, rating, arithmetic, note, evidence and findings; one table a section. */
export function addClauses(context: ReportContext): void {
  const { report, t, dossier } = context;
  for (const section of dossier.criteria.clauses) {
    const name = [section.number, criteriaText(context, section.title)].filter(Boolean).join('  ');
    const note = criteriaText(context, section.method ? null : section.requirement);
    report.heading({ level: 2, text: name, listed: true, note });
    addTable(report, {
      title: name,
      columns: [
        { head: t('report.head.number'), width: 46 },
        { head: t('report.head.clauseAndRating'), share: 1 },
        { head: t('report.head.obtained'), width: 48, align: 'decimal' },
        { head: t('report.head.points'), width: 48, align: 'decimal' },
        { head: t('report.head.rate'), width: 54, align: 'decimal' },
      ],
      rows: rowsOf(context, section),
    });
  }
}

function rowsOf(context: ReportContext, section: Clause): Row[] {
  return [...walkClauses([section])].flatMap(({ clause }) => {
    const own = context.results.get(clause.id);
    if (!own) return [];
    const figures = [own.obtained.shown, own.points.shown, rateText(context, own)];
    if (clause.method)
      return [
        {
          cells: [
            clause.number,
            ratedCell(context, clause, own),
            ...(isOpen(own) ? ['—', own.points.shown, figures[2] ?? ''] : figures),
          ],
        },
      ];
    return [{ kind: 'group' as const, cells: [clause.number, innerCell(context, clause, own), ...figures] }];
  });
}

function isOpen(own: ClauseResult): boolean {
  return own.state === 'unrated' || own.state === 'not-applicable';
}

function innerCell(context: ReportContext, clause: Clause, own: ClauseResult): CellBlock[] {
  const aggregate =
    own.explanation.by === 'sum' || own.explanation.by === 'unrated'
      ? ''
      : explainClause(context.dossier.criteria, own, context.language);
  return [{ text: criteriaText(context, clause.title) }, { text: aggregate, style: styles.muted }];
}

function ratedCell(context: ReportContext, clause: Clause, own: ClauseResult): CellBlock[] {
  const { t, dossier, language } = context;
  const note = dossier.ratings[clause.id]?.note.trim() ?? '';
  return [
    { text: criteriaText(context, clause.title), style: title },
    { text: requirementOf(context, clause), style: styles.muted },
    { text: t('report.clause.rating', { words: explainClause(dossier.criteria, own, language) }), gap: 3 },
    ...(note ? [{ text: t('report.clause.note', { note }), gap: 2 }] : []),
    ...evidenceBlocks(context, clause),
    ...findingBlocks(context, clause),
  ];
}

/** The requirement; of a clause that is rated itself also what its explaining children ask. */
function requirementOf(context: ReportContext, clause: Clause): string {
  const below = [...walkClauses(clause.clauses)].map(({ clause: child }) =>
    [child.number, criteriaText(context, child.title), criteriaText(context, child.requirement)].filter(Boolean).join(' '),
  );
  return [criteriaText(context, clause.requirement), ...below].filter(Boolean).join('\n');
}

function evidenceBlocks({ t, dossier }: ReportContext, clause: Clause): CellBlock[] {
  const own = dossier.evidence.filter((evidence) => evidence.clauses.includes(clause.id));
  if (own.length === 0) return [];
  const list = own.map(({ reference, title: name }) => `${reference} ${name}`.trim()).join(t('report.listed'));
  return [{ text: t('report.clause.evidence', { list }), style: styles.muted, gap: 2 }];
}

function findingBlocks({ t, dossier }: ReportContext, clause: Clause): CellBlock[] {
  return dossier.findings
    .filter((finding) => finding.clause === clause.id)
    .map(({ grade, statement }) => ({
      text: t('report.clause.finding', { grade: t(`report.finding.${grade}`), statement }),
      style: grade === 'major' || grade === 'minor' ? seal : styles.small,
      gap: 2,
    }));
}

/** The clauses that were set aside, with reasons. */
export function addNotApplicable({ report, t, dossier, language, result }: ReportContext): void {
  const rows = setAsideOf(dossier, result, language).map(({ name, points, reason }) => ({
    cells: [name, points ?? '–', reason || t('report.notApplicable.noReason')],
  }));
  if (rows.length === 0) {
    addParagraph(report, t('report.notApplicable.none'));
    return;
  }
  addTable(report, {
    title: t('report.notApplicable'),
    columns: [
      { head: t('report.head.clause'), share: 1 },
      { head: t('report.head.points'), width: 54, align: 'decimal' },
      { head: t('report.head.reason'), share: 1.2 },
    ],
    rows,
  });
}
