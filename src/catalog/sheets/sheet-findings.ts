import type { Message } from '../../i18n/translate.ts';
import type { Problem } from '../source/problem.ts';
import type { Place } from '../source/yaml-source.ts';

/** Collects what is found while a workbook is read. */
export interface SheetFindings {
  readonly file: string;
  readonly problems: readonly Problem[];
  /** What was understood or left out, and is no problem. */
  readonly notes: readonly Problem[];
  readonly refuse: (place: Place, message: Message, hint?: Message | null) => void;
  readonly note: (place: Place, message: Message) => void;
}

export function createSheetFindings(file: string): SheetFindings {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  return {
    file,
    problems,
    notes,
    refuse: (place, message, hint = null) => {
      problems.push({ file, ...place, message, hint });
    },
    note: (place, message) => {
      notes.push({ file, ...place, message, hint: null });
    },
  };
}
