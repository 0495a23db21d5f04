import type { IsoDate } from './dossier.ts';

/** Waits for the company; waits for the auditor (handed in or declined); waits for the company again; settled either way. */
export const requestStates = ['open', 'handed-in', 'declined', 'returned', 'accepted', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestDeeds = ['ask', 'hand-in', 'decline', 'return', 'accept', 'withdraw', 'postpone'] as const;
export type RequestDeed = (typeof requestDeeds)[number];

type Step = { readonly from: readonly RequestState[]; readonly to: RequestState | null };

/** States in which the company is to do something. */
export const waitsForCompany: readonly RequestState[] = ['open', 'returned'];
const answered: readonly RequestState[] = ['handed-in', 'declined'];

/** Deed → the states in which it is possible and the one that follows; null: it stays. Handing in again adds to what is there. */
const steps: Readonly<Record<Exclude<RequestDeed, 'ask'>, Step>> = {
  'hand-in': { from: [...waitsForCompany, ...answered], to: 'handed-in' },
  decline: { from: waitsForCompany, to: 'declined' },
  return: { from: answered, to: 'returned' },
  accept: { from: answered, to: 'accepted' },
  withdraw: { from: [...waitsForCompany, ...answered], to: 'withdrawn' },
  postpone: { from: waitsForCompany, to: null },
};

/** The state after that deed; null when it is not possible in this one. */
export function stateAfter(state: RequestState, deed: Exclude<RequestDeed, 'ask'>): RequestState | null {
  const step = steps[deed];
  return step.from.includes(state) ? (step.to ?? state) : null;
}

/** The company has not answered, and the due day is over. */
export function isOverdue({ state, dueOn }: { readonly state: RequestState; readonly dueOn: IsoDate }, today: IsoDate): boolean {
  return waitsForCompany.includes(state) && dueOn < today;
}
