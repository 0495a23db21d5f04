import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import { type Problem, sortProblems } from '../source/problem.ts';
import { type Report, reportOn } from '../source/problem-list.ts';
import { atStart } from '../source/text-file.ts';
import { readYaml, type YamlSource } from '../source/yaml-source.ts';
import { buildCriteria } from './build-criteria.ts';
import { checkChoices } from './check-choices.ts';
import { checkClauses } from './check-clauses.ts';
import { checkGrades } from './check-grades.ts';
import { checkHead } from './check-head.ts';
import { checkScales } from './check-methods.ts';
import { checkOverlay } from './check-overlay.ts';
import { checkParts } from './check-parts.ts';
import { checkSums } from './check-sums.ts';
import { choicePlacesOf } from './choice-places.ts';
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

/** What was read, and the parts that are whole even while there are problems. */
export interface DraftReading extends CriteriaReading {
  /** null when the file is no map. */
  readonly draft: CriteriaDraft | null;
  /** Those that are maps. */
  readonly overlays: readonly Overlay[];
  /** null when the file could not be opened. */
  readonly sources: { readonly own: YamlSource; readonly overlays: readonly YamlSource[] } | null;
}

/** An overlay whose values are read already; `language` is the one in the file's name, null where it has none. */
export interface OverlaySource {
  readonly source: YamlSource;
  readonly language: string | null;
}

/** Reads and checks criteria with their overlays. All problems are reported at once; `name` is how they name the file. */
export function parseCriteriaText(name: string, text: string, overlays: readonly OverlayText[] = []): CriteriaReading {
  const { criteria, problems, translations } = readCriteriaDraft(name, text, overlays);
  return { criteria, problems, translations };
}

/** As `parseCriteriaText`, and keeps what could be read of criteria that still have problems; `read` may remember what it has read. */
export function readCriteriaDraft(
  name: string,
  text: string,
  overlays: readonly OverlayText[] = [],
  read: typeof readYaml = readYaml,
): DraftReading {
  const sources = overlays.map((overlay) => ({ source: read(overlay.name, overlay.text), language: overlay.language }));
  return checkSources(read(name, text), sources);
}

/** Checks values that are read already, wherever they come from; problems stand where the sources place them. */
export function checkSources(source: YamlSource, overlaySources: readonly OverlaySource[]): DraftReading {
  const opened = open(source);
  const draft = opened.value === undefined ? null : readDraft(opened.value, opened.report);
  if (draft) checkDraft(draft, opened.report);

  const read = overlaySources.map((overlay) => checkOverlaySource(overlay, draft));
  const overlays = read.flatMap(({ overlay }) => overlay ?? []);
  const sources = { own: source, overlays: overlaySources.map((overlay) => overlay.source) };
  const found = [...opened.problems(), ...checkLanguages(read), ...read.flatMap(({ problems }) => problems)];
  const kept = { draft, overlays, sources };
  if (found.length > 0 || !draft) return { ...kept, criteria: null, problems: sortProblems(found), translations: [] };

  const localizer = createLocalizer(draft.head.form.language ?? '', overlays);
  const criteria = buildCriteria(draft, localizer);
  return { ...kept, criteria, problems: [], translations: localizer.translations() };
}

function checkDraft(draft: CriteriaDraft, report: Report): void {
  checkHead(draft.head, report);
  checkClauses(draft, report);
  if (!draft.head.broken.has('scales')) checkScales(draft.scales, draft.all, report);
  const places = choicePlacesOf(draft);
  checkChoices(draft, places, report);
  if (places.all) checkSums(draft, places.all, report);
  checkParts(draft, report);
  checkGrades(draft, places, report);
}

interface ReadOverlay {
  readonly name: string;
  readonly overlay: Overlay | null;
  readonly problems: readonly Problem[];
}

function checkOverlaySource({ source, language }: OverlaySource, draft: CriteriaDraft | null): ReadOverlay {
  const { value, report, problems } = open(source);
  const overlay = value === undefined ? null : readOverlay(value, report);
  if (overlay && draft) checkOverlay(overlay, draft, language, report);
  return { name: source.file, overlay, problems: problems() };
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

function open(source: YamlSource) {
  const report = reportOn(source);
  // A file may also say in so many words that it holds nothing: `null`, `---`.
  const value = source.value ?? undefined;
  const empty = value === undefined && source.problems.length === 0 ? [atStart(source.file, message('catalog.emptyFile'))] : [];
  return { value, report, problems: () => [...source.problems, ...empty, ...report.problems] };
}
