import { markMerged } from './propose-upgrade.ts';
import type { UpgradeEntry, UpgradeMap } from './upgrade-map.ts';

/**
 * The map with the targets that a person chose, by old clause; entries that are not named stay as proposed. What a
 * changed entry is called follows from its targets, so that a map never contradicts itself.
 */
export function reviseUpgrade(proposal: UpgradeMap, chosen: ReadonlyMap<string, readonly string[]>): UpgradeMap {
  return markMerged(
    proposal.map((entry) => {
      const targets = chosen.get(entry.clause);
      return targets && targets.join('\n') !== entry.targets.join('\n') ? entryWith(entry.clause, targets) : entry;
    }),
  );
}

function entryWith(clause: string, targets: readonly string[]): UpgradeEntry {
  if (targets.length === 0) return { clause, deed: 'dropped', targets };
  return { clause, deed: targets.length > 1 ? 'split' : 'changed', targets };
}
