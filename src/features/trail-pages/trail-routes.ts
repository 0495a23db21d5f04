import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, pageSize, toPaged } from '../../web/paging.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import {
  countEntries,
  type ListedEntry,
  listDeedsAbout,
  listEntries,
  readNames,
  type TrailFilter,
  walkEntries,
} from '../audit-trail/trail-store.ts';
import { exportLines, exportTypes } from './trail-export.ts';
import { exportQuery, toFilter, trailQuery } from './trail-forms.ts';
import { deedWords, idsIn, knownDeeds, type TrailPage, toTrailLine } from './trail-view.ts';

/** What a page or an export of the trail is about. */
interface Scope {
  readonly address: string;
  readonly about: TrailFilter['about'];
  readonly assessment: TrailPage['assessment'];
  readonly isWithheld: (entry: ListedEntry) => boolean;
}

/** The audit trail of one assessment, and that of everything for the office. */
export function trailRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/audit-trail', allow('audit-trail.view'), (req, res) => showTrail(deps, req, res, everything));
  router.get('/audit-trail/file', allow('audit-trail.view'), reauthenticate(deps), (req, res) =>
    sendTrail(deps, req, res, everything),
  );

  router.get('/assessments/:id/trail', allow('assessment.trail'), async (req, res) => {
    await showTrail(deps, req, res, await scopeOf(deps, req, res));
  });
  router.get('/assessments/:id/trail/file', allow('assessment.trail'), reauthenticate(deps), async (req, res) => {
    await sendTrail(deps, req, res, await scopeOf(deps, req, res));
  });

  return router;
}

const everything: Scope = { address: '/audit-trail', about: null, assessment: null, isWithheld: () => false };

async function scopeOf(deps: Deps, req: Request, res: Response): Promise<Scope> {
  const actor = actorOf(res);
  const { assessment, rights } = await accessAssessment(deps.db, actor, idOf(req), 'trail');
  return {
    address: `/assessments/${assessment.id}/trail`,
    about: { subject: 'assessment', subjectId: assessment.id },
    assessment: { id: assessment.id, number: assessment.number },
    isWithheld: withheldFrom(actor, rights),
  };
}

/** Until the assessment is reported nobody in the team reads in the trail what another rated: ratings may be made unseen. */
function withheldFrom(actor: Actor, rights: AssessmentRights): Scope['isWithheld'] {
  return ({ deed, actorId }) => !rights.trailInFull && actorId !== actor.id && /^(rating|reconciliation)s?\./.test(deed);
}

async function showTrail(deps: Deps, req: Request, res: Response, scope: Scope): Promise<void> {
  const language = languageOf(res);
  const query = parse(trailQuery, req.query);
  const filter = toFilter(query, scope.about, deps.config.timeZone);
  const total = await countEntries(deps.db, filter);
  const rows = await listEntries(deps.db, filter, { limit: pageSize, offset: (query.page - 1) * pageSize });
  const names = await readNames(deps.db, idsIn(rows));
  const deeds = scope.about ? await listDeedsAbout(deps.db, scope.about) : knownDeeds;
  const { search, deed, from, until } = query;
  const parameters = { search, deed, from, until };
  renderPage(res, 'trail/trail', {
    title: translatorOf(res)(scope.assessment ? 'trail.title' : 'trail.ofAll'),
    layout: 'wide',
    query,
    filtered: Object.values(parameters).some(Boolean),
    deeds: deeds.map((value) => ({ value, label: deedWords(value, language) })),
    entries: toPaged(
      rows.map((row) => toTrailLine(row, language, names, scope.isWithheld(row))),
      total,
      query.page,
      addressOf(scope.address, parameters),
    ),
    address: scope.address,
    csv: addressOf(`${scope.address}/file`, { ...parameters, form: 'csv' }),
    lines: addressOf(`${scope.address}/file`, { ...parameters, form: 'jsonl' }),
    assessment: scope.assessment,
  });
}

async function sendTrail(deps: Deps, req: Request, res: Response, scope: Scope): Promise<void> {
  const { form, ...query } = parse(exportQuery, req.query);
  const filter = toFilter(query, scope.about, deps.config.timeZone);
  res.type(exportTypes[form]);
  res.set('Content-Disposition', dispositionOf('attachment', `${scope.assessment?.number ?? 'audit-trail'}.${form}`));
  const lines = exportLines(walkEntries(deps.db, filter), form, languageOf(res), scope.isWithheld);
  await pipeline(Readable.from(lines), res);
}
