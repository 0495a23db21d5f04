import { createHash } from 'node:crypto';
import type { SamplingRule } from './certification-rule.ts';
import type { Decimal } from './criteria.ts';
import type { AssessmentKind, IsoDate } from './dossier.ts';
import { parseDecimal } from './fraction.ts';

/**
 * How sites are drawn when criteria name no rule: √x at first, 0.6 √x at surveillance, 0.8 √x at recertification, rounded
 * up, and a quarter of them at random, after IAF MD 1 (European Accreditation, FAQ 42.6 and 46.5).
 */
export const commonSamplingRule: SamplingRule = {
  suited: true,
  initial: '1',
  surveillance: '0.6',
  recertification: '0.8',
  random: '0.25',
};

/** A site as it was when it was drawn. Its place in the list, from 1, is its number in the draw. */
export interface PopulationSite {
  readonly id: string;
  readonly name: string;
  readonly headcount: number | null;
  readonly central: boolean;
  /** Last day of the last audit that was there; null: none was. */
  readonly lastAudited: IsoDate | null;
}

/** Why a site is in the sample or not. `longest`: audited longest ago of those that were left, or never. */
export const siteReasons = ['central', 'all', 'random', 'longest', 'not-drawn'] as const;
export type SiteReason = (typeof siteReasons)[number];

export interface DrawnSite extends PopulationSite {
  readonly number: number;
  readonly chosen: boolean;
  readonly reason: SiteReason;
  /** SHA-256 of seed and number: what decides at random. */
  readonly lot: string;
}

/** How many sites other than the central function are audited, and how many of those at random. */
export interface SampleSize {
  readonly sites: number;
  readonly random: number;
}

/**
 * The least whole number not below factor × √x, in whole numbers alone: for the factor p/q the least y with (q y)² ≥ p² x.
 * A square root in floating point would be wrong at perfect squares.
 */
export function rootTimes(factor: Decimal, x: number): number {
  const { numerator: p, denominator: q } = parseDecimal(factor);
  return Number(dividedUp(rootUp(p * p * BigInt(x)), q));
}

/** For x sites other than the central function. Where sampling does not suit, all; at surveillance 30 %, rounded up. */
export function sampleSize(rule: SamplingRule, kind: AssessmentKind, x: number): SampleSize {
  const sites = Math.min(x, sitesOf(rule, kind, x));
  return { sites, random: sites === x ? 0 : shareUp(rule.random, sites) };
}

function sitesOf(rule: SamplingRule, kind: AssessmentKind, x: number): number {
  if (!rule.suited) return kind === 'surveillance' ? shareUp('0.3', x) : x;
  return rootTimes(factorOf(rule, kind), x);
}

/** A special assessment looks as close as an initial one. */
export function factorOf(rule: SamplingRule, kind: AssessmentKind): Decimal {
  return kind === 'surveillance' || kind === 'recertification' ? rule[kind] : rule.initial;
}

/**
 * Draws the sites to be audited. The central function always; at random those with the lowest lots; then those that were
 * audited longest ago or never, of these the ones with more people, of these the lower lot. The same list and seed give
 * the same sample on any machine.
 */
export function drawSites(
  population: readonly PopulationSite[],
  rule: SamplingRule,
  kind: AssessmentKind,
  seed: string,
): DrawnSite[] {
  const sites = population.map((site, index) => ({ ...site, number: index + 1, lot: lotOf(seed, index + 1) }));
  const others = sites.filter(({ central }) => !central);
  const size = sampleSize(rule, kind, others.length);
  const byLot = [...others].sort((a, b) => compare(a.lot, b.lot));
  const random = new Set(byLot.slice(0, size.random).map(({ id }) => id));
  const left = byLot.filter(({ id }) => !random.has(id)).sort(byNeed);
  const longest = new Set(left.slice(0, size.sites - size.random).map(({ id }) => id));

  return sites.map((site): DrawnSite => {
    if (site.central) return { ...site, chosen: true, reason: 'central' };
    if (size.sites === others.length) return { ...site, chosen: true, reason: 'all' };
    if (random.has(site.id)) return { ...site, chosen: true, reason: 'random' };
    const chosen = longest.has(site.id);
    return { ...site, chosen, reason: chosen ? 'longest' : 'not-drawn' };
  });
}

/** The lot of a number: SHA-256 of `<seed>:<number>` in hexadecimal, as `printf '<seed>:<number>' | sha256sum` prints it. */
export function lotOf(seed: string, number: number): string {
  return createHash('sha256').update(`${seed}:${number}`).digest('hex');
}

/** What has changed since the draw; both empty when the sample still stands. */
export interface SamplingChange {
  /** Names of sites that were not there, and of those that are gone or whose central function moved. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Compares the list that was drawn from with the sites as they are now. */
export function samplingChange(
  drawn: readonly Pick<PopulationSite, 'id' | 'name' | 'central'>[],
  now: readonly Pick<PopulationSite, 'id' | 'name' | 'central'>[],
): SamplingChange {
  const keyOf = ({ id, central }: { readonly id: string; readonly central: boolean }) => `${id} ${central}`;
  const [before, after] = [new Set(drawn.map(keyOf)), new Set(now.map(keyOf))];
  return {
    added: now.filter((site) => !before.has(keyOf(site))).map(({ name }) => name),
    gone: drawn.filter((site) => !after.has(keyOf(site))).map(({ name }) => name),
  };
}

/** Never audited first, then the longest ago, then the most people, then the lower lot. */
function byNeed(a: PopulationSite & { readonly lot: string }, b: PopulationSite & { readonly lot: string }): number {
  return compare(a.lastAudited ?? '', b.lastAudited ?? '') || (b.headcount ?? 0) - (a.headcount ?? 0) || compare(a.lot, b.lot);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The least whole number not below share × x. */
export function shareUp(share: Decimal, x: number): number {
  const { numerator, denominator } = parseDecimal(share);
  return Number(dividedUp(numerator * BigInt(x), denominator));
}

function dividedUp(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

/** The least whole number whose square is not below n, by Newton's method in whole numbers. */
function rootUp(n: bigint): bigint {
  if (n < 2n) return n;
  let root = n;
  for (let next = (root + 1n) / 2n; next < root; next = (root + n / root) / 2n) root = next;
  return root * root === n ? root : root + 1n;
}
