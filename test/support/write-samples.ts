import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bytesOf, shelf } from './paper-shelf.ts';

/** `npm run samples` writes one of most kinds of document into `docs/samples`, always from the same made-up audit. */
const wanted = [
  'audit-report both',
  'executive-summary both',
  'findings-paper both',
  'roadmap-paper both',
  'comparison-paper both',
  'evidence-index both',
  'plan both',
  'nonconformity-forms both',
  'certificate both',
  'portfolio both',
  'booklet both',
];

const folder = new URL('../../docs/samples/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const name of wanted) {
  const paper = shelf.find((one) => one.name === name);
  if (!paper) throw new Error(`There is no ${name}.`);
  const file = `${name.replaceAll(' ', '-')}.pdf`;
  await writeFile(fileURLToPath(new URL(file, folder)), await bytesOf(paper));
  process.stdout.write(`${file}\n`);
}
