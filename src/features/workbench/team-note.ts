import { type ClauseDuties, freeClause, isChargedWith } from '../../model/clause-duties.ts';
import { clausesUnder } from '../../model/clauses.ts';
import type { Clause } from '../../model/criteria.ts';
import { namesByClause, type Workbench } from './open-workbench.ts';
import type { TeamNote } from './workbench-pages.ts';

/** Who rates a clause, how far they are, and what the reader can do about their own rating of it. */
export function toTeamNote({ duties, actor, others, rights, criteria }: Workbench, clause: Clause): TeamNote {
  const duty = duties.get(clause.id) ?? freeClause;
  const waits = (one: ClauseDuties | undefined) =>
    one?.independent && one.openedAt === null && isChargedWith(one, actor.id) && !one.submitted.includes(actor.id);
  const mine = duty.submitted.includes(actor.id);
  const raters = new Map(duty.raters.map(({ userId, name }) => [userId, name]));
  const sealed = duty.independent && duty.openedAt === null;
  return {
    raters: [...raters.values()].join(', '),
    here: namesByClause(others)[clause.id] ?? '',
    independent: duty.independent
      ? {
          opened: !sealed,
          submitted: [...raters.keys()].filter((id) => duty.submitted.includes(id)).length,
          of: raters.size,
          mine,
        }
      : null,
    canSubmit: rights.rate && clausesUnder(criteria, clause.id).some(({ id }) => waits(duties.get(id)) === true),
    canTakeBack: rights.rate && sealed && mine && isChargedWith(duty, actor.id),
    canCompare: rights.compareRaters && duty.independent && !sealed,
  };
}
