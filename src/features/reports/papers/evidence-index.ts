import { clauseName } from '../../../model/clause-name.ts';
import { ratedClauses } from '../../../model/clauses.ts';
import { addTable } from '../../../pdf/table.ts';
import { addParagraph } from '../../../pdf/text-block.ts';
import { styles } from '../../../pdf/theme.ts';
import type { Paper } from '../paper.ts';
import type { ReportContext } from '../report-context.ts';
import { addEvidence } from '../report-records.ts';

/** Every piece of evidence with the hash of its file, and which clause rests on what. */
export const evidenceIndex: Paper = {
  id: 'evidence-index',
  layout: 'brief',
  isOffered: ({ dossier }) => dossier.evidence.length > 0,
  chapters: ({ t }) => [
    { title: t('paper.pieces'), below: 0, add: addEvidence },
    { title: t('paper.byClause'), below: 0, add: addByClause },
  ],
};

function addByClause(context: ReportContext): void {
  const { report, t, dossier, language } = context;
  const lines = ratedClauses(dossier.criteria).map(({ id }) => ({
    name: clauseName(dossier.criteria, id, language),
    own: dossier.evidence.filter(({ clauses }) => clauses.includes(id)),
  }));
  const proven = lines.filter(({ own }) => own.length > 0);
  addParagraph(report, t('paper.coverage', { with: proven.length, all: lines.length }), { style: styles.muted, keep: 60 });
  addTable(report, {
    title: t('paper.byClause'),
    columns: [
      { head: t('report.head.clause'), share: 1 },
      { head: t('report.head.evidence'), share: 1.4 },
    ],
    rows: proven.map(({ name, own }) => ({
      cells: [name, own.map(({ reference, title }) => `${reference} ${title}`.trim()).join('\n')],
    })),
  });
  const bare = lines.filter(({ own }) => own.length === 0).map(({ name }) => name);
  if (bare.length === 0) return;
  report.heading({ level: 2, text: t('paper.noEvidence') });
  addParagraph(report, bare.join(t('report.listed')), { style: styles.small });
}
