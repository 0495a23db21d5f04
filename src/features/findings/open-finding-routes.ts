import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { isOfCompany } from '../../model/actor.ts';
import { findingKinds, findingStates } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { parse } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { addressOf, type Paged, pageSize, toPaged } from '../../web/paging.ts';
import { findingsCsv } from './finding-csv.ts';
import { openFindingsQuery } from './finding-forms.ts';
import { type FindingFilter, type ListedFinding, listOpenFindings } from './open-finding-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'findings/open': OpenFindingsPage;
  }
}

export interface OpenFindingsPage extends PageFrame {
  readonly list: Paged<ListedFinding>;
  readonly filter: Pick<FindingFilter, 'show' | 'kind' | 'state' | 'search'>;
  readonly kinds: typeof findingKinds;
  readonly states: typeof findingStates;
  readonly csv: string;
  readonly forCompany: boolean;
}

/** So many lines are written into one file. */
const mostExported = 10_000;

/** Findings across assessments: what is open, what is overdue, whose turn it is. */
export function openFindingRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/findings', allow('assessment.seeFindings'), async (req, res) => {
    const { page, filter } = filterOf(deps, req);
    const actor = actorOf(res);
    const range = { limit: pageSize, offset: (page - 1) * pageSize };
    const { rows, total } = await listOpenFindings(deps.db, actor, filter, range);
    const { show, kind, state, search } = filter;
    renderPage(res, 'findings/open', {
      title: translatorOf(res)('findings.openTitle'),
      list: toPaged(rows, total, page, addressOf('/findings', { show, kind, state, search })),
      filter,
      kinds: findingKinds,
      states: findingStates,
      csv: addressOf('/findings.csv', { show, kind, state, search }),
      forCompany: isOfCompany(actor),
    });
  });

  router.get('/findings.csv', allow('assessment.seeFindings'), async (req, res) => {
    const { filter } = filterOf(deps, req);
    const { rows } = await listOpenFindings(deps.db, actorOf(res), filter, { limit: mostExported, offset: 0 });
    sendCsv(res, findingsCsv(rows, translatorOf(res)), `findings-${filter.today}.csv`);
  });

  return router;
}

function filterOf(deps: Deps, req: Request): { page: number; filter: FindingFilter } {
  const { page, ...filter } = parse(openFindingsQuery, req.query);
  return { page, filter: { ...filter, today: dayOf(deps.clock(), deps.config.timeZone) } };
}

function sendCsv(res: Response, text: string, name: string): void {
  res.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': dispositionOf('attachment', name),
    'Cache-Control': 'private, no-store',
  });
  res.end(text);
}
