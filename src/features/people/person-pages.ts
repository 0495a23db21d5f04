import type { Translate } from '../../i18n/translate.ts';
import { type Role, roles } from '../../model/actor.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { Account } from '../accounts/account-store.ts';
import type { ListedPerson } from './person-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'people/list': PeoplePage;
    'people/new': NewPersonPage;
    'people/edit': PersonPage;
    'people/password-link': PasswordLinkPage;
  }
}

export interface RoleOption {
  readonly value: Role;
  readonly label: string;
}

export interface PeoplePage extends PageFrame {
  readonly search: string;
  readonly role: Role | null;
  readonly roles: readonly RoleOption[];
  readonly people: Paged<ListedPerson>;
}

export interface NewPersonPage extends PageFrame {
  readonly form: FormState;
  readonly roles: readonly RoleOption[];
  /** Names to choose from; the field takes any other too. */
  readonly organizations: readonly string[];
}

export interface PersonPage extends NewPersonPage {
  readonly person: Pick<Account, 'id' | 'name' | 'active'>;
  readonly isSelf: boolean;
  /** Works for the body, so that there is competence to record. */
  readonly isOfBody: boolean;
}

export interface PasswordLinkPage extends PageFrame {
  readonly person: Pick<Account, 'id' | 'name' | 'signInName'>;
  readonly address: string;
  readonly days: number;
  readonly isNew: boolean;
}

export function roleOptions(t: Translate): RoleOption[] {
  return roles.map((role) => ({ value: role, label: t(`role.${role}`) }));
}

/** The form of somebody as they are. */
export function personFormOf(account: Account, organizationName: string): FormState {
  const values = {
    name: account.name,
    signInName: account.signInName,
    role: account.role,
    organizationName,
    registrationNumber: account.registrationNumber ?? '',
  };
  return { values, errors: {} };
}
