import type { Path, Place } from '../source/yaml-source.ts';

/** A place in a workbook. */
export interface CellPlace extends Place {
  readonly sheet: string;
}

/** Remembers from which cells the values of a form came. */
export interface SheetPlaces {
  /** Sets the value and remembers its cell. */
  readonly put: (container: Record<string, unknown>, key: string, value: unknown, place: Place) => void;
  /** Remembers the cell of an entry of a list. */
  readonly markEntry: (list: object, index: number, place: Place) => void;
  /** Remembers where a map or list as a whole stands: that of its row. */
  readonly mark: (container: object, place: Place) => void;
  /** Where the value at the path stands; where it is missing, what is around it. */
  readonly find: (root: unknown, path: Path, otherwise: Place) => Place;
}

export function createSheetPlaces(): SheetPlaces {
  const wholes = new WeakMap<object, Place>();
  const parts = new WeakMap<object, Map<string, Place>>();
  const remember = (container: object, key: string, place: Place) => {
    const known = parts.get(container) ?? new Map<string, Place>();
    parts.set(container, known.set(key, place));
  };
  return {
    put: (container, key, value, place) => {
      Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
      remember(container, key, place);
    },
    markEntry: (list, index, place) => remember(list, String(index), place),
    mark: (container, place) => {
      wholes.set(container, place);
    },
    find: (root, path, otherwise) => {
      let place = otherwise;
      let at: unknown = root;
      for (const step of path) {
        const next = partOf(at, step);
        if (next === undefined) break;
        place = (isObject(next) && wholes.get(next)) || (isObject(at) && parts.get(at)?.get(String(step))) || place;
        at = next;
      }
      return place;
    },
  };
}

function partOf(value: unknown, step: string | number): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, String(step))?.value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
