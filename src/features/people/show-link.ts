import type { Response } from 'express';
import type { Deps } from '../../deps.ts';
import { translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { linkDays } from '../accounts/password-link-store.ts';
import './person-pages.ts';
import type { Invited } from './person-service.ts';

/** The answer to the deed itself: the link is kept nowhere, so no other page could show it. */
export function showLink(
  deps: Deps,
  res: Response,
  { account, token, mailedTo }: Invited,
  { isNew, list }: { readonly isNew: boolean; readonly list: '/people' | '/colleagues' },
): void {
  renderPage(res, 'people/password-link', {
    title: translatorOf(res)('people.link'),
    layout: 'narrow',
    person: { id: account.id, name: account.name, signInName: account.signInName },
    address: `${deps.config.address}/password/${token}`,
    days: linkDays,
    mailedTo,
    isNew,
    list,
  });
}
