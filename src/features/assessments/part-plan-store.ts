import type { Db, Trx } from '../../db/db.ts';

/** When and by whom the parts of one assessment are assessed. */
export interface StoredPartPlan {
  /** Counts the saves; 0 while nothing was laid down. */
  readonly revision: number;
  readonly parts: readonly StoredPart[];
}

export interface StoredPart {
  readonly part: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly members: readonly { readonly userId: string; readonly name: string }[];
}

interface PartRow {
  readonly part: string;
  readonly from_date: string | null;
  readonly to_date: string | null;
  readonly revision: number;
}

/** People who left the team since are left out. */
export async function readPartPlan(db: Db, assessmentId: string): Promise<StoredPartPlan> {
  const rows: PartRow[] = await db('assessment_parts')
    .where({ assessment_id: assessmentId })
    .select('part', 'from_date', 'to_date', 'revision');
  if (rows.length === 0) return { revision: 0, parts: [] };
  const people: { part: string; user_id: string; name: string }[] = await db('assessment_part_members as part_members')
    .join('team_members', (join) => {
      join.on('team_members.assessment_id', 'part_members.assessment_id').andOn('team_members.user_id', 'part_members.user_id');
    })
    .join('users', 'users.id', 'part_members.user_id')
    .where('part_members.assessment_id', assessmentId)
    .orderBy(['users.name', 'users.id'])
    .select('part_members.part', 'part_members.user_id', 'users.name');
  return {
    revision: Math.max(...rows.map(({ revision }) => Number(revision))),
    parts: rows.map(({ part, from_date: from, to_date: to }) => ({
      part,
      from,
      to,
      members: people.filter((person) => person.part === part).map(({ user_id: userId, name }) => ({ userId, name })),
    })),
  };
}

export interface PartPlanLine {
  readonly part: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly members: readonly string[];
}

export async function replacePartPlan(
  trx: Trx,
  assessmentId: string,
  lines: readonly PartPlanLine[],
  revision: number,
): Promise<void> {
  await trx('assessment_part_members').where({ assessment_id: assessmentId }).delete();
  await trx('assessment_parts').where({ assessment_id: assessmentId }).delete();
  await trx('assessment_parts').insert(
    lines.map(({ part, from, to }) => ({ assessment_id: assessmentId, part, from_date: from, to_date: to, revision })),
  );
  const members = lines.flatMap(({ part, members }) =>
    members.map((userId) => ({ assessment_id: assessmentId, part, user_id: userId })),
  );
  if (members.length > 0) await trx('assessment_part_members').insert(members);
}
