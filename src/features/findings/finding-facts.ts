import type { FindingFacts } from '../../model/finding-life.ts';
import type { StoredFinding } from './finding.ts';

/** What the rules of a finding's life go by. */
export function factsOf({ kind, state, proof, verification, asked }: StoredFinding): FindingFacts {
  return { kind, state, proofs: proof.length, verified: verification !== null, asked: asked !== null };
}
