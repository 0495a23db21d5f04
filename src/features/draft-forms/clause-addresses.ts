import type { ClauseDraft, CriteriaDraft } from '../../catalog/criteria/draft.ts';
import type { Position } from '../../catalog/edit/criteria-texts.ts';
import type { Path } from '../../catalog/source/yaml-source.ts';

/** The clauses of a draft by the names under which their forms are found. */
export interface ClausePlaces {
  readonly keyOf: (clause: ClauseDraft) => string;
  readonly find: (key: string) => ClauseDraft | undefined;
  /** The innermost clause around a place of the file. */
  readonly around: (path: Path) => ClauseDraft | undefined;
}

/** A clause is called by its id; where that is missing or doubled, by where it stands: `@2.1`. */
export function clausePlaces(draft: CriteriaDraft): ClausePlaces {
  const byId = new Map<string, ClauseDraft>();
  const byPath = new Map<string, ClauseDraft>();
  for (const clause of draft.all) {
    const { id } = clause.form;
    if (id !== undefined && !byId.has(id)) byId.set(id, clause);
    byPath.set(clause.path.join('/'), clause);
  }
  return {
    keyOf: (clause) => {
      const { id } = clause.form;
      return id !== undefined && byId.get(id) === clause
        ? id
        : `@${positionOf(clause)
            .map((index) => index + 1)
            .join('.')}`;
    },
    find: (key) => {
      if (!key.startsWith('@')) return byId.get(key);
      const indexes = key
        .slice(1)
        .split('.')
        .map((number) => Number(number) - 1);
      return byPath.get(indexes.flatMap((index) => ['clauses', index]).join('/'));
    },
    around: (path) => {
      for (let length = path.length; length > 1; length -= 1) {
        const clause = byPath.get(path.slice(0, length).join('/'));
        if (clause) return clause;
      }
      return undefined;
    },
  };
}

export function positionOf({ path }: ClauseDraft): Position {
  return path.flatMap((step) => (typeof step === 'number' ? [step] : []));
}

/** Number and title; the id where there is neither. */
export function nameOf({ form }: ClauseDraft, untitled: string): string {
  return [form.number, form.title].filter(Boolean).join(' ') || form.id || untitled;
}
