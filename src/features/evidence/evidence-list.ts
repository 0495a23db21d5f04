import type { Response } from 'express';
import type { Deps } from '../../deps.ts';
import type { EvidenceKind } from '../../model/criteria.ts';
import { emptyForm, type FormState } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { withoutSealedNotes } from '../rating-duties/sealed-note-store.ts';
import { pageEvidence } from './evidence-list-store.ts';
import { clauseGroups, kindOptions, toEvidenceLine } from './evidence-pages.ts';
import { limitText, mostFiles } from './receive-upload.ts';

export interface EvidenceQuery {
  readonly search: string;
  readonly kind: EvidenceKind | null;
  readonly page: number;
}

/** The list with its form to add; `form` is what was typed and is wrong, null for an empty one. */
export async function showEvidenceList(
  deps: Deps,
  res: Response,
  assessmentId: string,
  { search, kind, page }: EvidenceQuery,
  form: FormState | null,
): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), assessmentId);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const actor = actorOf(res);
  const { rows: found, total } = await pageEvidence(deps.db, assessmentId, { search, kind, viewerId: actor.id }, page);
  const rows = await withoutSealedNotes(deps.db, assessmentId, actor.id, found);
  const language = languageOf(res);
  const lines = rows.map((row) => toEvidenceLine(row, assessmentId, criteria, language));
  const filtered = search !== '' || kind !== null;
  renderPage(res, 'evidence/list', {
    title: `${translatorOf(res)('evidence.title')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    list: toPaged(lines, total, page, addressOf(`/assessments/${assessmentId}/evidence`, { search, kind })),
    search,
    kind,
    filtered,
    kinds: kindOptions(),
    mayAdd: rights.rate,
    adding: form !== null || (total === 0 && !filtered),
    form: form ?? emptyForm,
    groups: clauseGroups(criteria, language),
    limit: limitText(deps.config.uploadLimit),
    mostFiles,
  });
}
