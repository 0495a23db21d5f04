import type { Db } from '../../src/db/db.ts';
import { numberKey } from '../../src/model/certificate-number.ts';
import { likePattern } from '../../src/web/paging.ts';

/** Numbers of the certificates that a search means, the newest first, found by comparing every certificate. */
export function searchPlainly(db: Db, search: string): Promise<string[]> {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).slice(0, 5);
  const key = numberKey(search).replace(/[\\%_]/g, '');
  return db('certificates')
    .where((matches) => {
      if (/\d/.test(search) && key !== '') matches.where('number_key', 'like', `%${key}%`);
      matches.orWhere((all) => {
        for (const word of words) all.whereRaw("search_key like ? escape '\\'", [likePattern(word)]);
      });
    })
    .orderBy([
      { column: 'issued_on', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(1000)
    .pluck('number');
}
