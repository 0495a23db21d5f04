import type { AssessmentState, TeamRole } from '../../model/assessment-rights.ts';
import type { AssessmentKind, IsoDate, IsoTime, ResultKind } from '../../model/dossier.ts';

/** One run of rating, without what was rated. */
export interface Assessment {
  readonly id: string;
  /** Reference for people, `A-2026-0007`. */
  readonly number: string;
  readonly kind: AssessmentKind;
  readonly state: AssessmentState;
  readonly organizationId: string;
  readonly criteriaHash: string;
  readonly criteriaId: string;
  readonly criteriaVersion: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly targetGrade: string | null;
  readonly heldGrade: { readonly grade: string; readonly since: IsoDate } | null;
  readonly createdBy: string;
  readonly createdAt: IsoTime;
  readonly finishedAt: IsoTime | null;
  readonly finishedBy: string | null;
  /** Which of its kept results counts; null until it is reported. */
  readonly resultKind: ResultKind | null;
}

/** A member of the team, with what reports print of them. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  /** Works for the assessed company, not for the body. */
  readonly ofCompany: boolean;
  readonly registrationNumber: string | null;
  readonly teamRole: TeamRole;
}
