import { describeClauseChange, nameWithId, type Reader } from '../catalog/difference/describe-difference.ts';
import { describeHeadChange } from '../catalog/difference/describe-head.ts';
import { type CriteriaDifference, isEmptyDifference } from '../catalog/difference/difference.ts';
import { translator } from '../i18n/translate.ts';

/** The difference to read in a terminal. */
export function differenceLines(difference: CriteriaDifference, reader: Reader): string[] {
  const { before, after, language } = reader;
  const t = translator(language);
  const { added, removed, changed, head, suggestions } = difference;
  const versions = t('difference.versions', {
    before: `${before.id} ${before.version}`,
    after: `${after.id} ${after.version}`,
  });
  if (isEmptyDifference(difference)) return [versions, t('difference.none')];
  const counts = { added: added.length, removed: removed.length, changed: changed.length, head: head.length };
  return [
    versions,
    t('difference.counts', counts),
    ...section(
      t('difference.added'),
      added.map((id) => `+ ${nameWithId(after, id, language)}`),
    ),
    ...section(
      t('difference.removed'),
      removed.map((id) => `- ${nameWithId(before, id, language)}`),
    ),
    ...section(
      t('difference.suggestions'),
      suggestions.map(({ before: from, after: to, likeness }) =>
        t('difference.suggestion', {
          before: nameWithId(before, from, language),
          after: nameWithId(after, to, language),
          percent: Math.round(likeness * 100),
        }),
      ),
    ),
    ...section(
      t('difference.changed'),
      changed.flatMap(({ id, changes }) => [
        `* ${nameWithId(after, id, language)}`,
        ...changes.map((change) => `    ${describeClauseChange(change, reader)}`),
      ]),
    ),
    ...section(
      t('difference.head'),
      head.flatMap((change) => describeHeadChange(change, reader)),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
