import { createHash } from 'node:crypto';

/**
 * Draws `wanted` different numbers from 1…`size` at random, in the order in which they are drawn. Anybody can draw them again
 * from the seed: number i is SHA-256 of `seed,i` (UTF-8, read as one whole number) modulo the size, plus 1; numbers that came
 * before are passed over. After Rivest's sampler for election audits (people.csail.mit.edu/rivest/sampler.py), where the
 * tiny bias of the modulus is argued to be harmless: it is below size ÷ 2^256.
 */
export function drawNumbers(seed: string, size: number, wanted: number): number[] {
  const drawn = new Set<number>();
  for (let index = 1; drawn.size < Math.min(wanted, size); index += 1) {
    const hash = createHash('sha256').update(`${seed},${index}`, 'utf8').digest('hex');
    drawn.add(Number(BigInt(`0x${hash}`) % BigInt(size)) + 1);
  }
  return [...drawn];
}

/** Every `step`-th number from `start` on, at most `wanted` of them; both count from 1. */
export function everyNth(start: number, step: number, size: number, wanted: number): number[] {
  const numbers: number[] = [];
  for (let number = start; number <= size && numbers.length < wanted; number += step) numbers.push(number);
  return numbers;
}
