import type { Request, Response } from 'express';
import type { Language } from '../i18n/language.ts';
import type { TextKey } from '../i18n/texts.ts';
import { message, type Translate, translator } from '../i18n/translate.ts';
import type { Actor } from '../model/actor.ts';
import { AppError } from '../model/errors.ts';
import { type Deed, may } from '../model/permissions.ts';

/** What the frame around every page needs to know; set once per request, before any route. */
export interface Frame {
  readonly language: Language;
  readonly timeZone: string;
  readonly actor: Actor | null;
  /** The path with its query, to come back to. */
  readonly path: string;
  /** Words about what was just done, shown once. */
  readonly notice: string | null;
  /** Unread notices in the inbox of the actor. */
  readonly unread: number;
  readonly navigation: Navigation;
  /** Path of an asset under its content hash. */
  readonly asset: (name: string) => string;
}

export interface NavigationPlace {
  readonly href: string;
  readonly text: TextKey;
}

/** The places that somebody can go to: those of the daily work in a row, those by which the work is arranged in a menu behind it. */
export interface Navigation {
  readonly daily: readonly NavigationPlace[];
  readonly menu: readonly NavigationPlace[];
}

type GuardedPlace = NavigationPlace & { readonly deed: Deed };

const daily: readonly GuardedPlace[] = [
  { href: '/assessments', text: 'frame.assessments', deed: 'assessments.view' },
  { href: '/cases', text: 'cases.navigation', deed: 'cases.view' },
  { href: '/requests', text: 'requests.navigation', deed: 'assessments.view' },
  { href: '/findings', text: 'frame.findings', deed: 'assessment.seeFindings' },
  { href: '/certificates', text: 'certificates.navigation', deed: 'certificates.view' },
  { href: '/organizations', text: 'frame.organizations', deed: 'organizations.view' },
  { href: '/criteria', text: 'frame.criteria', deed: 'criteria.view' },
];

const arranging: readonly GuardedPlace[] = [
  { href: '/competences', text: 'frame.competences', deed: 'competences.list' },
  { href: '/colleagues', text: 'colleagues.title', deed: 'colleagues.manage' },
  { href: '/people', text: 'frame.people', deed: 'people.manage' },
  { href: '/integrity', text: 'integrity.navigation', deed: 'files.verify' },
  { href: '/retention', text: 'retention.navigation', deed: 'privacy.manage' },
  { href: '/audit-trail', text: 'frame.trail', deed: 'audit-trail.view' },
];

export const noNavigation: Navigation = { daily: [], menu: [] };

/** The places for somebody in that role. A menu of one place would only hide it. */
export function navigationOf(actor: Actor | null): Navigation {
  if (!actor) return noNavigation;
  const open = (places: readonly GuardedPlace[]) => places.filter(({ deed }) => may(actor, deed));
  const menu = open(arranging);
  return menu.length > 1 ? { daily: open(daily), menu } : { daily: [...open(daily), ...menu], menu: [] };
}

export function setFrame(res: Response, frame: Frame): void {
  res.locals.frame = frame;
}

/** The frame of this request; every route runs behind the middleware that sets it. */
export function frameOf(res: Response): Frame {
  const frame: Frame | undefined = res.locals.frame;
  if (!frame) throw new Error('The request has no frame: the middleware that sets it did not run.');
  return frame;
}

export function hasFrame(res: Response): boolean {
  return res.locals.frame !== undefined;
}

/** The signed-in person. Throws `unauthenticated`. */
export function actorOf(res: Response): Actor {
  const { actor } = frameOf(res);
  if (!actor) throw new AppError('unauthenticated', message('error.signInFirst'));
  return actor;
}

export function languageOf(res: Response): Language {
  return frameOf(res).language;
}

export function translatorOf(res: Response): Translate {
  return translator(languageOf(res));
}

/** True when a script asks, or a program with a token, not a person's browser: it gets JSON. */
export function wantsJson(req: Request): boolean {
  return req.get('authorization') !== undefined || req.accepts(['html', 'json']) === 'json';
}
