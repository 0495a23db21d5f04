import type { Db } from '../../db/db.ts';
import type { EvidenceKind } from '../../model/criteria.ts';
import type { EvidenceStatus } from '../../model/evidence-life.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { sealedEvidenceIds } from '../rating-duties/sealed-note-store.ts';
import type { StoredEvidence } from './evidence.ts';
import { type EvidenceScope, evidenceOf, readEvidence } from './evidence-store.ts';

/** Statuses to look for; `expired` is one that time brings. */
export type StatusFilter = EvidenceStatus | 'expired';

export interface EvidenceFilter {
  /** In title, note and file name, or a reference such as E7. */
  readonly search: string;
  readonly kind: EvidenceKind | null;
  /** Who searches: notes that they may not read yet are not searched. */
  readonly viewerId: string;
  readonly status: StatusFilter | null;
  /** Last day of the assessment: what held only until before has expired. */
  readonly day: string;
  readonly scope: EvidenceScope;
}

/** One page, the newest reference first, and how many there are in all. */
export async function pageEvidence(
  db: Db,
  assessmentId: string,
  filter: EvidenceFilter,
  page: number,
): Promise<{ rows: StoredEvidence[]; total: number }> {
  const matching = matchingEvidence(db, assessmentId, filter);
  const [counted] = await matching.clone().count({ total: '*' });
  const shown = matching
    .clone()
    .orderBy('evidence.place', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: await readEvidence(db, shown), total: Number(counted?.total ?? 0) };
}

function matchingEvidence(
  db: Db,
  assessmentId: string,
  { search, kind, status, day, scope, viewerId }: EvidenceFilter,
): ReturnType<typeof evidenceOf> {
  const query = evidenceOf(db, assessmentId, scope);
  if (kind) query.where({ 'evidence.kind': kind });
  if (status === 'expired')
    query.where('evidence.valid_until', '<', day).whereNotIn('evidence.status', ['rejected', 'superseded']);
  else if (status) query.where({ 'evidence.status': status });
  if (search === '') return query;

  const place = /^e(\d{1,6})$/i.exec(search)?.[1];
  const pattern = likePattern(search);
  return query.where((rule) => {
    for (const column of ['evidence.title', 'evidence.file_name'])
      rule.orWhereRaw("lower(??) like ? escape '\\'", [column, pattern]);
    rule.orWhere((note) =>
      note
        .whereRaw("lower(??) like ? escape '\\'", ['evidence.note', pattern])
        .whereNotIn('evidence.id', sealedEvidenceIds(db, assessmentId, viewerId)),
    );
    if (place) rule.orWhere({ 'evidence.place': Number(place) });
  });
}
