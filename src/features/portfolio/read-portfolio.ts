import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { toPortfolio } from './portfolio.ts';
import type { PortfolioSource } from './portfolio-paper.ts';
import { countOpenFindings, listFinishedAudits, mostAudits } from './portfolio-store.ts';

/** How all organizations stand today. */
export async function readPortfolio({ db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>): Promise<PortfolioSource> {
  const day = dayOf(clock(), config.timeZone);
  const audits = await listFinishedAudits(db);
  const groups = toPortfolio(audits, await countOpenFindings(db, day));
  return { groups, day, isCut: audits.length === mostAudits };
}
