import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** A place at which an organization works. */
export interface Site {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly address: string | null;
  readonly headcount: number | null;
  /** The central function of the organization is here. */
  readonly central: boolean;
}

interface SiteRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly address: string | null;
  readonly headcount: number | null;
  readonly central: boolean | number;
}

/** In the order in which they were added, the central function first. */
export async function listSites(db: Db, organizationId: string): Promise<Site[]> {
  const rows = await db<SiteRow>('sites')
    .where({ organization_id: organizationId })
    .orderBy([{ column: 'central', order: 'desc' }, 'place', 'id']);
  return rows.map(toSite);
}

/** Throws `not_found` also when the site is another organization's. */
export async function findSite(db: Db, organizationId: string, id: string): Promise<Site> {
  const row = await db<SiteRow>('sites').where({ id, organization_id: organizationId }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toSite(row);
}

/** Numbers of the assessments that cover the site, newest first, ten at most. */
export async function listAssessmentNumbersAt(db: Db, siteId: string): Promise<string[]> {
  const rows: { number: string }[] = await db('assessment_sites')
    .join('assessments', 'assessments.id', 'assessment_sites.assessment_id')
    .where({ 'assessment_sites.site_id': siteId })
    .orderBy('assessments.created_at', 'desc')
    .limit(10)
    .select('assessments.number');
  return rows.map(({ number }) => number);
}

export async function insertSite(trx: Trx, site: Site): Promise<void> {
  const last = await trx('sites').where({ organization_id: site.organizationId }).max({ place: 'place' }).first();
  await trx('sites').insert({ ...toRow(site), place: Number(last?.place ?? 0) + 1 });
}

export async function updateSite(trx: Trx, site: Site): Promise<void> {
  const { id, ...row } = toRow(site);
  await trx('sites').where({ id }).update(row);
}

export async function deleteSite(trx: Trx, id: string): Promise<void> {
  await trx('sites').where({ id }).delete();
}

function toSite(row: SiteRow): Site {
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    address: row.address,
    headcount: row.headcount,
    central: Boolean(row.central),
  };
}

function toRow(site: Site): SiteRow {
  return {
    id: site.id,
    organization_id: site.organizationId,
    name: site.name,
    address: site.address,
    headcount: site.headcount,
    central: site.central,
  };
}
