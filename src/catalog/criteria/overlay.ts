import { type ClauseTextsForm, clauseTextsForm, type OverlayHeadForm, overlayHeadForm } from '../forms/overlay-form.ts';
import { type Part, readPart } from '../forms/part.ts';
import type { Report } from '../source/problem-list.ts';

/** The texts of one more language, as far as they could be read. */
export interface Overlay {
  readonly head: Part<OverlayHeadForm>;
  readonly clauses: ReadonlyMap<string, Part<ClauseTextsForm>>;
}

/** Reads an overlay, reporting each fault of form; null when it is no map. */
export function readOverlay(value: unknown, report: Report): Overlay | null {
  const head = readPart(overlayHeadForm, value, [], report);
  if (!head) return null;

  const clauses = new Map<string, Part<ClauseTextsForm>>();
  for (const [id, texts] of Object.entries(head.form.clauses ?? {})) {
    const part = readPart(clauseTextsForm, texts, ['clauses', id], report);
    if (part) clauses.set(id, part);
  }
  return { head, clauses };
}
