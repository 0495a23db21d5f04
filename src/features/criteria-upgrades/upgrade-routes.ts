import { type Request, type Response, Router } from 'express';
import { proposeUpgrade } from '../../catalog/difference/propose-upgrade.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Chosen } from '../../model/choose-criteria.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import { AppError, type FieldErrors } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { viewedEntry } from '../criteria/choice-view.ts';
import { choiceOptions } from '../criteria/choice-words.ts';
import { findOffered, type LibraryEntry, type LibraryLine, listNewerOffered } from '../criteria/library-store.ts';
import { readDossier } from '../dossiers/read-dossier.ts';
import { mapLines, upgradeHead } from './map-page.ts';
import { readMovable } from './movable-store.ts';
import { previewParts } from './preview-page.ts';
import { readTiedNames } from './tied-store.ts';
import { undoRoutes } from './undo-routes.ts';
import { chosenOf, type WhichView, whichView } from './upgrade-choice.ts';
import { mapForm, type TargetNames, type TypedMap, targetNames, toMap, versionQuery } from './upgrade-forms.ts';
import { ChangedMeanwhile, seenAs, upgradeAssessment } from './upgrade-service.ts';

/** Moving an open assessment to a newer version of its criteria. */
export function criteriaUpgradeRoutes(deps: Deps): Router {
  const router = Router();
  router.use(undoRoutes(deps));

  router.get('/assessments/:id/criteria-upgrade', allow('assessment.lead'), async (req, res) => {
    const { version, ...asked } = parse(versionQuery, req.query);
    const { assessment, newer } = await accessToLead(deps, req, res);
    const wanted = version ?? newer[0]?.version;
    if (wanted === undefined) return showNone(res, assessment);
    const move = await openMove(deps, assessment, newer, { version: wanted, asked, typed: {} });
    if ('open' in move) showChoice(res, move);
    else showMap(res, move, emptyForm);
  });

  router.post('/assessments/:id/criteria-upgrade/map', allow('assessment.lead'), async (req, res) => {
    const move = await openTyped(deps, req, res);
    if ('open' in move) return showChoice(res.status(422), move);
    showMap(res, move, { values: typedValues(req.body), errors: move.errors });
  });

  router.post('/assessments/:id/criteria-upgrade/preview', allow('assessment.lead'), async (req, res) => {
    const move = await openTyped(deps, req, res);
    if ('open' in move) return showChoice(res.status(422), move);
    if (hasErrors(move)) showMap(res.status(422), move, { values: typedValues(req.body), errors: move.errors });
    else await showPreview(deps, res, move, null);
  });

  router.post('/assessments/:id/criteria-upgrade', allow('assessment.lead'), async (req, res) => {
    const move = await openTyped(deps, req, res);
    if ('open' in move) return showChoice(res.status(422), move);
    if (hasErrors(move)) return showMap(res.status(422), move, { values: typedValues(req.body), errors: move.errors });
    const { assessment, entry, map, typed } = move;
    try {
      const order = { to: entry, map, seen: typed.seen, language: languageOf(res) };
      await upgradeAssessment(deps, actorOf(res), assessment.id, order);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      const again = await openTyped(deps, req, res);
      if ('open' in again) return showChoice(res.status(409), again);
      return showPreview(deps, res.status(409), again, error.text);
    }
    leaveNotice(req, message('criteriaUpgrade.done', { version: entry.criteria.version }));
    res.redirect(303, `/assessments/${assessment.id}`);
  });

  return router;
}

interface Led {
  readonly assessment: Assessment;
  /** Versions that it can be moved to, the highest first. */
  readonly newer: readonly LibraryLine[];
}

/** Throws `not_found` for who does not lead it, and `conflict` when it is finished. */
async function accessToLead(deps: Deps, req: Request, res: Response): Promise<Led> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  if (assessment.state === 'finished')
    throw new AppError('conflict', message('assessments.locked.finished', { number: assessment.number }));
  if (!rights.lead) throw new AppError('not_found', message('error.notFound'));
  return { assessment, newer: await listNewerOffered(deps, assessment.criteriaId, assessment.criteriaVersion) };
}

/** A move as it stands in the form. */
interface Move {
  readonly assessment: Assessment;
  readonly newer: readonly LibraryLine[];
  readonly dossier: Dossier;
  /** The newer version in the variant and profile in which it will be rated. */
  readonly entry: LibraryEntry;
  readonly whole: Criteria;
  readonly chosen: Chosen;
  readonly names: TargetNames;
  readonly map: UpgradeMap;
  readonly errors: FieldErrors;
}

/** A move that cannot be shown before somebody chooses variant and profile. */
interface OpenChoice extends Pick<Move, 'assessment' | 'newer' | 'dossier' | 'whole' | 'chosen'> {
  readonly open: true;
}

interface Wanted {
  readonly version: string;
  readonly asked: Chosen;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Throws `not_found` for a version that is not newer or no longer offered. */
async function openMove(
  deps: Deps,
  assessment: Assessment,
  newer: readonly LibraryLine[],
  { version, asked, typed }: Wanted,
): Promise<Move | OpenChoice> {
  const found = newer.some((line) => line.version === version)
    ? await findOffered(deps, assessment.criteriaId, version)
    : undefined;
  if (!found) throw new AppError('not_found', message('error.notFound'));
  const dossier = await readDossier(deps, assessment);
  const { chosen, isWhole } = chosenOf(found.criteria, asked, dossier.criteria, assessment.kind);
  const base = { assessment, newer, dossier, whole: found.criteria, chosen };
  if (!isWhole) return { ...base, open: true };
  const entry = viewedEntry(found, chosen);
  const names = targetNames(entry.criteria);
  const proposal = proposeUpgrade(dossier.criteria, entry.criteria);
  return { ...base, entry, names, ...toMap(proposal, names, typed) };
}

async function openTyped(deps: Deps, req: Request, res: Response): Promise<(Move & { readonly typed: TypedMap }) | OpenChoice> {
  const typed = parse(mapForm, req.body);
  const { assessment, newer } = await accessToLead(deps, req, res);
  const { version, variant, profile } = typed;
  const move = await openMove(deps, assessment, newer, { version, asked: { variant, profile }, typed });
  return 'open' in move ? move : { ...move, typed };
}

function hasErrors({ errors }: Move): boolean {
  return Object.keys(errors).length > 0;
}

function showNone(res: Response, { id, number, criteriaVersion }: Assessment): void {
  renderPage(res, 'criteria-upgrades/none', {
    title: `${translatorOf(res)('criteriaUpgrade.title')} ${number}`,
    layout: 'narrow',
    assessment: { id, number },
    version: criteriaVersion,
  });
}

function whichOf({ assessment, newer, whole, chosen }: Omit<OpenChoice, 'open'>, language: Language): WhichView {
  const versions = newer.map(({ version }) => version);
  return whichView(choiceOptions(whole, language), versions, chosen, assessment.kind);
}

function showChoice(res: Response, choice: OpenChoice): void {
  const { assessment, dossier, whole } = choice;
  const language = languageOf(res);
  renderPage(res, 'criteria-upgrades/choose', {
    ...upgradeHead(assessment, dossier.criteria, whole, language),
    layout: 'narrow',
    which: whichOf(choice, language),
  });
}

function showMap(res: Response, move: Move, form: FormState): void {
  const { assessment, dossier, entry, names, map } = move;
  const { criteria: after } = entry;
  const language = languageOf(res);
  renderPage(res, 'criteria-upgrades/map', {
    ...upgradeHead(assessment, dossier.criteria, after, language),
    which: whichOf(move, language),
    differenceAddress: `/criteria/${after.id}/${after.version}/difference?from=${dossier.criteria.version}`,
    form,
    ...mapLines({ dossier, after, map, names, form, language }),
  });
}

async function showPreview(
  deps: Deps,
  res: Response,
  { assessment, dossier, entry, map, typed }: Move & { readonly typed: TypedMap },
  problem: Message | null,
): Promise<void> {
  const language = languageOf(res);
  const state = await readMovable(deps.db, assessment);
  const tiedNames = await readTiedNames(deps.db, assessment.id);
  const { targetGrade, heldGrade } = assessment;
  const records = { ...dossier, targetGrade, heldGrade };
  const seen = seenAs(state, assessment.criteriaHash);
  renderPage(res, 'criteria-upgrades/preview', {
    ...upgradeHead(assessment, dossier.criteria, entry.criteria, language),
    ...previewParts({ dossier, after: entry.criteria, map, records, tied: state.tied, tiedNames, language }),
    hidden: Object.entries({ ...typed, seen }).map(([name, value]) => ({ name, value })),
    problem,
  });
}
