import { join } from 'node:path';
import ejs from 'ejs';
import type { Express } from 'express';

/**
 * EJS in strict mode: a template sees only `it`, and a misspelt name or field throws instead of printing nothing.
 * Given by an engine function because EJS 7 does not read Express's `view options`.
 */
export function useViews(app: Express, folder: string): void {
  app.set('views', folder);
  app.set('view engine', 'ejs');
  app.engine('ejs', (file: string, data: object, done: (error: Error | null, html?: string) => void) => {
    ejs.renderFile(file, { ...data }, optionsOf(folder, app.enabled('view cache')), done);
  });
}

/** A page that is a file of its own, outside any frame and request. */
export function renderAlone(folder: string, view: string, it: object): Promise<string> {
  return ejs.renderFile(join(folder, `${view}.ejs`), { ...it }, optionsOf(folder, true));
}

function optionsOf(folder: string, cache: boolean) {
  return { strict: true, localsName: 'it', escape: escapeHtml, views: [folder], cache };
}

/** `null` prints nothing, on purpose; `undefined` is a mistake in the template or in its page. */
export function escapeHtml(value: unknown): string {
  if (value === undefined) throw new TypeError('This value is undefined.');
  return ejs.escapeXML(String(value ?? ''));
}
