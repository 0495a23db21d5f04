import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { projectRoot } from '../project-root.ts';

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

export interface Assets {
  /** Path under the hash of all assets, so that browsers may keep it for ever. */
  readonly url: (name: string) => string;
  readonly serve: RequestHandler;
}

const typeOf: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The style sheets and scripts of `views/assets` and the two libraries that the browser runs, read into memory once and
 * served under one hash. All share the hash so that modules can import each other by relative path.
 */
export function openAssets(): Assets {
  const assets = new Map<string, Asset>();
  const folder = join(projectRoot, 'views', 'assets');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = typeOf[extname(name)];
    if (type) assets.set(name.replaceAll('\\', '/'), toAsset(type, readFileSync(join(folder, name))));
  }
  assets.set('css/app.css', toAsset(typeOf['.css'] ?? '', Buffer.from(bundleCss(assets))));
  assets.set('vendor/chart.js', toAsset(typeOf['.js'] ?? '', readFileSync(chartLibrary())));
  assets.set('vendor/webauthn.js', toAsset(typeOf['.js'] ?? '', readFileSync(passkeyLibrary())));

  const version = hashOf(assets);
  return { url: (name) => `/assets/${version}/${name}`, serve: serveFrom(assets, version) };
}

/** `css/app.css` with the files that it imports put in their places. */
function bundleCss(assets: ReadonlyMap<string, Asset>): string {
  const textOf = (name: string) => {
    const asset = assets.get(`css/${name}`);
    if (!asset) throw new Error(`views/assets/css/${name} is missing.`);
    return asset.body.toString('utf8');
  };
  return textOf('app.css').replace(
    /@import '(.+?)' layer\((\w+)\);/g,
    (_, name: string, layer: string) => `@layer ${layer} {\n${textOf(name)}}`,
  );
}

/** The build that a browser can load without an import map. */
function chartLibrary(): string {
  return join(createRequire(import.meta.url).resolve('chart.js'), '..', 'chart.umd.min.js');
}

function passkeyLibrary(): string {
  const entry = createRequire(import.meta.url).resolve('@simplewebauthn/browser');
  return join(entry.slice(0, entry.indexOf('browser') + 'browser'.length), 'dist', 'bundle', 'index.umd.min.js');
}

function toAsset(type: string, body: Buffer): Asset {
  return { type, body, gzipped: gzipSync(body) };
}

function hashOf(assets: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const [name, { body }] of assets) hash.update(name).update(body);
  return hash.digest('hex').slice(0, 12);
}

function serveFrom(assets: ReadonlyMap<string, Asset>, version: string): RequestHandler {
  return (req, res, next) => {
    const [, asked, ...rest] = req.path.split('/');
    const asset = assets.get(rest.join('/'));
    if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return next();

    const zipped = req.acceptsEncodings('gzip') !== false;
    res.set('Content-Type', asset.type);
    res.set('Cache-Control', asked === version ? 'public, max-age=31536000, immutable' : 'no-cache');
    res.vary('Accept-Encoding');
    if (zipped) res.set('Content-Encoding', 'gzip');
    res.end(zipped ? asset.gzipped : asset.body);
  };
}
