import type { Deps } from '../deps.ts';
import { listSites } from '../features/organizations/site-store.ts';
import { saveRating } from '../features/ratings/rating-service.ts';
import type { Rating } from '../model/rating.ts';
import type { DemoPeople } from './demo-people.ts';
import { toRatingInput } from './import-dossier.ts';

type Said = readonly [rating: Rating, note: string];

/** Said once for the organization. */
const once: Readonly<Record<string, Said>> = {
  'call-answered': [{ by: 'sample', size: 20, failed: 2 }, '两次在午间转入语音菜单后无人接听。'],
  'first-contact-answer': [{ by: 'sample', size: 20, failed: 3 }, '保修期的答复与官网不一致。'],
  'visit-conduct': [{ by: 'checklist', present: ['identity', 'price-told', 'tidy', 'confirmation'] }, '多数上门没有铺垫。'],
  satisfaction: [{ by: 'measure', value: '91' }, '有效样本 120 份。'],
  recommendation: [{ by: 'measure', value: '63' }, ''],
  'service-standards': [{ by: 'level', level: 4 }, '标准公布在官网，按月统计达成率。'],
  'own-monitoring': [{ by: 'level', level: 3 }, ''],
  complaints: [{ by: 'sample', size: 20, failed: 1 }, '一件没有写明原因。'],
};

/** Said at each site, in the order of the sites; null: not rated there yet. */
const atSites: Readonly<Record<string, readonly (Said | null)[]>> = {
  'visit-on-time': [
    [{ by: 'not-applicable', reason: '总部不派人上门。' }, ''],
    [{ by: 'sample', size: 8, failed: 1 }, '一次迟到一小时，未事先告知。'],
    [{ by: 'sample', size: 8, failed: 0 }, ''],
    [{ by: 'sample', size: 6, failed: 2 }, '两次改约没有记录。'],
  ],
  'outlet-service': [
    [{ by: 'not-applicable', reason: '总部不接待顾客。' }, ''],
    [{ by: 'level', level: 4 }, '环境整洁，收件单一式两联。'],
    [{ by: 'level', level: 5 }, ''],
    [{ by: 'level', level: 2 }, '没有收件凭证，顾客凭电话号码取件。'],
  ],
  'people-trained': [
    [{ by: 'sample', size: 10, failed: 0 }, ''],
    [{ by: 'sample', size: 6, failed: 0 }, ''],
    [{ by: 'sample', size: 5, failed: 1 }, '一名新员工尚未考核已独立上门。'],
    [{ by: 'sample', size: 5, failed: 1 }, ''],
  ],
  'resources-ready': [
    [{ by: 'level', level: 5 }, ''],
    [{ by: 'level', level: 4 }, ''],
    [{ by: 'level', level: 3 }, '常用备件缺两种。'],
    null,
  ],
};

/** What the two auditors found, the first for the whole, the second at the sites; one site still waits for one rating. */
export async function rateDemoExperience(
  deps: Deps,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  { lead, secondAuditor }: DemoPeople,
): Promise<void> {
  for (const [clauseId, [rating, note]] of Object.entries(once))
    await saveRating(deps, lead.actor, { assessmentId: id, clauseId }, toRatingInput(rating, note));
  const sites = await listSites(deps.db, organizationId);
  for (const [clauseId, said] of Object.entries(atSites)) {
    for (const [index, one] of said.entries()) {
      const site = sites[index];
      if (!site || !one) continue;
      const place = { assessmentId: id, clauseId, siteId: site.id };
      await saveRating(deps, secondAuditor.actor, place, toRatingInput(...one));
    }
  }
}
