import type { Translate } from '../../i18n/translate.ts';
import { bodyRoles, type CompanyRole, companyRoles, type Role, roles } from '../../model/actor.ts';
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
    'people/colleagues': ColleaguesPage;
    'people/new-colleague': NewColleaguePage;
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
  readonly companyRoles: readonly RoleOption[];
  /** Names to choose from; the field takes any other too. */
  readonly organizations: readonly string[];
}

export interface PersonPage extends NewPersonPage {
  readonly person: Pick<Account, 'id' | 'name' | 'active'>;
  readonly isSelf: boolean;
  /** Works for the body, so that there is competence to record. */
  readonly isOfBody: boolean;
  /** A second factor or a passkey, that could be lost. */
  readonly hasFactor: boolean;
  /** When the person's data was erased; null: it was not. */
  readonly erasedAt: string | null;
}

export interface PasswordLinkPage extends PageFrame {
  readonly person: Pick<Account, 'id' | 'name' | 'signInName'>;
  readonly address: string;
  readonly days: number;
  /** Where a letter with another link goes; null: none is sent. */
  readonly mailedTo: string | null;
  readonly isNew: boolean;
  /** Where whoever made the link came from. */
  readonly list: '/people' | '/colleagues';
}

export interface ColleaguesPage extends PageFrame {
  readonly search: string;
  readonly people: Paged<ListedPerson>;
  /** One cannot lock oneself out. */
  readonly ownId: string;
}

export interface NewColleaguePage extends PageFrame {
  readonly form: FormState;
  readonly companies: readonly { readonly value: string; readonly label: string }[];
}

/** Every role, to look for people by. */
export function roleOptions(t: Translate): RoleOption[] {
  return optionsOf(roles, t);
}

/** What the form of a person offers. */
export function placeOptions(t: Translate): Pick<NewPersonPage, 'roles' | 'companyRoles'> {
  return { roles: optionsOf(bodyRoles, t), companyRoles: optionsOf(companyRoles, t) };
}

function optionsOf(offered: readonly Role[], t: Translate): RoleOption[] {
  return offered.map((role) => ({ value: role, label: t(`role.${role}`) }));
}

/** The form of somebody as they are. */
export function personFormOf(account: Account, organizationNames: ReadonlyMap<string, string>, email: string | null): FormState {
  const values = {
    name: account.name,
    signInName: account.signInName,
    roles: account.roles,
    organizationName: account.companies.map(({ organizationId }) => organizationNames.get(organizationId) ?? ''),
    companyRole: account.companies.map(({ role }): CompanyRole => role),
    registrationNumber: account.registrationNumber ?? '',
    email: email ?? '',
  };
  return { values, errors: {} };
}
