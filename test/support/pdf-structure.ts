import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree as a reader's program sees it. */
interface Element {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly unknown[];
}

/** What stands in what, by the rules of tagged PDF; roles that are not named here may stand anywhere. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

/** What is wrong with the structure of a tagged PDF, page by page: headings that skip a level, figures without words, strays. */
export async function structureProblems(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const problems: string[] = [];
  let level = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const tree = await (await pdf.getPage(number)).getStructTree();
    walk(tree, 'Root', (element, parent) => {
      const own = Number(/^H([1-6])$/.exec(element.role)?.[1] ?? 0);
      problems.push(...problemsOf(element, parent, { own, before: level }).map((problem) => `page ${number}: ${problem}`));
      if (own > 0) level = own;
    });
  }
  const metadata = await pdf.getMetadata();
  if (metadata.metadata === null) problems.push('no metadata');
  await task.destroy();
  return problems;
}

function problemsOf({ role, alt, children }: Element, parent: string, level: { own: number; before: number }): string[] {
  const headless = role === 'Table' && !cellsOf(children).includes('TH') ? ['a table without header cells'] : [];
  const skips = level.own > level.before + 1 ? [`${role} after H${level.before}`] : [];
  const wordless = role === 'Figure' && !alt ? ['a figure without words'] : [];
  const allowed = parents[role];
  return [...skips, ...wordless, ...headless, ...(allowed && !allowed.includes(parent) ? [`${role} in ${parent}`] : [])];
}

/** The roles of the cells of a table on a page; none where only the rest of a row stands there. */
function cellsOf(rows: readonly unknown[]): string[] {
  return rows.filter(isElement).flatMap(({ children }) => children.filter(isElement).map(({ role }) => role));
}

function walk(node: unknown, parent: string, visit: (element: Element, parent: string) => void): void {
  if (!isElement(node)) return;
  visit(node, parent);
  for (const child of node.children) walk(child, node.role, visit);
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'role' in node && 'children' in node && Array.isArray(node.children);
}
