import type { IsoDate } from './dossier.ts';
import { bindingTies, type PastTie } from './independence.ts';

/** The parts in a certification of which nobody takes two. */
export const caseParts = ['rate', 'review', 'decide'] as const;
export type CasePart = (typeof caseParts)[number];

export interface Hand {
  readonly userId: string;
  readonly part: CasePart;
}

/** Why somebody may not take a part: another part is theirs already, or they worked for the company or advised it. */
export type EyesObjection = { readonly rule: 'part'; readonly part: CasePart } | { readonly rule: 'tie'; readonly tie: PastTie };

export interface EyesFacts {
  /** Parts taken so far, and the whole team of the audit with `rate`. */
  readonly hands: readonly Hand[];
  /** Their ties with the company. */
  readonly ties: readonly PastTie[];
  readonly today: IsoDate;
}

/** Everything that stands against giving somebody that part. Empty: they may take it, also again. */
export function eyesObjections(userId: string, part: CasePart, { hands, ties, today }: EyesFacts): EyesObjection[] {
  const others = new Set(hands.filter((hand) => hand.userId === userId && hand.part !== part).map((hand) => hand.part));
  return [
    ...[...others].map((taken) => ({ rule: 'part' as const, part: taken })),
    ...bindingTies(ties, { from: today, to: today }).map((tie) => ({ rule: 'tie' as const, tie })),
  ];
}
