import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, listQuery, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { reuseForm } from './evidence-forms.ts';
import { toEvidenceLine } from './evidence-pages.ts';
import { reuseEvidence } from './reuse-service.ts';
import { listSources, pageReusable } from './reuse-store.ts';

const reuseQuery = listQuery.extend({ from: z.uuid().nullable().catch(null) });

/** Taking evidence of earlier assessments over. */
export function reuseRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/evidence/reuse', allow('assessment.handIn'), async (req, res) => {
    await showReuse(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/evidence/reuse', allow('assessment.handIn'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const taken = await reuseEvidence(deps, actorOf(res), idOf(req), parse(reuseForm, req.body).evidence);
        leaveNotice(req, message('evidence.reused', { count: taken.length, references: taken.join(', ') }));
        res.redirect(303, `/assessments/${idOf(req)}/evidence`);
      },
      (form) => showReuse(deps, req, res.status(422), form),
    );
  });

  return router;
}

async function showReuse(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const actor = actorOf(res);
  const { assessment } = await accessAssessment(deps.db, actor, idOf(req), 'handIn');
  const { search, page, from } = parse(reuseQuery, req.query);
  const sources = await listSources(deps.db, actor, assessment);
  const wanted = sources.filter(({ id }) => from === null || id === from);
  const ids = wanted.map(({ id }) => id);
  const { rows, total } = await pageReusable(deps.db, assessment.id, ids, { search, page });
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const lines = rows.flatMap((row) => {
    const source = byId.get(row.assessmentId);
    if (!source) return [];
    const line = toEvidenceLine(row, source, criteria, languageOf(res));
    return [
      { ...line, clauses: line.clauses.map((clause) => ({ ...clause, href: clauseHref(assessment.id, clause.href) })), source },
    ];
  });
  renderPage(res, 'evidence/reuse', {
    title: `${translatorOf(res)('evidence.reuse')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    list: toPaged(lines, total, page, addressOf(`/assessments/${assessment.id}/evidence/reuse`, { search, from })),
    search,
    from,
    sources,
    form,
  });
}

/** The clause in the assessment that takes the evidence over. */
function clauseHref(assessmentId: string, href: string): string {
  return href.replace(/^\/assessments\/[^/]+/, `/assessments/${assessmentId}`);
}
