import { addTable, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';
import { addPartPlan } from './report-parts.ts';

/** Height of a line to be signed by hand, in points. */
const signatureHeight = 36;
/** Signatures stay together with what is signed up to this height, in points; a large team goes on over pages. */
const mostKept = 560;

/** The team with registration numbers, and room for everyone who signs; a certification audit adds reviewer and decision maker. */
export function addSignOff(context: ReportContext): void {
  const { report, t, dossier } = context;
  addPartPlan(context);
  const { team, kind } = dossier.assessment;
  const members: Row[] = team.map(({ name, role, registrationNumber }) =>
    line(t(`report.role.${role}`), name, registrationNumber ?? ''),
  );
  const others = kind === 'self' ? [] : [line(t('report.role.reviewer')), line(t('report.role.decisionMaker'))];
  const rows = [...members, line(t('report.role.organization')), ...others];
  addParagraph(report, t('report.team.statement'), { keep: Math.min((rows.length + 1) * signatureHeight, mostKept) });
  addTable(report, {
    title: t('report.team'),
    uncounted: true,
    columns: [
      { head: t('report.head.role'), width: 92 },
      { head: t('report.head.name'), share: 1 },
      { head: t('report.head.registration'), share: 1 },
      { head: t('report.head.signature'), width: 120 },
      { head: t('report.head.date'), width: 76 },
    ],
    rows,
    style: { ...styles.body, size: 9, leading: 14.5 },
  });
}

function line(role: string, name = '', registration = ''): Row {
  return { cells: [role, name, registration, '', ''], atLeast: signatureHeight };
}
