import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentDeed } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { findingRules } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import { deedForms, type FormDeed, formDeeds } from './deed-forms.ts';
import { listFindingEvents } from './finding-change-store.ts';
import { changeForm, deedForm, issueForm } from './finding-forms.ts';
import { doWithFinding, type FindingPlace } from './finding-life-service.ts';
import { powersOver } from './finding-pages.ts';
import { changeStatement } from './finding-service.ts';
import { issueFindings, latestDues } from './issue-service.ts';
import { listOpenable, readChoices, readFinding } from './read-findings.ts';

const rightOf = { team: 'followUp', company: 'answer' } as const satisfies Record<string, AssessmentDeed>;
const address = '/assessments/:id/findings/:findingId';

/** One finding: its page, and what is done with it. */
export function findingLifeRoutes(deps: Deps): Router {
  const router = Router();

  router.get(address, allow('assessment.seeFindings'), (req, res) => showFinding(deps, res, placeOf(req), null));

  for (const deed of formDeeds) {
    router.post(`${address}/${deedForms[deed].path}`, allow(`assessment.${rightOf[findingRules[deed].by]}`), async (req, res) => {
      const place = placeOf(req);
      await submitForm(
        req,
        async () => {
          const { revision, text, day } = checked(deed, parse(deedForm, req.body));
          await doWithFinding(deps, actorOf(res), place, { deed, revision, text, day });
          leaveNotice(req, message(`findings.done.${deed}`));
          res.redirect(303, pathOf(place));
        },
        (form) => showFinding(deps, res.status(422), place, { name: deed, form }),
      );
    });
  }

  router.post(`${address}/issue`, allow('assessment.followUp'), async (req, res) => {
    const place = placeOf(req);
    await submitForm(
      req,
      async () => {
        const request = { ...parse(issueForm, req.body), findingId: place.findingId };
        const count = await issueFindings(deps, actorOf(res), place.assessmentId, request);
        leaveNotice(req, message('findings.issued', { count }));
        res.redirect(303, pathOf(place));
      },
      (form) => showFinding(deps, res.status(422), place, { name: 'issue', form }),
    );
  });

  router.get(`${address}/edit`, allow('assessment.rate'), (req, res) => showEdit(deps, res, placeOf(req), null));
  router.post(`${address}/statement`, allow('assessment.rate'), async (req, res) => {
    const place = placeOf(req);
    await submitForm(
      req,
      async () => {
        await changeStatement(deps, actorOf(res), place, parse(changeForm, req.body));
        leaveNotice(req, message('findings.changed'));
        res.redirect(303, pathOf(place));
      },
      (form) => showEdit(deps, res.status(422), place, form),
    );
  });

  return router;
}

/** Throws `invalid` where the deed needs more to be said. */
function checked<T extends { readonly text: string; readonly day: string | null }>(deed: FormDeed, input: T): T {
  const { text, day } = deedForms[deed];
  const fields = {
    ...(text === 'required' && input.text === '' ? { text: message('form.required') } : {}),
    ...(day === 'required' && input.day === null ? { day: message('form.required') } : {}),
  };
  if (Object.keys(fields).length > 0) throw new AppError('invalid', message('error.checkFields'), fields);
  return input;
}

export function placeOf(req: Parameters<typeof idOf>[0]): FindingPlace {
  return { assessmentId: idOf(req), findingId: idOf(req, 'findingId') };
}

export function pathOf({ assessmentId, findingId }: FindingPlace): string {
  return `/assessments/${assessmentId}/findings/${findingId}`;
}

export async function showFinding(
  deps: Deps,
  res: Response,
  place: FindingPlace,
  refused: { readonly name: string; readonly form: FormState } | null,
): Promise<void> {
  const { assessment, rights, finding } = await readFinding(deps, res, place.assessmentId, place.findingId);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const powers = powersOver(finding, rights, pathOf(place));
  const kind = translatorOf(res)(`findings.grade.${finding.kind}`);
  renderPage(res, 'findings/finding', {
    title: `${kind} ${assessment.number}${finding.number ? `/${finding.number}` : ''}`,
    assessment,
    finding,
    events: await listFindingEvents(deps.db, finding.id),
    ...powers,
    showsAll: rights.view,
    opens: await listOpenable(deps, res, finding),
    refused,
    latest: latestDues(criteria, finding.kind, assessment.to, await readHolidays(deps.db)),
  });
}

async function showEdit(deps: Deps, res: Response, place: FindingPlace, form: FormState | null): Promise<void> {
  const access = await readFinding(deps, res, place.assessmentId, place.findingId);
  const { finding, rights, assessment } = access;
  if (!rights.rate && finding.state === 'raised') throw new AppError('not_found', message('error.notFound'));
  if (!powersOver(finding, rights, '').canChange) throw new AppError('conflict', message('findings.alreadyTold'));
  const values = {
    revision: String(finding.revision),
    grade: finding.kind,
    clause: finding.clause ?? '',
    site: finding.site?.id ?? '',
    requirement: finding.requirement,
    statement: finding.statement,
    evidence: finding.evidence.map(({ id }) => id),
  };
  renderPage(res, 'findings/edit', {
    title: `${translatorOf(res)('findings.edit')} ${assessment.number}`,
    layout: 'narrow',
    assessment,
    action: `${pathOf(place)}/statement`,
    // A form that came without some of its fields, which no page of ours sends, is shown with what is stored there.
    form: form ? { ...form, values: { ...values, evidence: [], ...form.values } } : { values, errors: {} },
    ...(await readChoices(deps, res, access)),
  });
}
