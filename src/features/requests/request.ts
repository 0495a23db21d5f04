import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import type { RequestDeed, RequestState } from '../../model/request-life.ts';

/** Something that auditors ask the company for. */
export interface EvidenceRequest {
  readonly id: string;
  readonly assessmentId: string;
  /** `R3`. */
  readonly reference: string;
  readonly text: string;
  readonly clauses: readonly string[];
  readonly siteId: string | null;
  readonly site: string | null;
  readonly dueOn: IsoDate;
  readonly state: RequestState;
  readonly revision: number;
  readonly askedBy: string;
  readonly askedById: string;
  readonly askedAt: IsoTime;
}

/** A request in a list over several assessments. */
export interface ListedRequest extends EvidenceRequest {
  readonly number: string;
  readonly organization: string;
}

export interface RequestStep {
  readonly at: IsoTime;
  readonly by: string;
  readonly deed: RequestDeed;
  readonly text: string;
}

export interface NewRequest {
  readonly text: string;
  readonly clauses: readonly string[];
  readonly siteId: string | null;
  readonly dueOn: IsoDate;
}
