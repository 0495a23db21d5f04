import type { Language } from '../../i18n/language.ts';
import { findClause } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { isOverdue, type RequestDeed, stateAfter } from '../../model/request-life.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ClauseGroup, EvidenceLine, Option } from '../evidence/evidence-pages.ts';
import type { EvidenceRequest, ListedRequest, RequestStep } from './request.ts';
import type { RequestFilter } from './request-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'requests/list': RequestListPage;
    'requests/own': OwnRequestsPage;
    'requests/show': RequestPage;
  }
}

export interface RequestLine extends Omit<EvidenceRequest, 'clauses'> {
  readonly href: string;
  readonly overdue: boolean;
  readonly clauses: readonly { readonly href: string; readonly number: string; readonly title: string }[];
}

export interface RequestListPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly list: Paged<RequestLine>;
  readonly filter: RequestFilter;
  readonly mayAsk: boolean;
  readonly showsClauses: boolean;
  readonly form: FormState;
  readonly groups: readonly ClauseGroup[];
  readonly sites: readonly Option[];
}

export interface OwnRequestsPage extends PageFrame {
  readonly list: Paged<ListedRequest & { readonly href: string; readonly overdue: boolean }>;
  readonly filter: RequestFilter;
  readonly ofCompany: boolean;
}

export interface RequestPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly request: RequestLine;
  readonly steps: readonly RequestStep[];
  readonly evidence: readonly EvidenceLine[];
  /** The deeds that are possible now for whoever looks. */
  readonly deeds: readonly RequestDeed[];
  /** The deed whose form comes back with what was typed. */
  readonly typed: RequestDeed | null;
  readonly form: FormState;
  readonly limit: string;
  readonly mostFiles: number;
  readonly showsClauses: boolean;
}

export function toRequestLine(request: EvidenceRequest, criteria: Criteria, language: Language, today: string): RequestLine {
  return {
    ...request,
    href: `/assessments/${request.assessmentId}/requests/${request.id}`,
    overdue: isOverdue(request, today),
    clauses: request.clauses.flatMap((id) => {
      const clause = findClause(criteria, id);
      if (!clause) return [];
      const title = textIn(clause.title, language, criteria.language);
      return [{ href: `/assessments/${request.assessmentId}/clauses/${id}`, number: clause.number || id, title }];
    }),
  };
}

const ofCompany: readonly Exclude<RequestDeed, 'ask'>[] = ['hand-in', 'decline'];
const ofAuditor: readonly Exclude<RequestDeed, 'ask'>[] = ['accept', 'return', 'postpone', 'withdraw'];

export function deedsFor(request: EvidenceRequest, may: { readonly answer: boolean; readonly ask: boolean }): RequestDeed[] {
  const own = [...(may.answer ? ofCompany : []), ...(may.ask ? ofAuditor : [])];
  return own.filter((deed) => stateAfter(request.state, deed) !== null);
}
