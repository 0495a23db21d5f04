/** An estimate with the interval that covers the true value with that confidence. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Confidence of every interval here. */
export const confidence = 0.95;

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle of sorted values; of an even number the mean of the two in the middle. */
export function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Sample standard deviation, with n − 1; 0 for a single value. */
export function deviationOf(values: readonly number[], mean: number): number {
  if (values.length < 2) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/**
 * Student's t interval of a mean, mean ± t(n − 1) · s / √n (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2); null
 * for fewer than two values, which say nothing of how they scatter.
 */
export function meanInterval(n: number, mean: number, deviation: number): Interval | null {
  if (n < 2) return null;
  const half = (tQuantile(n - 1) * deviation) / Math.sqrt(n);
  return { from: mean - half, to: mean + half };
}

/** Wilson's score interval of a share (Wilson 1927; recommended by Brown, Cai and DasGupta 2001); null when nothing was counted. */
export function shareInterval(n: number, hits: number): Interval | null {
  if (n === 0) return null;
  const z = 1.959963984540054;
  const share = hits / n;
  const base = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / base;
  const half = (z / base) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}

/** Tukey's outer limits: what lies more than one and a half times the middle half beyond it stands out. */
export function fences(sorted: readonly number[]): Interval {
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = 1.5 * (high - low);
  return { from: low - reach, to: high + reach };
}

/** By straight lines between the sorted values (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The value that Student's t with so many degrees of freedom exceeds with 2.5 %; found by halving, to nine digits. */
export function tQuantile(freedom: number): number {
  let [low, high] = [0, 13];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (tTail(middle, freedom) > (1 - confidence) / 2) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(T > t) for t ≥ 0, by the incomplete beta function. */
function tTail(t: number, freedom: number): number {
  return 0.5 * incompleteBeta(freedom / (freedom + t ** 2), freedom / 2, 0.5);
}

/** Regularised I_x(a, b), by its continued fraction (NIST DLMF 8.17.22) on the side on which that converges. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Evaluated by the modified method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1), tiny);
  let value = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const part of [even, odd]) {
      d = 1 / safe(1 + part * d, tiny);
      c = safe(1 + part / c, tiny);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return value;
}

function safe(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln Γ(x) for x > 0 by Stirling's series (NIST DLMF 5.11.1), after lifting x above ten. */
function logGamma(x: number): number {
  let [value, shift] = [x, 0];
  while (value < 10) {
    shift += Math.log(value);
    value += 1;
  }
  const inverse = 1 / value ** 2;
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / value;
  return (value - 0.5) * Math.log(value) - value + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
