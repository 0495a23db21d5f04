import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The requirements of levels 1 and 2 in each section of ASVS 5.0.0; those of level 3 come after them. */
const sections: Readonly<Record<string, readonly number[]>> = {
  ...first({ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4 }),
  ...first({ '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 }),
  ...first({ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5 }),
  ...first({ '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4 }),
  ...first({ '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 }),
  ...first({ '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3 }),
  ...first({ '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4 }),
  ...first({ '17.3': 2 }),
};

function first(counts: Readonly<Record<string, number>>): Record<string, readonly number[]> {
  return Object.fromEntries(
    Object.entries(counts).map(([section, count]) => [section, Array.from({ length: count }, (_, index) => index + 1)]),
  );
}

const folder = 'docs/assurance';
const pages = readdirSync(folder).map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
const rows = pages.flatMap(({ text }) =>
  text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return /^\d/.test(cells[1] ?? '')
      ? [{ numbers: (cells[1] ?? '').split(', '), state: cells[3] ?? '', how: cells[4] ?? '' }]
      : [];
  }),
);

test('every requirement of levels 1 and 2 is answered, once', () => {
  const wanted = Object.entries(sections).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`));
  // 70 of level 1, 183 of level 2.
  expect(wanted.length).toBe(253);
  const told = rows.flatMap(({ numbers }) => numbers);
  expect(wanted.filter((number) => !told.includes(number))).toEqual([]);
  expect(told.filter((number) => !wanted.includes(number))).toEqual([]);
  expect(told.filter((number, index) => told.indexOf(number) !== index)).toEqual([]);
});

test('each answer is one of four, and says how', () => {
  for (const { numbers, state, how } of rows) {
    expect(['met', 'part', 'not', 'n.a.'], numbers.join()).toContain(state);
    expect(how.length, numbers.join()).toBeGreaterThan(3);
  }
});

test('what the pages name and link to is there', () => {
  const named = pages.flatMap(({ path, text }) => [
    ...[...text.matchAll(/`((?:src|test|views|docs)\/[\w./-]+|tsconfig\.json|package-lock\.json)`/g)].map(
      ([, file = '']) => file,
    ),
    ...[...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => normalize(join(dirname(path), link))),
  ]);
  expect(named.length).toBeGreaterThan(150);
  expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([]);
});

test('what a link points at within a page is a heading of it', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  for (const { path, text } of pages)
    for (const [, link = '', anchor = ''] of text.matchAll(/\]\(([^)#]+)#([^)]+)\)/g)) {
      const target = readFileSync(normalize(join(dirname(path), link)), 'utf8');
      const headings = [...target.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));
      expect(headings, `${path}: ${link}`).toContain(anchor);
    }
});
