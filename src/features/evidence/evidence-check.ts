import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { refused } from './evidence-pieces.ts';
import { listFindingLinks } from './finding-link-store.ts';

/** What a piece is linked to. */
interface Links {
  readonly clauses: readonly string[];
  readonly siteId?: string | null | undefined;
  readonly findings?: readonly string[] | undefined;
}

/** Throws `invalid` unless clauses, site and findings belong to that assessment, and the company knows of none of the findings. */
export async function checkLinks(deps: Deps, trx: Trx, assessment: Assessment, linked: Links): Promise<void> {
  const { clauses, siteId = null, findings = [] } = linked;
  const known = new Set(await listRatedIds(deps, trx, assessment));
  if (clauses.some((id) => !known.has(id))) throw refused({ clauses: message('evidence.unknownClause') });

  if (siteId !== null && !(await listSiteIds(trx, assessment.id)).includes(siteId))
    throw refused({ siteId: message('evidence.unknownSite') });
  if (findings.length === 0) return;
  const links = await listFindingLinks(trx, assessment.id);
  const stated = new Set(links.filter(({ told }) => !told).map(({ id }) => id));
  if (findings.some((id) => !stated.has(id))) throw refused({ findings: message('evidence.unknownFinding') });
}

/** Ids of the clauses that the criteria of that assessment rate. */
export async function listRatedIds(deps: Deps, trx: Trx, { criteriaHash }: Assessment): Promise<string[]> {
  const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, criteriaHash);
  return ratedClauses(criteria).map(({ id }) => id);
}
