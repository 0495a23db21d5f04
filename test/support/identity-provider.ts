import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';

/** What the provider says of somebody, by the name with which they sign in there. */
export type Claims = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const clientSecret = 'the secret between the site and its provider';

/** A real provider of OpenID Connect on this machine; it demands PKCE and lets in whoever gives any name. */
export async function startProvider(redirectUri: string, claims: Claims): Promise<{ issuer: string }> {
  // It says on every start which versions of Node.js it is made for.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const server = createServer();
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'assay', client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'] }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
    findAccount: async (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id, ...claims[id] }) }),
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  onTestFinished(async () => {
    quiet.mockRestore();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { issuer };
}

/** Goes through the pages of the provider as somebody with a browser would, and gives the address to which it leads back. */
export async function signInAtProvider(address: string, name: string, home: string): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const body = form && new URLSearchParams(form);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      method: form ? 'POST' : 'GET',
      ...(body ? { body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let answer = await visit(address);
  let url = address;
  for (let step = 0; step < 12; step += 1) {
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(home)) return url;
      answer = await visit(url);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`The provider shows no form: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
    answer = await visit(url, prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt });
  }
  throw new Error('The provider does not lead back.');
}
