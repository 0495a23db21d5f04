export const rollUps = ['mean', 'minimum', 'pooled-sample', 'weighted-by-headcount'] as const;
export type RollUp = (typeof rollUps)[number];

/**
 * A clause that is rated at every site, and how these ratings become one; missing: it is rated once for all.
 * `mean`: of the shares at the sites; `minimum`: the lowest of them; `pooled-sample`: one sample of all items (for the
 * method `sample`); `weighted-by-headcount`: the mean with the people at each site as weight.
 */
export interface PerSiteRule {
  readonly rollUp: RollUp;
}
