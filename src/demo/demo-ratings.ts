import type { Deps } from '../deps.ts';
import type { AssignmentWay } from '../features/assignments/assignment-forms.ts';
import { assignClauses } from '../features/assignments/assignment-service.ts';
import { saveRating } from '../features/ratings/rating-service.ts';
import { submitRatings } from '../features/ratings/submission-service.ts';
import type { Rating } from '../model/rating.ts';
import type { DemoPeople, DemoPerson } from './demo-people.ts';
import { toRatingInput } from './import-dossier.ts';

/** What two auditors say of a clause when neither sees the other's rating; null: not rated yet. */
interface RatedApart {
  readonly clauseId: string;
  readonly first: { readonly rating: Rating; readonly note: string };
  readonly second: { readonly rating: Rating; readonly note: string } | null;
}

/** Nobody has rated these in the example. */
const apart: readonly RatedApart[] = [
  {
    clauseId: 'service-concept',
    first: { rating: { by: 'met', met: true }, note: '服务理念经总经理批准，官网和门店均已公示。' },
    second: { rating: { by: 'met', met: false }, note: '苏州网点张贴的仍是旧版口号，与官网不一致。' },
  },
  {
    clauseId: 'concept-awareness',
    first: { rating: { by: 'sample', size: 15, failed: 2 }, note: '访谈员工 15 人，2 人说不出服务理念的内容。' },
    second: { rating: { by: 'sample', size: 15, failed: 3 }, note: '访谈员工 15 人，2 人不知道，1 人只记得口号。' },
  },
  {
    clauseId: 'service-promise',
    first: { rating: { by: 'met', met: true }, note: '承诺书在官网公开，内容具体可核查。' },
    second: { rating: { by: 'met', met: true }, note: '承诺书随货附带，时限与赔付标准写明。' },
  },
  {
    clauseId: 'culture-practice',
    first: { rating: { by: 'level', level: 3 }, note: '有年度文化建设计划，覆盖全部网点。' },
    second: null,
  },
];

/**
 * Some clauses of an open audit, rated independently by the leader and the second auditor: differently, alike, and one that
 * still waits; and a section that the second auditor rates alone.
 */
export async function addDemoRatings(deps: Deps, assessmentId: string, { lead, secondAuditor }: DemoPeople): Promise<void> {
  const assign = (clauses: readonly string[], people: readonly DemoPerson[], way: AssignmentWay) =>
    assignClauses(deps, lead.actor, assessmentId, {
      clauses: [...clauses],
      people: people.map(({ account }) => account.id),
      way,
    });
  await assign(['commodity-information'], [secondAuditor], 'together');
  await assign(
    apart.map(({ clauseId }) => clauseId),
    [lead, secondAuditor],
    'independently',
  );
  for (const { clauseId, first, second } of apart) {
    await say(deps, lead, { assessmentId, clauseId }, first);
    if (second) await say(deps, secondAuditor, { assessmentId, clauseId }, second);
  }
}

async function say(
  deps: Deps,
  { actor }: DemoPerson,
  place: Parameters<typeof saveRating>[2],
  { rating, note }: { readonly rating: Rating; readonly note: string },
): Promise<void> {
  await saveRating(deps, actor, place, toRatingInput(rating, note));
  await submitRatings(deps, actor, place.assessmentId, place.clauseId);
}
