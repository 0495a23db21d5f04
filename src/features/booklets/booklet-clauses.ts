import { addTable, type CellBlock, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles, type TextStyle } from '../../pdf/theme.ts';
import type { ClauseView } from '../criteria/clause-page.ts';
import type { MethodRow } from '../criteria/method-words.ts';
import { type BookletContext, blockLines } from './booklet-context.ts';

const titleStyle: TextStyle = { ...styles.smallStrong, size: 8.5, leading: 13.5 };

/** Every clause with requirement, guidance, evidence and how it is rated; one table a section. */
export function addBookletClauses(context: BookletContext): void {
  const { report, t, words } = context;
  addParagraph(report, t('criteriaPage.clausesLead'), { style: styles.muted, after: 2 });
  for (const section of words.sections) {
    const name = [section.number, section.title].filter(Boolean).join('  ');
    const isInner = section.method === null && section.clauses.length > 0;
    const text = isInner ? t('booklet.section', { name, worth: section.worth ?? '' }) : name;
    report.heading({ level: 2, text, listed: true, note: isInner ? sectionTexts(section) : '' });
    addTable(report, {
      title: name,
      columns: [
        { head: t('report.head.number'), width: 48 },
        { head: t('booklet.clause'), share: 1 },
        { head: t('report.head.points'), width: 66, align: 'right' },
      ],
      rows: isInner ? section.clauses.flatMap((clause) => rowsOf(context, clause)) : rowsOf(context, section),
    });
  }
}

/** What stands between the heading of a section and its clauses. */
function sectionTexts({ requirement, guidance, aggregate }: ClauseView): string {
  return [blockLines([...requirement, ...guidance]), aggregate].filter(Boolean).join('\n');
}

function rowsOf(context: BookletContext, clause: ClauseView): Row[] {
  const below = clause.clauses.flatMap((child) => rowsOf(context, child));
  const cells = [clause.number, cellOf(context, clause), clause.worth ?? ''];
  return [clause.method || clause.clauses.length === 0 ? { cells } : { kind: 'group', cells }, ...below];
}

function cellOf({ t }: BookletContext, clause: ClauseView): CellBlock[] {
  const { small, muted } = styles;
  const requirement = blockLines(clause.requirement);
  const guidance = blockLines(clause.guidance);
  const evidence = clause.evidence.map((one) => t(one.required ? 'booklet.requiredItem' : 'booklet.otherItem', one));
  const blocks: (CellBlock | null)[] = [
    { text: clause.title, style: titleStyle },
    requirement ? { text: requirement, style: small } : null,
    guidance ? { text: t('booklet.guidance', { text: guidance }), style: muted, gap: 2 } : null,
    clause.aggregate ? { text: clause.aggregate, style: muted, gap: 2 } : null,
    clause.method ? { text: ratedHow(clause, t), style: small, gap: 3 } : null,
    ...methodRows(clause, t).map((text) => ({ text, style: muted })),
    evidence.length > 0
      ? { text: t('booklet.evidence', { list: evidence.join(t('booklet.listSeparator')) }), style: small, gap: 3 }
      : null,
    { text: factsOf(clause, t), style: muted, gap: 3 },
  ];
  return blocks.flatMap((block) => (block?.text ? block : []));
}

function factsOf({ auditMethods, maturity, notApplicable, atSites }: ClauseView, t: Say): string {
  return [
    auditMethods && t('booklet.auditMethods', { list: auditMethods }),
    maturity && t('booklet.maturity', { level: maturity }),
    notApplicable && t('booklet.notApplicable', { rule: notApplicable }),
    atSites && t('booklet.atSites', { rule: atSites }),
  ]
    .filter(Boolean)
    .join(t('booklet.listSeparator'));
}

type Say = BookletContext['t'];

function ratedHow({ method, scale }: ClauseView, t: Say): string {
  const summary = method?.summary ?? '';
  return t('booklet.ratedHow', { words: scale === null ? summary : t('booklet.scaleOf', { words: summary, name: scale }) });
}

/** Bands, levels and items, unless a scale that several clauses share explains them once for all. */
function methodRows({ method, scale }: ClauseView, t: Say): string[] {
  if (!method || scale !== null) return [];
  const hasDetails = method.rows.some(({ detail }) => detail !== null);
  const rows = method.rows.map((row) => rowText(row, t));
  return hasDetails || rows.length === 0 ? rows : [rows.join(t('booklet.listSeparator'))];
}

function rowText({ label, worth, detail }: MethodRow, t: Say): string {
  if (worth === null) return label;
  return detail === null ? t('booklet.row', { label, worth }) : t('booklet.ofLevel', { label, worth, detail });
}
