import { clauseName } from '../../model/clause-name.ts';
import { type FindingGrade, findingGrades } from '../../model/criteria.ts';
import { describeNearMiss, describeOutcome } from '../../model/explain.ts';
import { describeCondition, describeEffect } from '../../model/explain-condition.ts';
import { addFacts } from '../../pdf/table.ts';
import { addBullets, addParagraph } from '../../pdf/text-block.ts';
import { colours, styles } from '../../pdf/theme.ts';
import { gradeLabel, maturityText, type ReportContext } from './report-context.ts';
import { gradeWord } from './report-heroes.ts';

/** So many clauses are named one by one where a list could be endless. */
const mostNamed = 8;

/** The result in words: one sentence first, then figures, gates, the way to the next grade, maturity. */
export function addSummary(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  const colour = result.outcome === 'failed' ? colours.seal : colours.ink;
  addParagraph(report, describeOutcome(dossier.criteria, result, language), { style: { ...styles.lead, colour }, after: 6 });
  const nearMiss = describeNearMiss(dossier.criteria, result, language);
  if (nearMiss) addParagraph(report, nearMiss);
  report.space(4);
  addFacts(report, t('report.summary.facts'), summaryFacts(context));
  addEffects(context);
  addNext(context);
  addMaturity(context);
  addParagraph(report, t('report.summary.sampling'), { style: styles.muted });
}

function summaryFacts(context: ReportContext): { name: string; value: string }[] {
  const { t, result } = context;
  return [...scoreFacts(context), ...gradeFacts(context), ...recordFacts(context)].concat(
    result.maturity ? [{ name: t('report.summary.maturity'), value: maturityText(context, result.maturity.overall) }] : [],
  );
}

function scoreFacts({ t, result }: ReportContext): { name: string; value: string }[] {
  const outOf = (shown: string) => `${shown} / ${result.fullMarks.shown}`;
  if (result.outcome !== 'incomplete') return [{ name: t('report.hero.score'), value: outOf(result.score.shown) }];
  return [
    { name: t('report.hero.soFar'), value: outOf(result.score.shown) },
    { name: t('report.hero.floor'), value: outOf(result.floor.shown) },
    { name: t('report.hero.ceiling'), value: outOf(result.ceiling.shown) },
  ];
}

function gradeFacts(context: ReportContext): { name: string; value: string }[] {
  const { t, result, dossier } = context;
  if (dossier.criteria.grades.length === 0 || result.outcome === 'incomplete') return [];
  const band = { name: t('report.summary.band'), value: gradeLabel(context, result.band) || t('report.summary.below') };
  return [{ name: t('report.hero.grade'), value: gradeWord(context) }, band];
}

function recordFacts({ t, result, dossier }: ReportContext): { name: string; value: string }[] {
  const { rated, applicable, notApplicable } = result.coverage;
  const count = (grade: FindingGrade) => dossier.findings.filter((finding) => finding.grade === grade).length;
  const [major = 0, minor = 0, observation = 0, opportunity = 0, strength = 0] = findingGrades.map(count);
  return [
    { name: t('report.summary.coverage'), value: t('report.summary.coverageValue', { rated, applicable, notApplicable }) },
    {
      name: t('report.summary.findings'),
      value: t('report.summary.findingsValue', { major, minor, observation, opportunity, strength }),
    },
  ];
}

function addEffects({ report, t, dossier, result, language }: ReportContext): void {
  report.heading({ level: 2, text: t('report.summary.effects') });
  if (result.effects.length === 0) addParagraph(report, t('report.summary.noEffects'));
  else
    addBullets(
      report,
      result.effects.map((effect) => describeEffect(dossier.criteria, effect, language)),
    );
}

function addNext(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  if (!result.next) return;
  report.heading({ level: 2, text: t('report.summary.next', { grade: gradeLabel(context, result.next.grade) }) });
  const reached = result.next.missing.exact === '0';
  const first = reached
    ? t('report.summary.nextScoreReached')
    : t('report.summary.nextMissing', { missing: result.next.missing.shown });
  addParagraph(report, first, { after: result.next.unmet.length > 0 ? 2 : 8 });
  addBullets(
    report,
    result.next.unmet.map((condition) => describeCondition(dossier.criteria, condition, language)),
  );
}

function addMaturity(context: ReportContext): void {
  const { report, t, dossier, result, language } = context;
  if (!result.maturity) return;
  report.heading({ level: 2, text: t('report.summary.maturity') });
  const { overall } = result.maturity;
  const open = overall === null;
  addParagraph(
    report,
    open ? t('report.summary.maturityOpen') : t('report.summary.maturityOverall', { level: maturityText(context, overall) }),
    { after: 2 },
  );
  addHolding(context, result.maturity.holding);
  const sections = dossier.criteria.clauses.flatMap(({ id }) => {
    const level = result.maturity?.sections[id];
    return level === undefined ? [] : [{ name: clauseName(dossier.criteria, id, language), value: maturityText(context, level) }];
  });
  addFacts(report, t('report.summary.maturity'), sections, 190);
}

function addHolding({ report, t, dossier, language }: ReportContext, holding: readonly string[]): void {
  if (holding.length === 0) return;
  const names = holding.slice(0, mostNamed).map((id) => clauseName(dossier.criteria, id, language));
  const clauses = names.join(t('report.listed'));
  const all = holding.length <= mostNamed;
  addParagraph(
    report,
    all
      ? t('report.summary.maturityHolding', { clauses })
      : t('report.summary.maturityHoldingMore', { clauses, count: holding.length }),
  );
}
