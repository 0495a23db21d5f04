import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';

interface EndingRow {
  readonly id: string;
  readonly user_id: string;
  readonly to_date: string;
  readonly name: string;
}

/** Competences that end without another that holds longer: the person is reminded. */
export async function listEndingCompetences(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: EndingRow[] = await db('competences')
    .join('users', 'users.id', 'competences.user_id')
    .where({ 'users.active': true })
    .whereBetween('competences.to_date', [from, until])
    .whereNotExists(
      db('competences as later')
        .whereRaw('later.user_id = competences.user_id and later.to_date > competences.to_date')
        .whereRaw("coalesce(later.criteria_id, '') = coalesce(competences.criteria_id, '')")
        .whereRaw("coalesce(later.trade, '') = coalesce(competences.trade, '')")
        .select(db.raw('1')),
    )
    .orderBy(['competences.to_date', 'competences.id'])
    .limit(5000)
    .select('competences.id', 'competences.user_id', 'competences.to_date', 'users.name');
  return rows.map(({ id, user_id, to_date: day }) => ({
    kind: 'competence',
    id,
    dueOn: day,
    text: { soon: message('competences.notice.soon', { day }), overdue: message('competences.notice.over', { day }) },
    href: `/people/${user_id}/competences`,
    assessmentId: null,
    to: [user_id],
  }));
}
