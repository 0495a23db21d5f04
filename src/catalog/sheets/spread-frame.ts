import type { Duration } from '../../model/criteria.ts';
import type { ScaleForm } from '../forms/clause-form.ts';
import type { OverlayFileForm } from './file-form.ts';

export type SpreadValue = string | number | boolean | readonly string[] | undefined;

/** One line of a sheet: field (`points`, `title@en`) → what stands there. */
export type SpreadRow = Readonly<Record<string, SpreadValue>>;

/** Puts the text of each language under its field. */
export type InLanguages = (
  key: string,
  own: string | undefined,
  pick: (overlay: OverlayFileForm) => string | undefined,
) => SpreadRow;

type LevelTexts = { readonly label?: string | undefined; readonly anchor?: string | undefined };

/** The levels of a scale, each with what says whose they are. */
export function spreadLevels(
  owner: SpreadRow,
  levels: ScaleForm['levels'],
  inLanguages: InLanguages,
  pick: (overlay: OverlayFileForm, value: string) => LevelTexts | undefined,
): SpreadRow[] {
  return levels.map(({ value, share, label, anchor }) => ({
    ...owner,
    level: value,
    share,
    ...inLanguages('label', label, (overlay) => pick(overlay, String(value))?.label),
    ...inLanguages('anchor', anchor, (overlay) => pick(overlay, String(value))?.anchor),
  }));
}

/** `30 working days` */
export function spanText({ value, unit }: Duration): string {
  return `${value} ${unit}`;
}
