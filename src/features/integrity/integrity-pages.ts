import type { PageFrame } from '../../web/pages.ts';
import { type IntegrityFinding, type IntegrityProblem, integrityProblems, isGrave } from './integrity.ts';
import type { IntegrityRun } from './integrity-run-store.ts';
import type { ScansPart } from './read-scans.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'integrity/integrity': IntegrityPage & { readonly scans: ScansPart };
  }
}

export interface IntegrityPage extends PageFrame {
  /** The run that is under way. */
  readonly running: IntegrityRun | null;
  /** The last one that ended. */
  readonly last: IntegrityRun | null;
  /** Something is lost or altered. */
  readonly trouble: boolean;
  /** What the last run found, by kind, the gravest first; kinds without any are left out. */
  readonly groups: readonly { readonly what: IntegrityProblem; readonly findings: readonly IntegrityFinding[] }[];
  readonly earlier: readonly (IntegrityRun & { readonly trouble: number })[];
}

/** A run that says nothing for so long is no longer under way. */
const longestSilence = 10 * 60 * 1000;

export function toIntegrityPage(runs: readonly IntegrityRun[], now: Date, title: string): IntegrityPage {
  const isAlive = ({ endedAt, seenAt }: IntegrityRun) => endedAt === null && now.getTime() - Date.parse(seenAt) < longestSilence;
  const ended = runs.filter(({ endedAt }) => endedAt !== null);
  const [last = null] = ended;
  return {
    title,
    running: runs.find(isAlive) ?? null,
    last,
    trouble: last?.findings.some(isGrave) ?? false,
    groups: integrityProblems
      .map((what) => ({ what, findings: last?.findings.filter((finding) => finding.what === what) ?? [] }))
      .filter(({ findings }) => findings.length > 0),
    earlier: ended.slice(1).map((run) => ({ ...run, trouble: run.findings.filter(isGrave).length })),
  };
}
