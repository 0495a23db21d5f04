/**
 * Where the ratings of an older version go when an assessment is moved to a newer one: one entry for each old clause that is
 * rated. Plain JSON; proposed by `proposeUpgrade`, then changed by a person as needed.
 */
export type UpgradeMap = readonly UpgradeEntry[];

export interface UpgradeEntry {
  /** Id of the old clause. */
  readonly clause: string;
  readonly deed: UpgradeDeed;
  /** Ids of new clauses that are rated: none when dropped, several when split. */
  readonly targets: readonly string[];
}

/**
 * `same`: asks and is rated as before. `changed`: worded, numbered by id or rated otherwise, so someone has to look.
 * `split`: several new clauses ask for it. `merged`: it and others became one. `dropped`: no longer asked for.
 */
export const upgradeDeeds = ['same', 'changed', 'split', 'merged', 'dropped'] as const;
export type UpgradeDeed = (typeof upgradeDeeds)[number];
