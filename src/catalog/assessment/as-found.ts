import type { Report } from '../source/problem-list.ts';
import { type AssessmentDraft, readAssessmentDraft } from './assessment-draft.ts';

export interface AsFoundDraft {
  readonly draft: AssessmentDraft;
  /** Tells only of what stands under `as_found`: the rest is read with the whole file. */
  readonly report: Report;
}

/** The assessment before corrections: the file with the blocks under `as_found` in place of its own; null where it has none. */
export function readAsFoundDraft(value: unknown, report: Report): AsFoundDraft | null {
  if (!isMap(value) || !isMap(value.as_found)) return null;
  const blocks = value.as_found;
  const { as_found: _, plan: _1, requests: _2, statements: _3, comparisons: _4, steps: _5, ...whole } = value;
  const own = within(report, new Set(Object.keys(blocks)));
  const draft = readAssessmentDraft({ ...whole, ...blocks }, own);
  return draft && { draft, report: own };
}

function within(report: Report, keys: ReadonlySet<string>): Report {
  const isOwn = ([first]: readonly (string | number)[]) => keys.has(String(first));
  return {
    problems: report.problems,
    at: (path, text, hint) => {
      if (isOwn(path)) report.at(['as_found', ...path], text, hint);
    },
    atKey: (path, text, hint) => {
      if (isOwn(path)) report.atKey(['as_found', ...path], text, hint);
    },
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
