import type { Language } from '../../i18n/language.ts';
import { type TextBlock, textBlocks } from '../../i18n/text-blocks.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { choiceTitle, choiceTitles } from '../../model/choice-titles.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Clause, Criteria, LocalizedText } from '../../model/criteria.ts';
import { evidenceKindText } from '../../model/evidence-kind-words.ts';
import { trimDecimal } from '../../model/figure-words.ts';
import {
  describeAggregate,
  describeAuditMethods,
  describeMethod,
  describeNotApplicable,
  describeSiteRollUp,
  type MethodRow,
  type MethodWords,
} from './method-words.ts';

/** A clause with all below it, ready to be printed. */
export interface ClauseView {
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  /** Points or weight with their unit; null where neither counts. */
  readonly worth: string | null;
  /** In which variants and profiles it applies, and points that differ there; empty where it is the same everywhere. */
  readonly places: readonly string[];
  readonly requirement: readonly TextBlock[];
  readonly guidance: readonly TextBlock[];
  /** How the clauses below are put together; null where there are none, and where they are simply added. */
  readonly aggregate: string | null;
  readonly method: MethodWords | null;
  /** Letter of the scale that several clauses share; its levels are explained once, at the end. */
  readonly scale: string | null;
  readonly notApplicable: string | null;
  /** How ratings at several sites become one; null: rated once. */
  readonly atSites: string | null;
  readonly maturity: string | null;
  readonly auditMethods: string | null;
  readonly evidence: readonly EvidenceView[];
  readonly clauses: readonly ClauseView[];
}

export interface EvidenceView {
  readonly kind: string;
  readonly title: string;
  readonly required: boolean;
}

/** A scale that more than one clause uses. */
export interface ScaleView {
  readonly name: string;
  readonly rows: readonly MethodRow[];
}

interface Words {
  readonly criteria: Criteria;
  readonly language: Language;
  readonly t: Translate;
  readonly read: (text: LocalizedText | null) => string;
  readonly scales: ReadonlyMap<string, string>;
}

/** The sections with all their clauses, and the scales that they share. */
export function clauseViews(criteria: Criteria, language: Language): { sections: ClauseView[]; scales: ScaleView[] } {
  const shared = sharedScales(criteria);
  const words: Words = {
    criteria,
    language,
    t: translator(language),
    read: (text) => textIn(text, language, criteria.language),
    scales: new Map([...shared].map(([key, { name }]) => [key, name])),
  };
  const scales = [...shared.values()].map(({ name, clause }) => ({
    name,
    rows: describeMethod(criteria, clause, language)?.rows ?? [],
  }));
  return { sections: criteria.clauses.map((clause) => toView(clause, null, words)), scales };
}

/** Scales by their content, in the order of first use; those that only one clause uses stay with it. */
function sharedScales(criteria: Criteria): Map<string, { name: string; clause: Clause }> {
  const users = new Map<string, Clause[]>();
  for (const clause of ratedClauses(criteria)) {
    const key = scaleKey(clause);
    if (key !== null) users.set(key, [...(users.get(key) ?? []).slice(0, 1), clause]);
  }
  const shared = [...users].filter(([, clauses]) => clauses.length > 1);
  return new Map(shared.flatMap(([key, [clause]], index) => (clause ? [[key, { name: scaleName(index), clause }]] : [])));
}

function scaleKey({ method }: Clause): string | null {
  return method?.by === 'level' ? JSON.stringify(method.levels) : null;
}

/** A … Z, then 27, 28 …: nobody has so many scales, but names must stay apart. */
function scaleName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

function toView(clause: Clause, parent: Clause | null, words: Words): ClauseView {
  const { criteria, language, read } = words;
  const method = describeMethod(criteria, clause, language);
  const scale = words.scales.get(scaleKey(clause) ?? '') ?? null;
  return {
    anchor: `clause-${clause.id}`,
    number: clause.number,
    title: read(clause.title),
    worth: worthOf(clause, parent, words),
    places: placesOf(clause, words),
    requirement: textBlocks(read(clause.requirement)),
    guidance: textBlocks(read(clause.guidance)),
    aggregate: clause.aggregate === null || clause.aggregate === 'sum' ? null : describeAggregate(clause.aggregate, language),
    method: method && scale ? { ...method, rows: method.rows.map((row) => ({ ...row, detail: null })) } : method,
    scale,
    notApplicable: method && describeNotApplicable(clause.notApplicable, language),
    atSites: clause.siteRollUp ? describeSiteRollUp(clause.siteRollUp, language) : null,
    maturity: maturityOf(clause, words),
    auditMethods: describeAuditMethods(clause.auditMethods, language) || null,
    evidence: clause.evidence.map(({ kind, title, required }) => ({
      kind: evidenceKindText(kind, language),
      title: read(title),
      required,
    })),
    clauses: clause.clauses.map((child) => toView(child, clause, words)),
  };
}

function placesOf({ onlyIn, pointsIn = {} }: Clause, { criteria, language, t }: Words): string[] {
  return [
    ...(onlyIn ? [t('choices.onlyIn', { names: choiceTitles(criteria, onlyIn, language) })] : []),
    ...Object.entries(pointsIn).map(([key, points]) =>
      t('choices.pointsIn', { name: choiceTitle(criteria, key, language), points: trimDecimal(points) }),
    ),
  ];
}

/** Points count under a sum, weights under a mean; under a minimum, a maximum or an explained clause neither does. */
function worthOf(clause: Clause, parent: Clause | null, { t }: Words): string | null {
  const aggregate = parent?.aggregate ?? 'sum';
  if (parent && parent.aggregate === null) return null;
  if (aggregate === 'sum') return t('criteriaPage.points', { points: trimDecimal(clause.points) });
  return aggregate === 'weighted-mean' ? t('method.weight', { weight: trimDecimal(clause.weight) }) : null;
}

function maturityOf({ maturity }: Clause, { criteria, t, read }: Words): string | null {
  if (maturity === null) return null;
  const label = read(criteria.maturity?.levels[maturity - 1] ?? null);
  return t('criteriaPage.maturityLevel', { level: maturity, label }).trim();
}
