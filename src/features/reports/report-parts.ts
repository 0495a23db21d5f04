import { partWords } from '../../model/part-words.ts';
import { addTable } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import { dayText, type ReportContext } from './report-context.ts';

const figure = { width: 58, align: 'decimal' } as const;

/** The parts with weight, rate and score, and how they make up the whole; nothing for criteria without parts. */
export function addParts({ report, t, dossier, result, language }: ReportContext): void {
  const words = partWords(dossier.criteria, result, language);
  if (words.length === 0) return;
  report.heading({ level: 2, text: t('parts.title') });
  addParagraph(report, t('parts.formula'), { style: styles.muted, keep: 110 });
  addTable(report, {
    title: t('parts.title'),
    columns: [
      { head: t('parts.part'), share: 1 },
      { head: t('parts.weight'), width: 52, align: 'right' },
      { head: t('report.head.obtained'), ...figure },
      { head: t('report.head.applicable'), ...figure },
      { head: t('parts.rate'), width: 62, align: 'right' },
      { head: t('parts.score'), ...figure },
      { head: t('parts.adds'), ...figure },
    ],
    rows: words.map(({ title, share, obtained, applicable, rate, score, adds }) => ({
      cells: [title, share ?? t('report.notApplicable.mark'), obtained, applicable, rate ?? '—', score ?? '—', adds],
    })),
  });
}

/** When and by whom each part was assessed; nothing for criteria without parts. */
export function addPartPlan(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  const words = partWords(dossier.criteria, result, language);
  if (words.length === 0) return;
  report.heading({ level: 2, text: t('parts.title') });
  addTable(report, {
    title: t('parts.title'),
    columns: [
      { head: t('parts.part'), share: 1 },
      { head: t('parts.weight'), width: 52, align: 'right' },
      { head: t('parts.methods'), share: 1 },
      { head: t('parts.dates'), width: 120 },
      { head: t('parts.members'), share: 1 },
    ],
    rows: words.map(({ id, title, weight, methods }) => {
      const plan = dossier.assessment.parts?.find(({ part }) => part === id);
      const names = plan?.members.join(t('report.listed')) || t('parts.wholeTeam');
      const method = methods.map((name) => t(`auditMethod.${name}`)).join(t('report.listed'));
      const days = [plan?.from, plan?.to].flatMap((day) => (day ? [dayText(day, language)] : [])).join(' – ');
      return { cells: [title, weight, method, days || t('parts.asWhole'), names] };
    }),
    style: { ...styles.body, size: 9, leading: 14.5 },
  });
}
