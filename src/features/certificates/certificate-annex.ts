import { translator } from '../../i18n/translate.ts';
import { colours, type TextStyle } from '../../pdf/theme.ts';
import { drawBorder } from './certificate-border.ts';
import { air, footTop, label, left, mostOnFace, type PaperContext, siteLine, texts, value, width } from './certificate-paper.ts';
import { artifact, heightIn, setIn, sheetSize } from './certificate-sheet.ts';

/** What stands on pages of its own, because the face has no room for it. */
export interface Apart {
  readonly scope: boolean;
  readonly sites: boolean;
}

/** A line of the face: its label, its texts, and how many lines each may have before its type becomes smaller. */
interface FactRow {
  readonly key: 'certificates.scope' | 'certificates.sites';
  readonly lines: readonly string[];
  readonly most: number;
}

const factStyle: TextStyle = { ...value, size: 9.5, leading: 14.5 };
const factBox = { x: left + 92, width: width - 92 } as const;

/** Scope and sites between hairlines, label on the left; what the face has no room for stands on pages of its own. */
export function drawFacts(context: PaperContext, top: number): Apart {
  const from = top + 14 + air(context) / 2;
  const fits = (apart: Apart) => rowsOf(context, apart).reduce((sum, row) => sum + heightOf(context, row), from) <= footTop - 8;
  const manySites = context.facts.sites.length > mostOnFace;
  const ways = [
    { scope: false, sites: manySites },
    { scope: false, sites: context.facts.sites.length > 0 },
  ];
  const apart = ways.find(fits) ?? { scope: true, sites: context.facts.sites.length > 0 };
  let y = from;
  rule(context, y);
  for (const row of rowsOf(context, apart)) y = drawRow(context, row, y);
  return apart;
}

function rowsOf(context: PaperContext, apart: Apart): FactRow[] {
  const { facts, languages } = context;
  const inEach = (key: 'certificates.paper.scopeApart' | 'certificates.paper.annex') =>
    languages.map((language) => translator(language)(key, { count: facts.sites.length }));
  const scope = apart.scope ? inEach('certificates.paper.scopeApart') : texts(context, facts.scope);
  const sites = apart.sites ? inEach('certificates.paper.annex') : facts.sites.map(siteLine);
  return [
    { key: 'certificates.scope', lines: scope, most: 4 },
    ...(facts.sites.length > 0 ? [{ key: 'certificates.sites', lines: sites, most: 1 } as const] : []),
  ];
}

function heightOf({ languages }: PaperContext, { lines, most }: FactRow): number {
  const text = lines.reduce((sum, line) => sum + heightIn(line, factStyle, { ...factBox, y: 0, lines: most }), 6);
  return Math.max(text, 7 + label.leading * languages.length) + 6;
}

function drawRow(context: PaperContext, { key, lines, most }: FactRow, top: number): number {
  const { sheet, languages } = context;
  const name = languages.map((language) => translator(language)(key)).join('\n');
  setIn(sheet, name, label, { x: left, y: top + 7, width: 84, lines: 4 });
  let bottom = top + 6;
  for (const text of lines) bottom = setIn(sheet, text, factStyle, { ...factBox, y: bottom, lines: most });
  const y = Math.max(bottom, top + 7 + label.leading * languages.length) + 6;
  rule(context, y);
  return y;
}

function rule({ sheet }: PaperContext, y: number): void {
  const draw = () =>
    sheet.pdf
      .lineWidth(0.5)
      .strokeColor(colours.line)
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke();
  artifact(sheet, draw);
}

/** The scope on a page of its own. */
export function drawScope(context: PaperContext): void {
  let y = beginPage(context, 'certificates.paper.scopeOf');
  const style: TextStyle = { ...value, size: 9.5, leading: 15.5 };
  for (const text of texts(context, context.facts.scope))
    y = setIn(context.sheet, text, style, { x: left, y, width, lines: 19 }) + 12;
}

const siteStyle: TextStyle = { ...value, size: 9.5, leading: 15 };
const mostSitesAPage = 30;
/** Where the sites of a page end, above its border. */
const sitesBottom = sheetSize.height - 62;

/** The sites on pages of their own, numbered. */
export function drawSites(context: PaperContext): void {
  const { sheet, facts } = context;
  let y = beginPage(context, 'certificates.paper.sitesOf');
  let onPage = 0;
  for (const [index, site] of facts.sites.entries()) {
    const box = { x: left + 28, y, width: width - 28, lines: 1 };
    const isFull = onPage === mostSitesAPage || y + heightIn(siteLine(site), siteStyle, box) > sitesBottom;
    if (isFull && onPage > 0) {
      y = beginPage(context, 'certificates.paper.sitesOf');
      onPage = 0;
    }
    setIn(sheet, `${index + 1}`, label, { x: left, y: y + 1, width: 24, lines: 1 });
    y = setIn(sheet, siteLine(site), siteStyle, { ...box, y }) + 6;
    onPage += 1;
  }
}

/** A page with that title; gives where its text begins. */
function beginPage(
  { sheet, facts, languages }: PaperContext,
  key: 'certificates.paper.sitesOf' | 'certificates.paper.scopeOf',
): number {
  sheet.pdf.addPage({ size: 'A4', margin: 0 });
  artifact(sheet, () => drawBorder(sheet.pdf, sheetSize));
  const title = languages.map((language) => translator(language)(key, { number: facts.number })).join('  ');
  const style: TextStyle = { weight: 'bold', size: 14, leading: 22, colour: colours.ink };
  return setIn(sheet, title, style, { x: left, y: 70, width, tag: 'H2', lines: 2 }) + 12;
}
