/** The part of oidc-provider that the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default class Provider {
    constructor(issuer: string, settings: object);
    callback(): RequestListener;
  }
}
