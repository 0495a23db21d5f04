import { z } from 'zod';
import { reviseUpgrade } from '../../catalog/difference/revise-upgrade.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import { nearest } from '../../catalog/source/nearest.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { FieldErrors } from '../../model/errors.ts';

/** Begins the name of the field that says where one old clause goes. */
const prefix = 'to_';

export const versionQuery = z.object({ version: z.string().max(100).nullable().catch(null) });

/** The map as it was typed: a field an old clause. Of clauses without field the proposal holds. */
export const mapForm = z
  .object({ version: z.string().max(100), seen: z.string().max(100).default('') })
  .catchall(z.string().max(5000));
export type TypedMap = z.output<typeof mapForm>;

export const undoForm = z.strictObject({ seen: z.string().max(100) });

export function targetField(clause: string): string {
  return `${prefix}${clause}`;
}

/** How the clauses of the newer version are named in the form: by number where that is unique, else by id. */
export interface TargetNames {
  readonly nameOf: (id: string) => string;
  /** The clause that was meant, or what is wrong with the word. */
  readonly find: (word: string) => { readonly id: string } | { readonly problem: Message };
}

export function targetNames(after: Criteria): TargetNames {
  const rated = ratedClauses(after);
  const ids = new Set(rated.map(({ id }) => id));
  const byNumber = new Map<string, string[]>();
  for (const { id, number } of rated) {
    const word = plain(number);
    if (word) byNumber.set(word, [...(byNumber.get(word) ?? []), id]);
  }
  const numberOf = new Map(
    [...byNumber].flatMap(([number, found]) => (found[1] ? [] : found.map((id) => [id, number] as const))),
  );
  return {
    nameOf(id) {
      const number = numberOf.get(id);
      return number !== undefined && !/[\s,;，、；]/.test(number) && !(ids.has(number) && number !== id) ? number : id;
    },
    find(typed) {
      const word = plain(typed);
      if (ids.has(word)) return { id: word };
      const found = byNumber.get(word) ?? [];
      const [id] = found;
      if (id === undefined) return { problem: unknown(typed, nearest(word, [...numberOf.values(), ...ids])) };
      return found.length > 1
        ? { problem: message('criteriaUpgrade.ambiguous', { word: typed, ids: found.join(', ') }) }
        : { id };
    },
  };
}

/** The proposal with what was typed; where that names no rated clause of the newer version, the proposal stands and the error says so. */
export function toMap(
  proposal: UpgradeMap,
  names: TargetNames,
  typed: Readonly<Record<string, unknown>>,
): { map: UpgradeMap; errors: FieldErrors } {
  const errors: Record<string, Message> = {};
  const chosen = new Map<string, readonly string[]>();
  for (const { clause } of proposal) {
    const field = targetField(clause);
    const value = typed[field];
    if (typeof value !== 'string') continue;
    const found = wordsOf(value).map(names.find);
    const wrong = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
    if (wrong[0]) errors[field] = wrong[0];
    else chosen.set(clause, [...new Set(found.flatMap((one) => ('id' in one ? [one.id] : [])))]);
  }
  return { map: reviseUpgrade(proposal, chosen), errors };
}

function wordsOf(value: string): string[] {
  return value.split(/[\s,;，、；]+/u).filter(Boolean);
}

/** Full-width digits and letters are read as they were meant. */
function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

function unknown(word: string, near: string | null): Message {
  return near === null
    ? message('criteriaUpgrade.unknownTarget', { word })
    : message('criteriaUpgrade.unknownNear', { word, near });
}
