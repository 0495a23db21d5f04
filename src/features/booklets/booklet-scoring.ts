import { ratedClauses } from '../../model/clauses.ts';
import type { RatingMethod } from '../../model/criteria.ts';
import { addFacts, addTable } from '../../pdf/table.ts';
import { addBullets, addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { BookletContext } from './booklet-context.ts';
import { addPartsTable } from './booklet-parts.ts';

/** A part of the chapter on scoring; it stands in the contents. */
export interface ScoringPart {
  readonly title: string;
  readonly add: (context: BookletContext) => void;
}

/** How ratings become points, a score, a grade and a maturity level; only what these criteria have. */
export function scoringParts({ t, words, criteria }: BookletContext): ScoringPart[] {
  const part = (title: string, add: ScoringPart['add'], has = true): ScoringPart[] => (has ? [{ title, add }] : []);
  return [
    ...part(t('booklet.steps'), addSteps),
    ...part(t('parts.title'), addPartsTable, criteria.parts !== undefined),
    ...part(t('booklet.methods'), addMethods),
    ...part(t('booklet.scales'), addScales, words.scales.length > 0),
    ...part(t('criteriaPage.grades'), addGrades, words.grades.length > 0),
    ...part(t('criteriaPage.gates'), addGates, words.gates.length > 0),
    ...part(t('criteriaPage.adjustments'), addAdjustments, words.adjustments.length > 0),
    ...part(t('criteriaPage.maturity'), addMaturity, words.maturity !== null),
    ...part(t('criteriaPage.certification'), addCertification, words.certification !== null),
  ];
}

export function addScoring(context: BookletContext, parts: readonly ScoringPart[]): void {
  for (const { title, add } of parts) {
    context.report.heading({ level: 2, text: title, listed: true });
    add(context);
  }
}

function addSteps({ report, t, words, criteria }: BookletContext): void {
  const full = words.fullMarks;
  const maySkip = ratedClauses(criteria).some(({ notApplicable }) => notApplicable !== 'forbidden');
  addBullets(report, [
    t('booklet.step.rate'),
    ...(maySkip ? [t('booklet.step.notApplicable')] : []),
    criteria.parts ? t('parts.formula') : t('booklet.step.add', { full }),
    ...(words.adjustments.length > 0 ? [t('booklet.step.adjust', { full })] : []),
    ...(words.grades.length > 0 ? [t('booklet.step.grade')] : []),
  ]);
  addParagraph(report, words.rounding, { style: styles.muted });
}

const order = ['met', 'level', 'sample', 'points', 'measure', 'checklist'] as const satisfies readonly RatingMethod['by'][];

function addMethods({ report, t, criteria }: BookletContext): void {
  const rated = ratedClauses(criteria);
  addParagraph(report, t('booklet.methodsLead'), { after: 4 });
  addBullets(
    report,
    order.flatMap((by) => {
      const count = rated.filter(({ method }) => method?.by === by).length;
      return count === 0 ? [] : [t(`booklet.method.${by}`, { count })];
    }),
  );
}

function addScales({ report, t, words }: BookletContext): void {
  for (const { name, rows } of words.scales) {
    const title = t('criteriaPage.scale', { name });
    report.heading({ level: 3, text: title });
    addTable(report, {
      title,
      columns: [
        { head: t('criteriaPage.level'), width: 110 },
        { head: t('criteriaPage.share'), width: 90, align: 'right' },
        { head: t('criteriaPage.anchor'), share: 1 },
      ],
      rows: rows.map(({ label, worth, detail }) => ({ cells: [label, worth ?? '', detail ?? ''] })),
    });
  }
}

function addGrades({ report, t, words }: BookletContext): void {
  addTable(report, {
    title: t('criteriaPage.grades'),
    columns: [
      { head: t('criteriaPage.grade'), width: 90 },
      { head: t('criteriaPage.score'), width: 90 },
      { head: t('criteriaPage.conditions'), share: 1 },
    ],
    rows: words.grades.map(({ label, from, conditions }) => ({
      cells: [label, from, conditions.join('\n') || t('criteriaPage.noConditions')],
    })),
  });
  addParagraph(report, t('criteriaPage.failLabel', { label: words.failLabel }));
}

function addGates({ report, t, words }: BookletContext): void {
  addTable(report, {
    title: t('criteriaPage.gates'),
    columns: [
      { head: t('criteriaPage.gate'), share: 1 },
      { head: t('criteriaPage.unless'), share: 1.4 },
      { head: t('criteriaPage.effect'), share: 0.8 },
    ],
    rows: words.gates.map(({ title, conditions, effect }) => ({ cells: [title, conditions.join('\n'), effect] })),
  });
}

function addAdjustments({ report, t, words }: BookletContext): void {
  for (const { kind, rules, grounds } of words.adjustments) {
    report.heading({ level: 3, text: t(`criteriaPage.${kind}`) });
    addParagraph(report, rules.join(t('method.sentenceGap')), { after: 4 });
    if (grounds.length > 0) addParagraph(report, t('criteriaPage.grounds'), { after: 2, keep: styles.body.leading });
    addBullets(report, grounds);
  }
}

function addMaturity({ report, words }: BookletContext): void {
  if (!words.maturity) return;
  addParagraph(report, words.maturity.rule, { after: 4 });
  addBullets(report, words.maturity.levels);
}

function addCertification({ report, t, words }: BookletContext): void {
  const { certification } = words;
  if (!certification) return;
  const { validFor, surveillanceEvery, deadlines, rules, lists } = certification;
  addFacts(report, t('criteriaPage.certification'), [
    { name: t('criteriaPage.validFor'), value: validFor },
    ...(surveillanceEvery ? [{ name: t('criteriaPage.surveillanceEvery'), value: surveillanceEvery }] : []),
  ]);
  if (rules.length > 0) addBullets(report, rules);
  for (const { title, lines } of lists) {
    report.heading({ level: 3, text: title });
    addBullets(report, lines);
  }
  addTable(report, {
    title: t('criteriaPage.certification'),
    columns: [
      { head: t('criteriaPage.deadline'), share: 1.4 },
      { head: t('criteriaPage.within'), width: 100 },
      { head: t('criteriaPage.after'), share: 1 },
    ],
    rows: deadlines.map(({ title, within, after }) => ({ cells: [title, within, after] })),
  });
}
