import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { textIn, walkClauses } from '../model/clauses.ts';
import { type FindingGrade, findingGrades } from '../model/criteria.ts';
import type { Dossier } from '../model/dossier.ts';
import { axisLabel, type ChartFigure } from './chart-figure.ts';
import { stackedChart } from './stacked-chart.ts';

/** Nonconformities from dark to light in one hue, the rest in another. */
const colours: Readonly<Record<FindingGrade, string>> = {
  major: '#8C3A06',
  minor: '#E08A4A',
  observation: '#FBE0C8',
  opportunity: '#3A82B4',
  strength: '#C7DEEF',
};

/** How many findings of which class each section has; null when there are none. */
export function findingsChart({ criteria, findings }: Dossier, language: Language): ChartFigure | null {
  if (findings.length === 0) return null;
  const t = translator(language);
  const sectionOf = new Map(
    criteria.clauses.flatMap((section) => [...walkClauses([section])].map(({ clause }) => [clause.id, section.id] as const)),
  );
  const lines = [
    ...criteria.clauses.map(({ id, number, title }) => ({ id, number, title: textIn(title, language, criteria.language) })),
    { id: '', number: '', title: t('report.finding.whole') },
  ].map((line) => ({ ...line, counts: countsOf(line.id) }));
  const shown = lines.filter(({ id, counts }) => id !== '' || counts.some((count) => count > 0));
  const present = findingGrades.filter((_, place) => shown.some(({ counts }) => (counts[place] ?? 0) > 0));

  function countsOf(section: string): number[] {
    const own = findings.filter(({ clause }) => (clause === null ? '' : (sectionOf.get(clause) ?? '')) === section);
    return findingGrades.map((grade) => own.filter((finding) => finding.grade === grade).length);
  }

  return {
    id: 'findings',
    title: t('chart.findings'),
    chart: stackedChart({
      labels: shown.map(({ number, title }) => axisLabel(number, title, 30)),
      pieces: present.map((grade) => ({
        label: t(`report.finding.${grade}`),
        colour: colours[grade],
        spans: shown.map(({ counts }) => spanOf(counts, findingGrades.indexOf(grade))),
      })),
      axis: t('chart.findingsAxis'),
      from: 0,
      upTo: null,
      whole: true,
    }),
    bars: shown.length,
    stacked: true,
    head: [t('chart.head.section'), ...findingGrades.map((grade) => t(`report.finding.${grade}`))],
    rows: shown.map(({ number, title, counts }) => [[number, title].filter(Boolean).join(' '), ...counts.map(String)]),
    clauses: shown.map(({ id }) => id),
  };
}

/** After all classes before it. */
function spanOf(counts: readonly number[], place: number): [number, number] | null {
  const count = counts[place] ?? 0;
  const before = counts.slice(0, place).reduce((sum, one) => sum + one, 0);
  return count === 0 ? null : [before, before + count];
}
