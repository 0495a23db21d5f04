import type { Db } from '../../db/db.ts';
import type { Language } from '../../i18n/language.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ClauseGroup } from '../evidence/evidence-pages.ts';
import { fits, type ProposedRating, type RatingProposal, sameRating } from './rating-proposal.ts';
import type { CountedSample, DrawMethod, SampleItem } from './sample.ts';
import { listSamples } from './sample-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'samples/list': SampleListPage;
    'samples/show': SamplePage;
  }
}

export interface SampleLine extends CountedSample {
  readonly href: string;
  readonly clause: string;
  readonly clauseHref: string;
}

export interface SampleListPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly samples: readonly SampleLine[];
  readonly mayDraw: boolean;
  readonly form: FormState;
  readonly methods: readonly DrawMethod[];
  readonly groups: readonly ClauseGroup[];
}

export interface SamplePage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly sample: SampleLine;
  readonly items: readonly SampleItem[];
  readonly mayChange: boolean;
  readonly mayRate: boolean;
  /** The clause is rated by samples at all. */
  readonly takesSamples: boolean;
  readonly proposal: RatingProposal;
  readonly form: FormState;
}

export function toSampleLine(sample: CountedSample, criteria: Criteria, language: Language): SampleLine {
  const home = `/assessments/${sample.assessmentId}`;
  return {
    ...sample,
    href: `${home}/samples/${sample.id}`,
    clause: clauseName(criteria, sample.clauseId, language),
    clauseHref: `${home}/clauses/${sample.clauseId}`,
  };
}

/** What the sample says of its clause, as far as it was looked at. */
export function sampleProposal(sample: CountedSample, clause: Pick<Clause, 'method'>, current: Rating | null): RatingProposal {
  const href = `/assessments/${sample.assessmentId}/samples/${sample.id}`;
  const { looked, failed } = sample.count;
  const figures: ProposedRating = { by: 'sample', size: looked, failed };
  const rating = looked > 0 && fits(clause, figures) ? figures : null;
  return {
    name: `${sample.reference} ${sample.title}`,
    href,
    useHref: `${href}/rating`,
    rating,
    agrees: sameRating(rating, current),
  };
}

/** The samples of a clause as the workbench shows them. */
export async function sampleProposals(
  db: Db,
  assessmentId: string,
  clause: Clause,
  current: Rating | null,
): Promise<RatingProposal[]> {
  const samples = await listSamples(db, assessmentId, clause.id);
  return samples.map((sample) => sampleProposal(sample, clause, current));
}
