import type { FindingDeed } from '../../model/finding-life.ts';

/** The deeds that are done by a small form on the page of a finding: where it goes, and what it asks. The way forward stands first and open. */
export const deedForms = {
  accept: { path: 'acceptance', text: 'optional', day: null },
  verify: { path: 'verification', text: 'required', day: 'required' },
  sendBack: { path: 'return', text: 'required', day: 'optional' },
  close: { path: 'closure', text: 'optional', day: null },
  giveTime: { path: 'extension-grant', text: 'optional', day: null },
  refuseTime: { path: 'extension-refusal', text: 'required', day: null },
  withdraw: { path: 'withdrawal', text: 'required', day: null },
  askTime: { path: 'extension', text: 'required', day: 'required' },
  comment: { path: 'comments', text: 'required', day: null },
} as const satisfies Partial<Record<FindingDeed, DeedForm>>;

interface DeedForm {
  readonly path: string;
  readonly text: 'required' | 'optional';
  readonly day: 'required' | 'optional' | null;
}

export type FormDeed = keyof typeof deedForms;
export const formDeeds = Object.keys(deedForms) as readonly FormDeed[];
