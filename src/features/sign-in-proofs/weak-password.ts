import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.ts';

const listPath = join(projectRoot, 'src', 'features', 'sign-in-proofs', 'common-passwords.txt');

/** Words that every guesser tries here first. */
const ownWords = ['assay', 'hengzhun', '衡准', 'aftersales', 'audit'];

let list: ReadonlySet<string> | null = null;

/** Why a password is too easy to guess: it is on the list of common ones, or made of the person's or the product's name. */
export type Weakness = 'common' | 'own-name';

/**
 * Whether somebody who knows the person would guess the password early; null when not. Width, case and what is put before or
 * behind a word (`Password2026!`) make no difference.
 */
export function weaknessOf(password: string, names: readonly string[]): Weakness | null {
  const folded = fold(password);
  const core = coreOf(folded);
  list ??= readList();
  if (isMonotonous(folded) || list.has(folded) || (core.length >= 4 && list.has(core))) return 'common';
  const squeezed = folded.replace(/[\s._@+-]+/g, '');
  const isOf = (name: string) => name.length >= 2 && squeezed.includes(name) && squeezed.length - name.length < 6;
  return [...names.flatMap(partsOf), ...ownWords].some(isOf) ? 'own-name' : null;
}

function readList(): ReadonlySet<string> {
  const lines = readFileSync(listPath, 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Without digits and signs at both ends: what most people add to make a word a password. */
function coreOf(folded: string): string {
  return folded.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');
}

/** A name as a whole, without its spaces, and of an address what stands before the @. */
function partsOf(name: string): string[] {
  const folded = fold(name);
  const squeeze = (text: string) => text.replace(/[\s._@+-]+/g, '');
  return [squeeze(folded), squeeze(folded.split('@')[0] ?? '')];
}

/** One to three characters again and again, or a run such as `0123456789`. */
function isMonotonous(folded: string): boolean {
  const codes = [...folded].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const isRun = (step: number) => steps.filter((each) => each === step).length >= steps.length - 1;
  return /^(.{1,3})\1+.?$/u.test(folded) || isRun(1) || isRun(-1);
}
