import { z } from 'zod';

/** What a list page takes from its address: `?search=…&page=2`. Nonsense reads as the first page. */
export const listQuery = z.object({
  search: z
    .string()
    .transform((value) => value.normalize('NFC').trim().slice(0, 100))
    .catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const pageSize = 25;

/** One page of a list, and how to reach the others. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** `address` is the list's path with the filters that stand besides the page number. */
export function toPaged<T>(rows: readonly T[], total: number, page: number, address: string): Paged<T> {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const link = (to: number) => `${address}${address.includes('?') ? '&' : '?'}page=${to}`;
  return {
    rows,
    total,
    page,
    pages,
    previous: page > 1 ? link(Math.min(page - 1, pages)) : null,
    next: page < pages ? link(page + 1) : null,
  };
}

/** A path with those of the parameters that say something. */
export function addressOf(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** A pattern for LIKE in which what the user typed stands for itself. Use it with `escape '\'`. */
export function likePattern(search: string): string {
  return `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
