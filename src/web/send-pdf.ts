import type { Response } from 'express';
import { dispositionOf } from './disposition.ts';

/** Browsers show a PDF with a viewer of their own, which the policy of our pages would keep from drawing. */
const viewerPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The head of an answer that is a PDF of that name, to be shown in the browser. */
export function setPdfHead(res: Response, name: string): void {
  res.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': dispositionOf('inline', name),
    'Cache-Control': 'private, no-store, no-transform',
    'Content-Security-Policy': viewerPolicy,
  });
}
