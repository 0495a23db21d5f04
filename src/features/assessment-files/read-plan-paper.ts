import type { Db } from '../../db/db.ts';
import type { AgendaPaper, PlanPaper } from '../../model/working-papers.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listSites } from '../organizations/site-store.ts';
import { listAgenda, listAttendees } from '../plans/agenda-store.ts';
import { readPlannedDays } from '../plans/plan-days-store.ts';
import { listSamplings } from '../plans/sampling-store.ts';

/**
 * The plan of an audit with the people named, id → name, and nobody else; without visits of which the company is not told. null:
 * nothing is planned.
 */
export async function readPlanPaper(
  db: Db,
  { id, organizationId }: Assessment,
  names: ReadonlyMap<string, string>,
): Promise<PlanPaper | null> {
  const draws = await listSamplings(db, id);
  const planned = await readPlannedDays(db, id);
  const agenda = (await listAgenda(db, id)).filter(({ kind }) => kind !== 'mystery-visit');
  if (draws.length + planned.days.size + agenda.length === 0) return null;

  const namesOf = (ids: readonly string[]) => ids.flatMap((userId) => names.get(userId) ?? []).sort(compareTexts);
  const sites = new Map((await listSites(db, organizationId)).map((site) => [site.id, site.name]));
  const attendees = await listAttendees(db, id);
  return {
    draws: draws.map(({ drawnAt, drawnBy, seed, reason, rule, ruleIsCommon, sites: all }) => ({
      ...{ at: drawnAt, by: drawnBy, seed, reason, rule, ruleIsCommon },
      sites: all.map(({ name, headcount, central, lastAudited, chosen, reason: why, lot }) => ({
        ...{ name, headcount, central, lastAudited, chosen, reason: why, lot },
      })),
    })),
    days: [...planned.days]
      .flatMap(([userId, days]) => namesOf([userId]).map((name) => ({ name, days })))
      .sort((a, b) => compareTexts(a.name, b.name)),
    daysReason: planned.reason,
    agenda: agenda
      .map((item) => ({
        ...{ kind: item.kind, title: item.title, day: item.day, from: item.from, to: item.to },
        site: item.siteId === null ? null : (sites.get(item.siteId) ?? null),
        people: namesOf(item.people),
        clauses: [...item.clauses].sort(compareTexts),
        attendees: attendees.get(item.id) ?? [],
      }))
      .sort((a, b) => compareTexts(inTime(a), inTime(b))),
  };
}

/** By day and time; what is at the same time, by what it is, so that the order does not hang on ids of the database. */
function inTime(item: AgendaPaper): string {
  return `${item.day} ${item.from} ${item.to} ${JSON.stringify(item)}`;
}

/** By code point, the same wherever it runs. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
