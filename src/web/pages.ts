import type { Response } from 'express';
import { formatters } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { frameOf } from './frame.ts';

/** View name → the data that view takes. Each feature adds its own pages to this interface. */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it by declaration merging.
export interface Pages {}

/** What every page says about itself to the frame around it. */
export interface PageFrame {
  /** The title of the window; the heading stands in the page itself. */
  readonly title: string;
  /** `narrow` for forms and reading, `wide` for broad tables, `workbench` for the whole window without margins. */
  readonly layout?: 'narrow' | 'wide' | 'workbench';
}

/** Answers with a whole page. A view cannot be given the wrong data. */
export function renderPage<Name extends keyof Pages & string>(res: Response, name: Name, page: Pages[Name] & PageFrame): void {
  const frame = frameOf(res);
  const locals = { page, frame, t: translator(frame.language), h: formatters(frame.language, frame.timeZone) };
  res.render(name, locals, (error: Error | null, body: string) => {
    if (error) return res.req.next?.(error);
    res.render('layouts/main', { ...locals, body });
  });
}

/** Answers with the view alone, for scripts that put it into a page; or hands it to `done`. */
export function renderFragment<Name extends keyof Pages & string>(
  res: Response,
  name: Name,
  page: Pages[Name],
  done?: (error: Error | null, html: string) => void,
): void {
  const frame = frameOf(res);
  res.render(name, { page, frame, t: translator(frame.language), h: formatters(frame.language, frame.timeZone) }, done);
}
