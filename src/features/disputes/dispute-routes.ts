import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { hasRole, isOfCompany } from '../../model/actor.ts';
import { type DisputeDeed, disputeDeeds, disputeDeedsFor } from '../../model/dispute-life.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { findCase } from '../cases/case-store.ts';
import { sendFile } from '../evidence/evidence-download.ts';
import { complaintRoutes } from './complaint-routes.ts';
import { findDisputeFile, listDisputeFiles } from './dispute-file-store.ts';
import { aboutQuery, appealForm, disputeForms, disputeQuery } from './dispute-forms.ts';
import { listLetters } from './dispute-letter-store.ts';
import { dueOfDispute, stepsFor } from './dispute-pages.ts';
import { disputeSides, moveDispute } from './dispute-service.ts';
import { findDispute, listDisputeSteps, pageDisputes } from './dispute-store.ts';
import { fileLimits, takeWithFiles } from './dispute-upload.ts';
import { listInvestigators } from './involvement-store.ts';
import { receiveAppeal } from './receive-dispute.ts';

/** Appeals and complaints: what the office and investigators do with them, and a company's own appeals. */
export function disputeRoutes(deps: Deps): Router {
  const router = Router();
  router.use(complaintRoutes(deps), appealRoutes(deps));

  router.get('/disputes', allow('disputes.view'), async (req, res) => {
    const { filter, search, page } = parse(disputeQuery, req.query);
    const { rows, total } = await pageDisputes(deps.db, actorOf(res), { filter, search, page });
    const today = dayOf(deps.clock(), deps.config.timeZone);
    const lines = rows.map((row) => {
      const due = dueOfDispute(row);
      return { ...row, href: `/disputes/${row.id}`, due, isLate: due !== null && due < today };
    });
    renderPage(res, 'disputes/list', {
      title: translatorOf(res)('disputes.title'),
      layout: 'wide',
      list: toPaged(lines, total, page, addressOf('/disputes', { filter, search })),
      filter,
      search,
      isOffice: hasRole(actorOf(res), 'administrator', 'programme-manager'),
    });
  });

  router.get('/disputes/:id', allow('disputes.view'), (req, res) => showDispute(deps, req, res, null, emptyForm));

  router.get('/disputes/:id/files/:fileId', allow('disputes.view'), async (req, res) => {
    const { id } = await findDispute(deps.db, actorOf(res), idOf(req));
    await sendFile(req, res, deps, await findDisputeFile(deps.db, id, idOf(req, 'fileId')), false);
  });

  for (const deed of disputeDeeds) {
    const right = deed === 'note' || deed === 'answer' ? allow('disputes.investigate') : allow('disputes.manage');
    router.post(`/disputes/:id/${deed}`, right, async (req, res) => {
      await submitForm(
        req,
        async () => {
          await moveDispute(deps, actorOf(res), idOf(req), { deed, ...parse(disputeForms[deed], req.body) });
          leaveNotice(req, message('cases.done', { step: translatorOf(res)(`disputes.do.${deed}`) }));
          res.redirect(303, `/disputes/${idOf(req)}`);
        },
        (form) => showDispute(deps, req, res.status(422), deed, form),
      );
    });
  }

  return router;
}

function appealRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/disputes/new', allow('disputes.appeal'), async (req, res) => {
    await showAppeal(deps, res, parse(aboutQuery, req.query).case, emptyForm);
  });

  router.post('/disputes', allow('disputes.appeal'), async (req, res) => {
    await takeWithFiles(
      deps,
      req,
      async ({ body, files }) => {
        const { files: _, ...input } = parse(appealForm, body);
        const id = await receiveAppeal(deps, actorOf(res), input, files);
        leaveNotice(req, message('disputes.appealed'));
        res.redirect(303, `/disputes/${id}`);
      },
      (form, status) => showAppeal(deps, res.status(status), parse(aboutQuery, form.values).case, form),
    );
  });

  return router;
}

async function showAppeal(deps: Deps, res: Response, caseId: string | null, form: FormState): Promise<void> {
  const { id, number } = await findCase(deps.db, actorOf(res), caseId ?? '');
  renderPage(res, 'disputes/appeal', {
    title: translatorOf(res)('disputes.appeal'),
    layout: 'narrow',
    found: { id, number },
    form,
    ...fileLimits(deps),
  });
}

async function showDispute(deps: Deps, req: Request, res: Response, typed: DisputeDeed | null, form: FormState): Promise<void> {
  const actor = actorOf(res);
  const found = await findDispute(deps.db, actor, idOf(req));
  const isInside = !isOfCompany(actor);
  const deeds = disputeDeedsFor(found.state, disputeSides(actor, found));
  const people = deeds.includes('assign') ? await listInvestigators(deps.db) : [];
  renderPage(res, 'disputes/show', {
    title: found.number,
    found,
    href: `/disputes/${found.id}`,
    isInside,
    files: await listDisputeFiles(deps.db, found.id),
    letters: isInside ? await listLetters(deps.db, found.id) : [],
    steps: stepsFor(await listDisputeSteps(deps.db, found.id), isInside),
    deeds,
    investigators: people.map(({ id, name }) => ({ value: id, label: name })),
    typed,
    form,
  });
}
