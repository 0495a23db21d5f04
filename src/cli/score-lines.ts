import type { Language } from '../i18n/language.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { findClause } from '../model/clause-name.ts';
import { textIn } from '../model/clauses.ts';
import { messageOfMissing, missingToFinish } from '../model/completion.ts';
import type { Dossier } from '../model/dossier.ts';
import { describeNearMiss, describeOutcome, explainStep } from '../model/explain.ts';
import { explainClause } from '../model/explain-clause.ts';
import { describeCondition, describeEffect } from '../model/explain-condition.ts';
import { plainPercent } from '../model/figure-words.ts';
import { partWords } from '../model/part-words.ts';
import type { ClauseResult, Result } from '../model/result.ts';
import { siteLines } from '../model/site-words.ts';
import { findingLines } from './finding-lines.ts';
import { cutToWidth, textTable } from './text-table.ts';

const widestTitle = 36;
const widestExplanation = 72;

/** The result to read in a terminal: the sentence first, then why, then clause by clause. */
export function scoreLines(dossier: Dossier, result: Result, language: Language): string[] {
  const { criteria } = dossier;
  const t = translator(language);
  const nearMiss = describeNearMiss(criteria, result, language);
  return [
    describeOutcome(criteria, result, language),
    ...(nearMiss ? [nearMiss] : []),
    '',
    `${dossier.organization.name} · ${textIn(criteria.title, language, criteria.language)} ${criteria.version}`,
    t('cli.coverage', {
      rated: result.coverage.rated,
      applicable: result.coverage.applicable,
      notApplicable: result.coverage.notApplicable,
    }),
    ...maturityLines(dossier, result, language),
    ...choiceLines(dossier, language),
    ...partTable(dossier, result, language),
    ...siteTable(result, t),
    ...listed(
      t('cli.steps'),
      result.steps.map((step) => explainStep(criteria, step, language)),
    ),
    ...listed(
      t('cli.effects'),
      result.effects.map((effect) => describeEffect(criteria, effect, language)),
    ),
    ...listed(
      t('cli.next'),
      (result.next?.unmet ?? []).map((condition) => describeCondition(criteria, condition, language)),
    ),
    ...listed(
      t('cli.missing'),
      missingToFinish(dossier).map((missing) => messageOfMissing(missing, criteria, language)),
    ),
    ...listed(t('cli.findings'), findingLines(dossier, language)),
    '',
    ...clauseTable(dossier, result, language),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function maturityLines({ criteria }: Dossier, { maturity }: Result, language: Language): string[] {
  if (!maturity || !criteria.maturity) return [];
  const t = translator(language);
  if (maturity.overall === null) return [t('cli.maturityOpen')];
  const label = criteria.maturity.levels[maturity.overall - 1] ?? null;
  return [t('cli.maturity', { level: maturity.overall, label: textIn(label, language, criteria.language) })];
}

function choiceLines({ criteria }: Dossier, language: Language): string[] {
  const { variant, profile, source } = criteria.choice ?? {};
  const t = translator(language);
  const line = (name: string, value: string) => t('cli.named', { name, value });
  return [
    ...(variant ? [line(t('choices.variant'), textIn(variant.title, language, criteria.language))] : []),
    ...(profile ? [line(t('choices.profile'), textIn(profile.title, language, criteria.language))] : []),
    ...(source ? [line(t('choices.source'), source)] : []),
  ];
}

/** Each part with its weight, and how they are put together. */
function partTable({ criteria }: Dossier, result: Result, language: Language): string[] {
  const words = partWords(criteria, result, language);
  if (words.length === 0) return [];
  const t = translator(language);
  const columns = [
    { title: t('parts.part'), align: 'left' },
    { title: t('parts.weight'), align: 'right' },
    { title: t('parts.obtained'), align: 'right' },
    { title: t('parts.rate'), align: 'right' },
    { title: t('parts.score'), align: 'right' },
    { title: t('parts.adds'), align: 'right' },
  ] as const;
  const rows = words.map(({ title, share, obtained, applicable, rate, score, adds }) => [
    cutToWidth(title, widestTitle),
    share ?? '—',
    `${obtained} / ${applicable}`,
    rate ?? '—',
    score ?? '—',
    adds,
  ]);
  return ['', ...textTable(columns, rows)];
}

/** Each site over the clauses that are rated site by site. */
function siteTable(result: Result, t: Translate): string[] {
  const lines = siteLines(result);
  if (lines.length === 0) return [];
  const columns = [
    { title: t('results.site'), align: 'left' },
    { title: t('results.siteRated'), align: 'right' },
    { title: t('parts.rate'), align: 'right' },
  ] as const;
  const rows = lines.map(({ site, rated, applicable, rate }) => [site, `${rated} / ${applicable}`, rate ?? '—']);
  return ['', ...textTable(columns, rows)];
}

function clauseTable(dossier: Dossier, result: Result, language: Language): string[] {
  const t = translator(language);
  const columns = [
    { title: t('cli.number'), align: 'left' },
    { title: t('cli.clause'), align: 'left' },
    { title: t('cli.points'), align: 'right' },
    { title: t('cli.obtained'), align: 'right' },
    { title: t('cli.rate'), align: 'right' },
    { title: t('cli.explanation'), align: 'left' },
  ] as const;
  return textTable(
    columns,
    result.clauses.map((clause) => clauseRow(dossier, clause, language, t)),
  );
}

function clauseRow({ criteria }: Dossier, clause: ClauseResult, language: Language, t: Translate): string[] {
  const found = findClause(criteria, clause.id);
  const title = `${'  '.repeat(clause.depth)}${textIn(found?.title ?? null, language, criteria.language)}`;
  const isRated = clause.state === 'rated' || clause.state === 'partly';
  return [
    found?.number || clause.id,
    cutToWidth(title, widestTitle),
    clause.state === 'not-applicable' ? t('cli.notApplicable') : clause.applicable.shown,
    isRated ? clause.obtained.shown : '—',
    clause.rate ? plainPercent(clause.rate) : '—',
    cutToWidth(explainClause(criteria, clause, language), widestExplanation),
  ];
}
