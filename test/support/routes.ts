import type { Express } from 'express';

/** What Express's router keeps for each part of its chain; only what is read here. */
interface Layer {
  readonly rawPath?: unknown;
  readonly route?: {
    readonly path?: unknown;
    readonly methods?: Readonly<Record<string, boolean>>;
    readonly stack?: readonly { readonly handle?: { readonly deed?: unknown } }[];
  };
  readonly handle?: { readonly stack?: unknown };
}

export interface Route {
  readonly method: string;
  /** As written, with the paths of the routers in which it stands: `/people/:id`. */
  readonly path: string;
  /** As its first handler says; null when that says none. */
  readonly deed: string | null;
}

/** Every route of the running app, in the order in which they are tried. */
export function listRoutes(app: Express): Route[] {
  return walk(app.router.stack, '');
}

function walk(stack: unknown, prefix: string): Route[] {
  const layers: readonly Layer[] = Array.isArray(stack) ? stack : [];
  return layers.flatMap((layer) => {
    if (layer.route) {
      const { path: own, methods = {}, stack: handlers } = layer.route;
      const deed = handlers?.[0]?.handle?.deed;
      const paths = (Array.isArray(own) ? own : [own]).map((path: unknown) => join(prefix, path));
      return Object.keys(methods).flatMap((method) =>
        paths.map((path) => ({ method, path, deed: typeof deed === 'string' ? deed : null })),
      );
    }
    return walk(layer.handle?.stack, join(prefix, layer.rawPath));
  });
}

function join(prefix: string, path: unknown): string {
  if (path === undefined || path === '/') return prefix === '' && path === '/' ? '' : prefix;
  if (typeof path !== 'string') throw new Error(`A route at ${String(path)}: only plain paths can be listed.`);
  return prefix + path;
}
