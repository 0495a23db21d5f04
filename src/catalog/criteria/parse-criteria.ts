import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import { type Problem, sortProblems } from '../source/problem.ts';
import { type Report, reportOn } from '../source/problem-list.ts';
import { atStart } from '../source/text-file.ts';
import { readYaml } from '../source/yaml-source.ts';
import { buildCriteria } from './build-criteria.ts';
import { checkClauses } from './check-clauses.ts';
import { checkGrades } from './check-grades.ts';
import { checkHead } from './check-head.ts';
import { checkScales } from './check-methods.ts';
import { checkOverlay } from './check-overlay.ts';
import { type CriteriaDraft, readDraft } from './draft.ts';
import { createLocalizer, type Translation } from './localizer.ts';
import { type Overlay, readOverlay } from './overlay.ts';

export interface CriteriaReading {
  /** null when there is any problem. */
  readonly criteria: Criteria | null;
  /** By place; those of overlays after those of the file. */
  readonly problems: readonly Problem[];
  /** What is translated, for each overlay; empty while there are problems. A missing text is no problem. */
  readonly translations: readonly Translation[];
}

export interface OverlayText {
  /** As named in problems. */
  readonly name: string;
  readonly text: string;
  /** The language in the file's name; null where it has none. */
  readonly language: string | null;
}

/** Reads and checks criteria with their overlays. All problems are reported at once; `name` is how they name the file. */
export function parseCriteriaText(name: string, text: string, overlays: readonly OverlayText[] = []): CriteriaReading {
  const opened = open(name, text);
  const draft = opened.value === undefined ? null : readDraft(opened.value, opened.report);
  if (draft) checkDraft(draft, opened.report);

  const read = overlays.map((overlay) => parseOverlay(overlay, draft));
  const repeated = checkLanguages(read);
  const found = [...opened.problems(), ...repeated, ...read.flatMap(({ problems }) => problems)];
  if (found.length > 0 || !draft) return { criteria: null, problems: sortProblems(found), translations: [] };

  const localizer = createLocalizer(
    draft.head.form.language ?? '',
    read.flatMap(({ overlay }) => overlay ?? []),
  );
  return { criteria: buildCriteria(draft, localizer), problems: [], translations: localizer.translations() };
}

function checkDraft(draft: CriteriaDraft, report: Report): void {
  checkHead(draft.head, report);
  checkClauses(draft, report);
  if (!draft.head.broken.has('scales')) checkScales(draft.scales, draft.all, report);
  checkGrades(draft, report);
}

interface ReadOverlay {
  readonly name: string;
  readonly overlay: Overlay | null;
  readonly problems: readonly Problem[];
}

function parseOverlay({ name, text, language }: OverlayText, draft: CriteriaDraft | null): ReadOverlay {
  const { value, report, problems } = open(name, text);
  const overlay = value === undefined ? null : readOverlay(value, report);
  if (overlay && draft) checkOverlay(overlay, draft, language, report);
  return { name, overlay, problems: problems() };
}

function checkLanguages(overlays: readonly ReadOverlay[]): Problem[] {
  const seen = new Set<string>();
  return overlays.flatMap(({ name, overlay }) => {
    const language = overlay?.head.form.language;
    if (language === undefined) return [];
    const repeated = seen.has(language);
    seen.add(language);
    return repeated ? [atStart(name, message('criteria.overlayRepeated', { found: language }))] : [];
  });
}

function open(name: string, text: string) {
  const source = readYaml(name, text);
  const report = reportOn(source);
  const isEmpty = source.value === undefined && source.problems.length === 0;
  const empty = isEmpty ? [atStart(name, message('catalog.emptyFile'))] : [];
  return { value: source.value ?? undefined, report, problems: () => [...source.problems, ...empty, ...report.problems] };
}
