import { quoteSaid } from '../../catalog/difference/rating-quote.ts';
import type { UpgradeDeed, UpgradeEntry, UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import { type TextPart, wordParts } from '../../catalog/difference/word-parts.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { WhichView } from './upgrade-choice.ts';
import type { TargetNames } from './upgrade-forms.ts';
import { targetField } from './upgrade-forms.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-upgrades/map': MapPage;
    'criteria-upgrades/none': NonePage;
  }
}

/** What every page of a move says at its head. */
export interface UpgradeHead extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly criteriaTitle: string;
  readonly from: string;
  readonly to: string;
}

/** There is nothing newer to move to. */
export interface NonePage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly version: string;
}

/** Where each old clause goes, to be changed by a person. */
export interface MapPage extends UpgradeHead {
  readonly which: WhichView;
  readonly differenceAddress: string;
  readonly form: FormState;
  readonly eye: readonly MapLine[];
  readonly same: readonly MapLine[];
  /** How many stay; more than are listed where they are too many for a page. */
  readonly sameCount: number;
  readonly fresh: readonly { readonly name: string; readonly text: string }[];
  /** The clauses of the newer version, offered while one types. */
  readonly targets: readonly { readonly value: string; readonly label: string }[];
}

export interface MapLine {
  readonly deed: UpgradeDeed;
  readonly field: string;
  readonly value: string;
  readonly name: string;
  /** What the old clause asks, with what the new one no longer says marked. */
  readonly before: readonly TextPart[];
  readonly after: readonly { readonly name: string; readonly text: readonly TextPart[] }[];
  /** The rating in words; null: unrated. */
  readonly rating: string | null;
}

export interface MapSource {
  readonly dossier: Pick<Dossier, 'criteria' | 'ratings'>;
  readonly after: Criteria;
  readonly map: UpgradeMap;
  readonly names: TargetNames;
  readonly form: FormState;
  readonly language: Language;
}

/** Where more clauses stay as they are, they are not listed: a form has a limited number of fields. */
const mostListed = 2000;

export function mapLines(source: MapSource): Pick<MapPage, 'eye' | 'same' | 'sameCount' | 'fresh' | 'targets'> {
  const { after, map, names, form, language } = source;
  const isSame = ({ clause, deed }: UpgradeEntry) => deed === 'same' && !form.errors[targetField(clause)];
  const same = map.filter(isSame);
  const taken = new Set(map.flatMap(({ targets }) => targets));
  const rated = ratedClauses(after);
  return {
    eye: map.filter((entry) => !isSame(entry)).map((entry) => mapLine(entry, source)),
    same: same.length > mostListed ? [] : same.map((entry) => mapLine(entry, source)),
    sameCount: same.length,
    fresh: rated
      .filter(({ id }) => !taken.has(id))
      .map(({ id, requirement }) => ({
        name: clauseName(after, id, language),
        text: textIn(requirement, language, after.language),
      })),
    targets: rated.map(({ id, title }) => ({ value: names.nameOf(id), label: textIn(title, language, after.language) })),
  };
}

function mapLine({ clause, deed, targets }: UpgradeEntry, source: MapSource): MapLine {
  const { dossier, after, names, form, language } = source;
  const field = targetField(clause);
  const typed = form.values[field];
  const old = requirementOf(dossier.criteria, clause, language);
  const [only] = targets;
  const parts = targets.length === 1 && only !== undefined ? wordParts(old, requirementOf(after, only, language)) : null;
  return {
    deed,
    field,
    value: typeof typed === 'string' ? typed : targets.map(names.nameOf).join(', '),
    name: clauseName(dossier.criteria, clause, language),
    before: parts?.filter(({ part }) => part !== 'added') ?? plainPart(old),
    after: targets.map((id) => ({
      name: clauseName(after, id, language),
      text: parts?.filter(({ part }) => part !== 'removed') ?? plainPart(requirementOf(after, id, language)),
    })),
    rating: ratingWords(dossier, clause, language),
  };
}

function requirementOf(criteria: Criteria, id: string, language: Language): string {
  return textIn(findClause(criteria, id)?.requirement ?? null, language, criteria.language);
}

function plainPart(text: string): TextPart[] {
  return text === '' ? [] : [{ part: 'same', text }];
}

/** The rating of an old clause in words; null while it is unrated. */
export function ratingWords(
  { criteria, ratings }: Pick<Dossier, 'criteria' | 'ratings'>,
  id: string,
  language: Language,
): string | null {
  const clause = findClause(criteria, id);
  const said = ratings[id];
  return clause && said ? quoteSaid(criteria, clause, said, language) : null;
}

export function upgradeHead(
  assessment: { readonly id: string; readonly number: string },
  before: Criteria,
  after: Criteria,
  language: Language,
): UpgradeHead {
  return {
    title: `${translator(language)('criteriaUpgrade.title')} ${assessment.number}`,
    assessment: { id: assessment.id, number: assessment.number },
    criteriaTitle: textIn(after.title, language, after.language),
    from: before.version,
    to: after.version,
  };
}
