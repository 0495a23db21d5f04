import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { OidcSettings } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** What must come back unchanged; kept in the session, never in the address. */
export interface Round {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A person as the provider knows them. */
export interface ProvidedPerson {
  readonly issuer: string;
  /** By which the provider tells people apart; nothing else is relied on to find an account. */
  readonly subject: string;
  readonly label: string;
  readonly signInName: string | null;
  readonly groups: readonly string[];
}

export interface Provider {
  readonly settings: OidcSettings;
  begin(): Promise<{ readonly round: Round; readonly address: string }>;
  /** Throws `invalid` when what came back does not belong to that round, or the provider refused. */
  complete(round: Round, query: string): Promise<ProvidedPerson>;
}

export const callbackPath = '/sign-in/oidc/callback';

/** The configured provider; asked about itself when it is first needed, and again when that failed. Throws `not_found` when there is none. */
export function openProvider({ config, log }: Pick<Deps, 'config' | 'log'>): () => Provider {
  let found: Promise<Configuration> | null = null;
  return () => {
    const settings = config.oidc;
    if (settings === null) throw new AppError('not_found', message('error.notFound'));
    const discovered = async () => {
      found ??= discover(settings);
      try {
        return await found;
      } catch (error) {
        found = null;
        log.warn({ err: error }, 'the provider of single sign-on cannot be reached');
        throw new AppError('unavailable', message('sso.unreachable', { name: settings.name }), {}, { cause: error });
      }
    };
    return {
      settings,
      begin: async () => beginRound(await discovered(), config.address),
      complete: async (round, query) =>
        completeRound(await discovered(), settings, round, new URL(`${callbackPath}${query}`, config.address)),
    };
  };
}

/** `away`: it does not answer, or names another issuer than the one that is configured; `no-pkce`: it does not say that it can do S256. */
export async function checkProvider(settings: OidcSettings): Promise<'fine' | 'away' | 'no-pkce'> {
  try {
    const metadata = (await discover(settings)).serverMetadata();
    return metadata.supportsPKCE() ? 'fine' : 'no-pkce';
  } catch {
    return 'away';
  }
}

/** Plain http only on this machine, as in tests. */
function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const server = new URL(issuer);
  const isLocal = server.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
  return discovery(server, clientId, clientSecret, undefined, {
    timeout: 10,
    ...(isLocal ? { execute: [allowInsecureRequests] } : {}),
  });
}

async function beginRound(provider: Configuration, address: string) {
  const round = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: `${address}${callbackPath}`,
    scope: 'openid profile email',
    state: round.state,
    nonce: round.nonce,
    code_challenge: await calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: 'S256',
  });
  return { round, address: url.href };
}

async function completeRound(provider: Configuration, settings: OidcSettings, round: Round, url: URL): Promise<ProvidedPerson> {
  try {
    const tokens = await authorizationCodeGrant(provider, url, {
      expectedState: round.state,
      expectedNonce: round.nonce,
      pkceCodeVerifier: round.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider gave no ID token.');
    const more = provider.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {};
    return toPerson({ ...more, ...claims }, settings);
  } catch (error) {
    throw new AppError('invalid', message('sso.refused', { name: settings.name }), {}, { cause: error });
  }
}

function toPerson(
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
  settings: OidcSettings,
): ProvidedPerson {
  const text = (name: string) =>
    typeof claims[name] === 'string' && claims[name] !== '' ? String(claims[name]).slice(0, 100) : null;
  const groups = claims[settings.groupsClaim];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    label: text('name') ?? text('preferred_username') ?? text('email') ?? claims.sub.slice(0, 100),
    signInName: text('preferred_username') ?? text('email'),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}
