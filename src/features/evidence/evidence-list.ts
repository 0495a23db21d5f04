import type { Response } from 'express';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import type { EvidenceKind } from '../../model/criteria.ts';
import { evidenceStatuses } from '../../model/evidence-life.ts';
import { emptyForm, type FormState } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { withoutSealedNotes } from '../rating-duties/sealed-note-store.ts';
import { accessEvidence } from './evidence-access.ts';
import { pageEvidence, type StatusFilter } from './evidence-list-store.ts';
import { clauseGroups, findingOptions, kindOptions, toEvidenceLine } from './evidence-pages.ts';
import { listFindingLinks } from './finding-link-store.ts';
import { limitText, mostFiles } from './receive-upload.ts';

export interface EvidenceQuery {
  readonly search: string;
  readonly kind: EvidenceKind | null;
  readonly status: StatusFilter | null;
  readonly page: number;
}

/** The list with its form to add; `form` is what was typed and is wrong, null for an empty one. */
export async function showEvidenceList(
  deps: Deps,
  res: Response,
  assessmentId: string,
  { search, kind, status, page }: EvidenceQuery,
  form: FormState | null,
): Promise<void> {
  const actor = actorOf(res);
  const { assessment, rights, scope } = await accessEvidence(deps.db, actor, assessmentId);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const filter = { search, kind, status, day: assessment.to, scope, viewerId: actor.id };
  const { rows: found, total } = await pageEvidence(deps.db, assessmentId, filter, page);
  const rows = await withoutSealedNotes(deps.db, assessmentId, actor.id, found);
  const language = languageOf(res);
  const lines = rows.map((row) => toEvidenceLine(row, assessment, criteria, language));
  const links = rights.view ? (await listFindingLinks(deps.db, assessmentId)).filter(({ told }) => !told) : [];
  const filtered = search !== '' || kind !== null || status !== null;
  renderPage(res, 'evidence/list', {
    title: `${translatorOf(res)('evidence.title')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    list: toPaged(lines, total, page, addressOf(`/assessments/${assessmentId}/evidence`, { search, kind, status })),
    search,
    kind,
    status,
    statuses: [...evidenceStatuses, 'expired'],
    filtered,
    kinds: kindOptions(),
    sites: await siteOptions(deps.db, assessment),
    findings: findingOptions(links, criteria, language),
    showsAll: rights.view,
    mayAdd: rights.handIn,
    adding: form !== null || (total === 0 && !filtered),
    form: form ?? emptyForm,
    groups: clauseGroups(criteria, language),
    limit: limitText(deps.config.uploadLimit),
    mostFiles,
  });
}

/** The sites that the assessment covers, to choose from. */
export async function siteOptions(db: Db, assessment: Assessment): Promise<{ value: string; label: string }[]> {
  const covered = new Set(await listSiteIds(db, assessment.id));
  const sites = await listSites(db, assessment.organizationId);
  return sites.filter(({ id }) => covered.has(id)).map(({ id, name }) => ({ value: id, label: name }));
}
