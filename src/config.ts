import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isBareAddress } from './model/mail-address.ts';
import { type GroupRoles, parseGroupRoles } from './model/provider-roles.ts';
import { projectRoot } from './project-root.ts';

const megabyte = 1024 * 1024;
const hour = 60 * 60 * 1000;

const port = z.coerce.number().int().min(0).max(65535);

/** One line for each setting; the README lists them for administrators. */
const environment = z.object({
  HOST: z.string().min(1).default('localhost'),
  PORT: port.default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ASSAY_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  ASSAY_DATA: z.string().min(1).default('data'),
  ASSAY_CRITERIA: z.string().min(1).default(resolve(projectRoot, 'criteria')),
  ASSAY_SESSION_SECRET: z.string().min(32).optional(),
  ASSAY_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ASSAY_UPLOAD_MB: z.coerce.number().positive().max(10_000).default(50),
  ASSAY_TIME_ZONE: z.string().refine(isTimeZone, 'This is no time zone, such as Asia/Shanghai').default('Asia/Shanghai'),
  ASSAY_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ASSAY_MAIL_FROM: z.string().transform(toSender).optional(),
  ASSAY_COMPETENCE: z.enum(['advised', 'required']).default('advised'),
  ASSAY_SESSION_IDLE_HOURS: z.coerce
    .number()
    .positive()
    .max(24 * 30)
    .default(12),
  ASSAY_SESSION_HOURS: z.coerce
    .number()
    .positive()
    .max(24 * 90)
    .default(24 * 7),
  ASSAY_PROOF_MINUTES: z.coerce
    .number()
    .positive()
    .max(24 * 60)
    .default(15),
  ASSAY_SECOND_FACTOR: z.enum(['offered', 'required']).default('offered'),
  ASSAY_SIGNING_KEY: z.string().min(1).optional(),
  ASSAY_SIGNING_PASSWORD: z.string().optional(),
  ASSAY_SIGNING_PASSWORD_FILE: z.string().min(1).optional(),
  ASSAY_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  ASSAY_OIDC_CLIENT_ID: z.string().min(1).optional(),
  ASSAY_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  ASSAY_OIDC_NAME: z.string().min(1).max(60).default('SSO'),
  ASSAY_OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  ASSAY_OIDC_ROLES: z.string().transform(toGroupRoles).optional(),
  ASSAY_FILES_KEY_FILE: z.string().min(1).optional(),
  ASSAY_BACKUPS: z.string().optional(),
  ASSAY_CLAMD: z.string().transform(toClamd).optional(),
  ASSAY_TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  ASSAY_TIMESTAMP_TRUST: z.string().min(1).optional(),
  ASSAY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The address that people type, without a slash at the end; decides whether cookies are `Secure`. */
  readonly address: string;
  /** null: the embedded SQLite file in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly criteriaFolder: string;
  /** null: one is made at the first start and kept in the data folder. */
  readonly sessionSecret: string | null;
  /** How many proxies stand in front; their `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: number;
  /** Bytes that one evidence file may have. */
  readonly uploadLimit: number;
  /** The zone in which days begin and times are shown. */
  readonly timeZone: string;
  /** The mail server, with user and password where it wants them; null: no mail is sent. */
  readonly smtpUrl: string | null;
  /** In whose name letters are sent; set whenever `smtpUrl` is. */
  readonly mailFrom: { readonly name: string; readonly address: string } | null;
  /** `required`: nobody is put into a team without recorded competence, whatever the criteria; `advised`: it is told. */
  readonly competence: 'advised' | 'required';
  /** Milliseconds after which a browser must sign in again: when it is not used, and in any case. */
  readonly sessionLimits: { readonly idle: number; readonly absolute: number };
  /** Milliseconds for which proving who one is counts, before deeds that ask for it anew. */
  readonly proofLimit: number;
  /** `required`: the body's people do nothing before they have set up a second factor. */
  readonly secondFactor: 'offered' | 'required';
  /** The body's PKCS#12 file with which certificates are signed, and its password or the file that holds it; null: none. */
  readonly signingKey: SigningKeySource | null;
  /** The provider by way of which people may sign in; null: none. */
  readonly oidc: OidcSettings | null;
  /** The file of the keys with which evidence is encrypted where it lies; null: it is not. */
  readonly filesKeyFile: string | null;
  /** The virus scanner that looks at every file before it can be downloaded; null: there is none. */
  readonly clamd: ClamdAddress | null;
  /** Where backups lie, or the file that each of them touches; `assay doctor` looks how old the newest is. null: it cannot. */
  readonly backups: string | null;
  /** The authority that stamps issued papers with the time (RFC 3161), and who vouches for it; null: none. */
  readonly timeAuthority: { readonly url: string; readonly trustFile: string } | null;
  readonly logLevel: string;
}

/** A provider of single sign-on (OpenID Connect), and what this site is to it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people call it. */
  readonly name: string;
  readonly groupsClaim: string;
  /** Roles of the body by group; null: roles are given here, and nobody gets an account by signing in. */
  readonly groupRoles: GroupRoles | null;
}

/** Where clamd listens: a port of a host, or a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export interface SigningKeySource {
  readonly file: string;
  readonly password: string;
  readonly passwordFile: string | null;
}

/** The environment as typed settings. Throws an Error that names every setting that is wrong. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = withSecretsFromFiles(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')));
  const result = environment.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings of the environment are wrong:\n${lines.join('\n')}`);
  }

  const settings = result.data;
  if (settings.ASSAY_SMTP_URL && !settings.ASSAY_MAIL_FROM)
    throw new Error('ASSAY_SMTP_URL needs ASSAY_MAIL_FROM, such as 衡准 <assay@example.com>');
  return {
    host: settings.HOST,
    port: settings.PORT,
    address: (settings.ASSAY_ADDRESS ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    databaseUrl: settings.DATABASE_URL ?? null,
    dataFolder: resolve(settings.ASSAY_DATA),
    criteriaFolder: resolve(settings.ASSAY_CRITERIA),
    sessionSecret: settings.ASSAY_SESSION_SECRET ?? null,
    trustedProxies: settings.ASSAY_TRUSTED_PROXIES,
    uploadLimit: Math.floor(settings.ASSAY_UPLOAD_MB * megabyte),
    timeZone: settings.ASSAY_TIME_ZONE,
    smtpUrl: settings.ASSAY_SMTP_URL ?? null,
    mailFrom: settings.ASSAY_MAIL_FROM ?? null,
    competence: settings.ASSAY_COMPETENCE,
    sessionLimits: { idle: settings.ASSAY_SESSION_IDLE_HOURS * hour, absolute: settings.ASSAY_SESSION_HOURS * hour },
    proofLimit: settings.ASSAY_PROOF_MINUTES * 60_000,
    secondFactor: settings.ASSAY_SECOND_FACTOR,
    signingKey: signingKeyOf(settings),
    oidc: oidcOf(settings),
    filesKeyFile: settings.ASSAY_FILES_KEY_FILE ? resolve(settings.ASSAY_FILES_KEY_FILE) : null,
    backups: settings.ASSAY_BACKUPS ? resolve(settings.ASSAY_BACKUPS) : null,
    clamd: settings.ASSAY_CLAMD ?? null,
    timeAuthority: timeAuthorityOf(settings),
    logLevel: settings.ASSAY_LOG_LEVEL,
  };
}

/** Settings that are secrets or hold one; each may stand in a file instead, named by the same setting with `_FILE`. */
const secrets = [
  'DATABASE_URL',
  'ASSAY_SESSION_SECRET',
  'ASSAY_SMTP_URL',
  'ASSAY_OIDC_CLIENT_SECRET',
  'ASSAY_TIMESTAMP_URL',
] as const;

/** Throws an Error that names the setting, never the secret. */
function withSecretsFromFiles(given: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const read = secrets.flatMap((name) => {
    const file = given[`${name}_FILE`];
    if (file === undefined) return [];
    if (given[name] !== undefined) throw new Error(`Both ${name} and ${name}_FILE are set. Take one of them away.`);
    return [[name, readSecret(`${name}_FILE`, file)] as const];
  });
  return { ...given, ...Object.fromEntries(read) };
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Error(`${name} names a file that cannot be read: ${file}`, { cause: error });
  }
}

function signingKeyOf(settings: z.output<typeof environment>): SigningKeySource | null {
  const { ASSAY_SIGNING_KEY: file, ASSAY_SIGNING_PASSWORD: password = '', ASSAY_SIGNING_PASSWORD_FILE: passwordFile } = settings;
  return file ? { file: resolve(file), password, passwordFile: passwordFile ? resolve(passwordFile) : null } : null;
}

function timeAuthorityOf({ ASSAY_TIMESTAMP_URL: url, ASSAY_TIMESTAMP_TRUST: trust }: z.output<typeof environment>) {
  if (!url) return null;
  if (!trust)
    throw new Error(
      'ASSAY_TIMESTAMP_URL needs ASSAY_TIMESTAMP_TRUST, the file with the certificates that vouch for the authority',
    );
  return { url, trustFile: resolve(trust) };
}

/** `Name <address>` or the address alone. */
function toSender(text: string, context: z.RefinementCtx): { name: string; address: string } {
  const [, name = '', inner = ''] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? ['', '', text.trim()];
  if (!isBareAddress(inner)) context.addIssue('This is no sender, such as 衡准 <assay@example.com>');
  return { name: name.trim(), address: inner };
}

function oidcOf(settings: z.output<typeof environment>): OidcSettings | null {
  const { ASSAY_OIDC_ISSUER: issuer, ASSAY_OIDC_CLIENT_ID: clientId, ASSAY_OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (!issuer) return null;
  if (!clientId || !clientSecret)
    throw new Error(
      'ASSAY_OIDC_ISSUER needs ASSAY_OIDC_CLIENT_ID and ASSAY_OIDC_CLIENT_SECRET, or ASSAY_OIDC_CLIENT_SECRET_FILE',
    );
  const { ASSAY_OIDC_NAME: name, ASSAY_OIDC_GROUPS_CLAIM: groupsClaim, ASSAY_OIDC_ROLES: groupRoles = null } = settings;
  return { issuer, clientId, clientSecret, name, groupsClaim, groupRoles };
}

function toGroupRoles(text: string, context: z.RefinementCtx): GroupRoles {
  const roles = parseGroupRoles(text);
  if (!roles) context.addIssue('Write pairs such as assay-audit=auditor, assay-office=programme-manager');
  return roles ?? [];
}

/** `host:port` or the path of a socket. */
function toClamd(text: string, context: z.RefinementCtx): ClamdAddress {
  if (text.startsWith('/')) return { path: text };
  const [, host = '', port = ''] = /^\[?([^[\]\s]+?)\]?:(\d{1,5})$/.exec(text.trim()) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65535)
    context.addIssue('This is no address of clamd, such as localhost:3310 or /run/clamav/clamd.ctl');
  return { host, port: Number(port) };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
