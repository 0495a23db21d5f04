import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';
import { peopleByCompany } from '../requests/request-store.ts';

/** Applications of which more was asked: the company is reminded of its answer. */
export async function listDueCaseAnswers(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: { id: string; number: string; organization_id: string; answer_due: string }[] = await db('certification_cases')
    .where({ state: 'more-asked' })
    .whereBetween('answer_due', [from, until])
    .orderBy(['answer_due', 'id'])
    .limit(2000)
    .select('id', 'number', 'organization_id', 'answer_due');
  const people = await peopleByCompany(
    db,
    rows.map(({ organization_id }) => organization_id),
  );
  return rows.map(({ id, number, organization_id, answer_due: day }) => ({
    kind: 'case-answer',
    id,
    dueOn: day,
    text: { soon: message('cases.due.soon', { number, day }), overdue: message('cases.due.overdue', { number, day }) },
    href: `/cases/${id}`,
    assessmentId: null,
    to: people.get(organization_id) ?? [],
  }));
}
