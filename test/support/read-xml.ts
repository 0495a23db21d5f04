import { readXml } from '../../src/catalog/sheets/xml-events.ts';

/** The text of every element of that name, in order. Throws an Error where tags do not fit together or a sign is none that XML knows. */
export function readXmlTexts(xml: string, wanted: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(xml))
    throw new Error('There is a sign that XML does not know.');
  const open: string[] = [];
  const texts: string[] = [];
  readXml(xml, {
    open(name) {
      open.push(name);
      if (name === wanted) texts.push('');
    },
    close(name) {
      const last = open.pop();
      if (last !== name) throw new Error(`${last} is closed as ${name}.`);
    },
    text(text) {
      if (open.at(-1) === wanted) texts.push(`${texts.pop() ?? ''}${text}`);
    },
  });
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed.`);
  return texts;
}
