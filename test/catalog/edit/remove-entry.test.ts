import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeEntry } from '../../../src/catalog/edit/part-deeds.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).filter((name) => !/^(true|false|null|yes|no|on|off|y|n)$/.test(name));
const kinds = fc.subarray(['self', 'initial', 'surveillance', 'recertification'], { minLength: 1 });
const entry = fc.record({ kinds: fc.option(kinds), comment: fc.boolean(), isBlock: fc.boolean(), weight: fc.nat(100) });
const lists = fc.constantFrom('variants', 'profiles', 'parts', 'grades');

/** As a person would write it: on one line or several, with a comment above or not. */
function entryText(
  name: string,
  { kinds: named, comment, isBlock, weight }: typeof entry extends fc.Arbitrary<infer E> ? E : never,
) {
  const facts = [`id: ${name}`, `title: Of ${name}`, `weight: ${weight}`, ...(named ? [`kinds: [${named.join(', ')}]`] : [])];
  const above = comment ? `  # About ${name}.\n` : '';
  return above + (isBlock ? `  - ${facts.join('\n    ')}\n` : `  - {${facts.join(', ')}}\n`);
}

test('an entry that is taken out of a list changes nothing of its neighbours, in the file and in its overlay', () => {
  const file = fc.record({
    key: lists,
    entries: fc.uniqueArray(fc.tuple(id, entry), { selector: ([name]) => name, minLength: 2, maxLength: 6 }),
    at: fc.nat(5),
  });
  fc.assert(
    fc.property(file, ({ key, entries, at }) => {
      const index = at % entries.length;
      const texts = entries.map(([name, one]) => entryText(name, one));
      const [top, bottom] = ['# Ours.\nformat: 1\nid: sample\nversion: 1.0.0\n', 'clauses: []  # none yet\n'];
      const source = `${top}${key}:\n${texts.join('')}${bottom}`;
      const titles = entries.map(([name]) => `  ${name}: {title: 译 ${name}}\n`);
      const overlay = `format: 1\ncriteria: sample\nversion: 1.0.0\n${key}:\n${titles.join('')}`;
      const [removed] = entries[index] ?? [''];

      const changed = removeEntry({ source, overlays: { 'zh-CN': overlay } }, key, index, removed);

      const before = parse(source)[key];
      expect(parse(changed.source)[key]).toEqual(before.filter((_: unknown, place: number) => place !== index));
      // Every line of the others stands as it stood, in its order.
      const lines = changed.source.split('\n').filter((line) => line !== `  # About ${removed}.`);
      const others = [top, `${key}:\n`, ...texts.filter((_, place) => place !== index), bottom].join('').split('\n');
      expect(lines).toEqual(others);
      expect(Object.keys(parse(changed.overlays['zh-CN'] ?? '')[key])).toEqual(
        entries.map(([name]) => name).filter((name) => name !== removed),
      );
    }),
    { numRuns: 30 },
  );
});
