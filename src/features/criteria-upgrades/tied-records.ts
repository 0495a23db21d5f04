import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { MovedRecord } from './moved-records.ts';
import { type ClauseRow, moveTied, type TiedState } from './tied-state.ts';

interface Move {
  readonly before: Criteria;
  readonly after: Criteria;
  readonly map: UpgradeMap;
  readonly language: Language;
}

/** What becomes of requests, agenda, samples, surveys and of who rates what. Only what differs. */
export function tiedRecords(state: TiedState, names: ReadonlyMap<string, string>, move: Move): MovedRecord[] {
  const { before, after, language } = move;
  const t = translator(language);
  const moved = moveTied(state, move);
  const list = (criteria: Criteria, ids: readonly string[]) =>
    ids.map((id) => clauseName(criteria, id, language)).join(t('upgrade.listSeparator'));
  const record = (name: string, from: readonly string[], to: readonly string[]): MovedRecord[] => {
    const standing = to.filter((id) => findClause(after, id));
    const [old, now] = [list(before, from), list(after, standing)];
    if (old === now || from.length === 0) return [];
    return [{ name, before: old, after: now || t('criteriaUpgrade.noClause'), loosened: now === '' }];
  };
  const named = (key: 'criteriaUpgrade.request' | 'criteriaUpgrade.agenda' | 'criteriaUpgrade.sample', id: string) =>
    t(key, { name: names.get(id) ?? '' });
  const clausesOf = (rows: readonly ClauseRow[]) => [...new Set(rows.map(({ clause_id }) => clause_id))];
  return [
    ...Object.entries(state.requests).flatMap(([id, ids]) =>
      record(named('criteriaUpgrade.request', id), ids, moved.requests[id] ?? []),
    ),
    ...Object.entries(state.agenda).flatMap(([id, ids]) =>
      record(named('criteriaUpgrade.agenda', id), ids, moved.agenda[id] ?? []),
    ),
    ...Object.entries(state.samples).flatMap(([id, clause]) =>
      record(named('criteriaUpgrade.sample', id), [clause], [moved.samples[id] ?? clause]),
    ),
    ...record(t('criteriaUpgrade.surveys'), surveyed(state), surveyed(moved)),
    ...record(t('criteriaUpgrade.assigned'), clausesOf(state.assigned), clausesOf(moved.assigned)),
    ...record(t('criteriaUpgrade.independent'), clausesOf(state.independent), clausesOf(moved.independent)),
  ];
}

function surveyed({ surveys }: TiedState): string[] {
  return [...new Set(Object.values(surveys).flatMap(({ columns }) => columns.flatMap((clause) => clause ?? [])))];
}
