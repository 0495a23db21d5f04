import type { Message } from '../../i18n/translate.ts';
import type { Problem } from './problem.ts';
import type { Path, Place, YamlSource } from './yaml-source.ts';

/** Collects the problems of one file; places are looked up only when there is something to report. */
export interface Report {
  readonly problems: readonly Problem[];
  /** A problem with a value. */
  readonly at: (path: Path, message: Message, hint?: Message | null) => void;
  /** A problem with a key. */
  readonly atKey: (path: Path, message: Message, hint?: Message | null) => void;
}

/** Leaves out what follows from a fault of YAML on the same line (of a workbook: in the same cell): it would only repeat it. */
export function reportOn(source: YamlSource): Report {
  const problems: Problem[] = [];
  const broken = new Set(source.problems.map(spotOf));
  const add = (place: Place, path: Path, message: Message, hint: Message | null) => {
    if (!broken.has(spotOf(place))) problems.push({ file: source.file, ...place, path, message, hint });
  };
  return {
    problems,
    at: (path, message, hint = null) => add(source.placeOf(path), path, message, hint),
    atKey: (path, message, hint = null) => add(source.placeOfKey(path), path, message, hint),
  };
}

function spotOf({ line, column, sheet }: Place): string {
  return sheet === undefined ? String(line) : `${sheet}\n${line}\n${column}`;
}
