import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import './pdfkit-types.ts';
import { type ContentsEntry, type ContentsPlace, drawContents, reserveContents } from './contents.ts';
import type { DocumentFacts, PartFacts } from './document-facts.ts';
import { type Faces, openFaces } from './face.ts';
import { gatherDrawing } from './gather-drawing.ts';
import { gapAbove, gapBelow, type Heading, type SetHeading, setHeading } from './heading-style.ts';
import { packObjects } from './pack-objects.ts';
import { drawFrames, drawWatermark } from './page-frame.ts';
import { printable } from './printable.ts';
import { drawLines, type SetText, setText } from './text-block.ts';
import { contentBottom, page, type TextStyle } from './theme.ts';

/**
 * A tagged A4 document that is filled from top to bottom. It guards the place where the next block goes, the headings that
 * wait for the block they belong to, the structure tree, the bookmarks and the list of characters that could not be printed.
 */
export class ReportDocument {
  readonly pdf: PDFKit.PDFDocument;
  readonly faces: Faces = openFaces();
  readonly facts: DocumentFacts;
  /** Visible characters that the font lacks and 〓 stands for. */
  readonly missing = new Set<string>();
  /** Top of the next block on the current page. */
  y: number = page.top;
  readonly #document: PDFKit.PDFStructureElement;
  #root: PDFKit.PDFStructureElement;
  /** The document and its parts, the last first: contents are written into parts that are long over. */
  readonly #roots: PDFKit.PDFStructureElement[] = [];
  #outline: PDFKit.PDFOutline;
  readonly #parts: { readonly facts: PartFacts; readonly firstPage: number }[] = [];
  readonly #contents: { readonly place: ContentsPlace; readonly entries: ContentsEntry[] }[] = [];
  /** How many pages it has; known when it is finished. */
  pages = 0;
  /** Figures and tables of the part so far. */
  #numbers = { figure: 0, table: 0 };
  /** Headings that are listed so far; each has a destination of its own. */
  #listed = 0;
  /** What stands on the right of the header of the pages that begin from now on. */
  rightHeader: string;
  /** The same as it stands on each page so far. */
  readonly rightHeaders: string[];
  #waiting: Heading[] = [];
  #chapter: PDFKit.PDFOutline | null = null;

  constructor(facts: DocumentFacts) {
    this.facts = facts;
    this.rightHeader = facts.header.right;
    this.rightHeaders = [this.rightHeader];
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      font: '',
      ...(facts.archival ? { pdfVersion: '1.4', subset: 'PDF/A-1b' } : { pdfVersion: '1.7' }),
      tagged: true,
      lang: facts.language,
      displayTitle: true,
      bufferPages: true,
      fontLayoutCache: false,
      info: {
        Title: facts.title,
        Subject: facts.subject,
        ...(facts.keywords && { Keywords: facts.keywords }),
        Creator: 'Assay',
        Producer: 'Assay',
        CreationDate: facts.createdAt,
        ...(facts.archival && { ModDate: facts.createdAt }),
      },
    });
    gatherDrawing(this.pdf);
    this.pdf.registerFont('regular', this.faces.regular.font).registerFont('bold', this.faces.bold.font);
    // The tree of bookmarks itself must say how many it has, too.
    if (facts.archival) Object.assign(this.pdf.outline, { options: { expanded: true } });
    this.#document = this.pdf.struct('Document');
    this.pdf.addStructure(this.#document);
    this.#root = this.#document;
    this.#roots.push(this.#document);
    this.#outline = this.pdf.outline;
    this.#parts.push({ facts, firstPage: 1 });
    drawWatermark(this);
  }

  /**
   * From here on another part, with a header and footer of its own and bookmarks below one with that title. The first part of
   * a document begins on its first page, every other on a new one.
   */
  beginPart(facts: PartFacts, title: string): void {
    this.reserve(0);
    const isFirst = this.pageNumber === 1 && this.atTop;
    this.rightHeader = facts.header.right;
    if (isFirst) {
      this.#parts.length = 0;
      this.rightHeaders[0] = this.rightHeader;
    } else this.newPage();
    this.#parts.push({ facts, firstPage: this.pageNumber });
    this.#root = this.pdf.struct('Part', { lang: facts.language, title });
    this.#document.add(this.#root);
    this.#roots.unshift(this.#root);
    this.#outline = this.pdf.outline.addItem(title, { expanded: true });
    this.#chapter = null;
    this.#numbers = { figure: 0, table: 0 };
  }

  /** The number of the next figure or table of the part, from 1. */
  next(what: 'figure' | 'table'): number {
    this.#numbers[what] += 1;
    return this.#numbers[what];
  }

  /** What stands around the text that is written now. */
  get part(): PartFacts {
    return this.#parts.at(-1)?.facts ?? this.facts;
  }

  /** What stands around the text of that page, the first is 1; `isCover` is the first page of a part. */
  frameOf(pageNumber: number): { readonly facts: PartFacts; readonly isCover: boolean } {
    const part = this.#parts.findLast(({ firstPage }) => firstPage <= pageNumber);
    return { facts: part?.facts ?? this.facts, isCover: part?.firstPage === pageNumber };
  }

  /** Points left on the current page. */
  get room(): number {
    return contentBottom - this.y;
  }

  /** Number of the current page, the first is 1. */
  get pageNumber(): number {
    return this.pdf.bufferedPageRange().count;
  }

  get atTop(): boolean {
    return this.y <= page.top;
  }

  newPage(): void {
    this.pdf.addPage({ size: 'A4', margin: 0 });
    gatherDrawing(this.pdf);
    drawWatermark(this);
    this.rightHeaders.push(this.rightHeader);
    this.y = page.top;
  }

  space(points: number): void {
    if (!this.atTop) this.y += points;
  }

  /** Announces a heading; it is printed together with the block that follows, never alone at the foot of a page. */
  heading(heading: Heading): void {
    this.#waiting.push(heading);
  }

  /**
   * Makes room for the first `height` points of a block, on a new page if need be, and prints the waiting headings above it.
   * A block that is taller than a page gets what a page has.
   */
  reserve(height: number): void {
    const headings = this.#waiting.map((heading) => setHeading(this, heading));
    this.#waiting = [];
    const needed = headings.reduce((sum, { above, below }) => sum + above + below, height);
    if (needed > 0 && needed > this.room && !this.atTop) this.newPage();
    for (const heading of headings) this.#printHeading(heading);
  }

  /** The text broken into lines, with 〓 for what the font lacks. */
  set(text: string, style: TextStyle, width: number): SetText {
    const face = this.faces[style.weight];
    return setText(printable(text, face, this.missing), style, { face, width });
  }

  /** Opens a structure element below the document or another element; the caller ends it. */
  open(
    type: string,
    options: Readonly<Record<string, string>> = {},
    parent: PDFKit.PDFStructureElement = this.#root,
  ): PDFKit.PDFStructureElement {
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws as the content of one structure element. */
  tagged(type: string, draw: () => void, options: Readonly<Record<string, string>> = {}, parent = this.#root): void {
    this.open(type, options, parent).add(draw).end();
  }

  /** Draws what readers aloud shall skip: lines, tints, repeated heads. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Keeps pages for a table of contents with so many entries; it is printed when all page numbers are known. */
  contents(title: string, entries: number): void {
    this.#contents.push({ place: reserveContents(this, title, entries), entries: [] });
  }

  /** Prints contents, headers and footers, closes the document and gives its bytes. */
  async finish(): Promise<Buffer> {
    this.reserve(0);
    for (const { place, entries } of this.#contents) drawContents(this, place, entries);
    this.pages = this.pageNumber;
    drawFrames(this);
    for (const root of this.#roots) root.end();
    this.pdf.end();
    const bytes = await buffer(this.pdf);
    return this.facts.archival ? bytes : packObjects(bytes);
  }

  #printHeading({ heading, set, note }: SetHeading): void {
    this.space(gapAbove(heading.level));
    this.#bookmark(heading);
    this.tagged(`H${heading.level}`, () => drawLines(this, set, page.left, this.y));
    this.y += set.height + gapBelow(heading.level);
    if (!note) return;
    this.tagged('P', () => drawLines(this, note, page.left, this.y));
    this.y += note.height + gapBelow(heading.level);
  }

  #bookmark({ level, text, listed }: Heading): void {
    const title = printable(text, this.faces.regular, this.missing);
    // For archives an item that has others below it must say how many, which only open ones do.
    const options = { expanded: this.facts.archival === true, top: this.y - 6 };
    if (level === 1) this.#chapter = this.#outline.addItem(title, options);
    else if (level === 2) (this.#chapter ?? this.#outline).addItem(title, options);
    if (!listed) return;

    this.#listed += 1;
    const destination = `h${this.#listed}`;
    this.pdf.addNamedDestination(destination, 'XYZ', 0, this.y - 6, null);
    this.#contents.at(-1)?.entries.push({ level, title, page: this.pageNumber, destination });
  }
}
