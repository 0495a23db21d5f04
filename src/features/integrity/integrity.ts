/**
 * `changed`: the bytes are not those that were handed in; `missing`: on record without bytes; `unreadable`: the disk refuses;
 * `unused`: on record, but nothing refers to it; `stray`: bytes that are not on record.
 */
export const integrityProblems = ['changed', 'missing', 'unreadable', 'unused', 'stray'] as const;
export type IntegrityProblem = (typeof integrityProblems)[number];

/** Those by which evidence is lost; the others only take room. */
export const graveProblems: readonly IntegrityProblem[] = ['changed', 'missing', 'unreadable'];

export interface IntegrityFinding {
  readonly what: IntegrityProblem;
  /** SHA-256 as on record, or the path of a stray file within the store. */
  readonly name: string;
  /** Bytes as on record, or as found where there is no record. */
  readonly size: number;
  /** The evidence that it is the file of, ten pieces at most. */
  readonly usedBy: readonly FileUse[];
}

/** A piece of evidence as the list of trouble names it. */
export interface FileUse {
  readonly assessment: string;
  readonly reference: string;
  readonly title: string;
  readonly fileName: string;
  readonly href: string;
}

export interface IntegrityResult {
  /** Files that were hashed again, and their bytes. */
  readonly checked: number;
  readonly bytes: number;
  readonly findings: readonly IntegrityFinding[];
  /** Findings beyond the first thousand, which are counted only. */
  readonly more: number;
}

export function isGrave({ what }: IntegrityFinding): boolean {
  return graveProblems.includes(what);
}
