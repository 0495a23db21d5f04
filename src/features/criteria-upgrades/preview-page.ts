import type { UpgradeOutcome } from '../../catalog/difference/apply-upgrade.ts';
import { previewUpgrade, type UpgradePreview } from '../../catalog/difference/upgrade-dossier.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import type { Language } from '../../i18n/language.ts';
import { type Message, translateMessage, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import { describeOutcome } from '../../model/explain.ts';
import { gradeLabel } from '../../model/explain-condition.ts';
import type { Result } from '../../model/result.ts';
import { ratingWords, type UpgradeHead } from './map-page.ts';
import { type MovedRecord, movedRecords, type Records } from './moved-records.ts';
import { tiedRecords } from './tied-records.ts';
import type { TiedState } from './tied-state.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-upgrades/preview': PreviewPage;
  }
}

/** What the move would do to each rating and record and to the score. */
export interface PreviewPage extends UpgradeHead {
  readonly figures: readonly Figures[];
  /** The results in words; null while both are incomplete, where the figures say all. */
  readonly sentences: { readonly before: string; readonly after: string } | null;
  readonly groups: readonly OutcomeGroup[];
  readonly records: readonly MovedRecord[];
  /** The map and the fingerprint of what was shown, to be sent on. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly problem: Message | null;
}

export interface Figures {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

export interface OutcomeGroup {
  readonly happened: UpgradeOutcome['happened'];
  readonly lines: readonly OutcomeLine[];
}

export interface OutcomeLine {
  readonly before: readonly { readonly name: string; readonly rating: string | null }[];
  /** null: it goes nowhere. */
  readonly after: string | null;
  readonly because: string | null;
  /** As the note will read; null where it stays or there is none. */
  readonly note: string | null;
}

export interface PreviewSource {
  readonly dossier: Dossier;
  readonly after: Criteria;
  readonly map: UpgradeMap;
  readonly records: Records;
  readonly tied: TiedState;
  /** Of requests, items of the agenda and samples, by id. */
  readonly tiedNames: ReadonlyMap<string, string>;
  readonly language: Language;
}

/** What asks for attention stands first. */
const order = ['unrated', 'look', 'dropped', 'new', 'open', 'kept'] as const satisfies readonly UpgradeOutcome['happened'][];

export function previewParts(source: PreviewSource): Pick<PreviewPage, 'figures' | 'sentences' | 'groups' | 'records'> {
  const { dossier, after, map, records, tied, tiedNames, language } = source;
  const move = { before: dossier.criteria, after, map, language };
  const preview = previewUpgrade(dossier, { after, map, language });
  return {
    figures: figuresOf(dossier.criteria, after, preview, language),
    sentences: sentencesOf(dossier.criteria, after, preview, language),
    groups: order
      .map((happened) => ({
        happened,
        lines: preview.outcomes.filter((one) => one.happened === happened).map((one) => outcomeLine(one, source, preview)),
      }))
      .filter(({ lines }) => lines.length > 0),
    records: [...movedRecords(records, move), ...tiedRecords(tied, tiedNames, move)],
  };
}

function sentencesOf(
  old: Criteria,
  now: Criteria,
  { before, after }: UpgradePreview,
  language: Language,
): PreviewPage['sentences'] {
  if (before.outcome === 'incomplete' && after.outcome === 'incomplete') return null;
  return { before: describeOutcome(old, before, language), after: describeOutcome(now, after, language) };
}

function figuresOf(old: Criteria, now: Criteria, { before, after }: UpgradePreview, language: Language): Figures[] {
  const t = translator(language);
  const line = (name: string, from: string, to: string): Figures => ({ name, before: from, after: to, differs: from !== to });
  const incomplete = before.outcome === 'incomplete' || after.outcome === 'incomplete';
  const grade = gradeLine(old, before, now, after, language);
  const coverage = ({ coverage: { rated, applicable } }: Result) => `${rated} / ${applicable}`;
  return [
    line(t('criteriaUpgrade.coverage'), coverage(before), coverage(after)),
    line(t('criteriaUpgrade.soFar'), before.score.shown, after.score.shown),
    line(t('criteriaUpgrade.floor'), before.floor.shown, after.floor.shown),
    line(t('criteriaUpgrade.ceiling'), before.ceiling.shown, after.ceiling.shown),
    ...(grade ? [line(t(incomplete ? 'criteriaUpgrade.gradeSoFar' : 'criteriaUpgrade.grade'), ...grade)] : []),
  ];
}

function gradeLine(old: Criteria, before: Result, now: Criteria, after: Result, language: Language): [string, string] | null {
  if (old.grades.length === 0 && now.grades.length === 0) return null;
  const none = translator(language)('criteriaUpgrade.noGrade');
  const label = (criteria: Criteria, { outcome, grade, band }: Result) => {
    const shown = outcome === 'incomplete' ? band : grade;
    return shown === null ? none : gradeLabel(criteria, shown, language);
  };
  return [label(old, before), label(now, after)];
}

function outcomeLine({ target, sources, because }: UpgradeOutcome, source: PreviewSource, preview: UpgradePreview): OutcomeLine {
  const { dossier, after, language } = source;
  const note = target === null ? '' : (preview.dossier.ratings[target]?.note ?? '');
  const stays = sources.some((id) => dossier.ratings[id]?.note === note);
  return {
    before: sources.map((id) => ({
      name: clauseName(dossier.criteria, id, language),
      rating: ratingWords(dossier, id, language),
    })),
    after: target === null ? null : clauseName(after, target, language),
    because: because && translateMessage(because, language),
    note: note === '' || stays ? null : note,
  };
}
