import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, issue, shelf } from '../support/paper-shelf.ts';
import { structureProblems } from '../support/pdf-structure.ts';
import { archiveProblems, hasPreflight, hasQpdf, syntaxProblems } from '../support/preflight.ts';
import { readPdf } from '../support/read-pdf.ts';

let papers: readonly { name: string; isArchival: boolean; bytes: Buffer }[];

beforeAll(async () => {
  papers = await Promise.all(shelf.map(async (paper) => ({ ...paper, bytes: await bytesOf(paper) })));
});

const nothing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '']));

describe.each(shelf)('$name', (paper) => {
  test('is tagged as programs that read aloud need it', async () => {
    const bytes = await bytesOf(paper);
    const pdf = await readPdf(bytes);
    expect(await structureProblems(bytes)).toEqual([]);
    expect(pdf.title).not.toBe('undefined');
    expect(pdf.language).toBe(paper.languages[0]);
    expect(pdf.roles.get('H1') ?? 0).toBeGreaterThan(0);
    for (const page of pdf.pages) expect(page).not.toContain('〓');
    if (!paper.isArchival) return;
    expect(pdf.pages.at(-1)).toContain(issue.code);
    expect(pdf.pages.slice(0, -1).join('')).not.toContain(issue.code);
    expect(pdf.bookmarks.filter((title) => !title.startsWith(' '))).toEqual(['中文', 'English']);
    expect(pdf.alternatives.at(-1)).toContain(issue.address);
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>1</pdfaid:part>');
  });
});

test.skipIf(!hasQpdf)('qpdf finds nothing wrong with any of them', { timeout: 300_000 }, async () => {
  expect(await syntaxProblems(papers)).toEqual(nothing(papers.map(({ name }) => name)));
});

test.skipIf(!hasPreflight)('every issued paper is PDF/A-1b to the judge of PDFBox', { timeout: 120_000 }, async () => {
  const issued = papers.filter(({ isArchival }) => isArchival);
  expect(issued.length).toBeGreaterThan(5);
  expect(await archiveProblems(issued)).toEqual(nothing(issued.map(({ name }) => name)));
});
