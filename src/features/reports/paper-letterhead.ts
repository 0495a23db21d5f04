import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { addTable } from '../../pdf/table.ts';
import { addParagraph, drawLines, type SetText } from '../../pdf/text-block.ts';
import { contentBottom, contentWidth, page, styles } from '../../pdf/theme.ts';
import type { BrandPicture, PaperBrand } from './paper-brand.ts';

interface Head {
  readonly top: number;
  readonly logo: { readonly width: number; readonly height: number };
  /** Between the line and the text; null: the text begins where it does without. */
  readonly below: number | null;
}

const heads = {
  letter: { top: 34, logo: { width: 150, height: 36 }, below: 18 },
  margin: { top: 24, logo: { width: 110, height: 28 }, below: null },
} as const satisfies Record<string, Head>;
const signatureHeight = 44;

export interface LetterheadOptions {
  readonly language: Language;
  readonly head?: keyof typeof heads;
  /** With the mark of the accreditation, which only what tells of an audit may bear. */
  readonly bearsMark?: boolean;
}

/** Logo, name and mark at the head of the first page, above a line in the body's colour; leaves `y` below it. */
export function addLetterhead(report: ReportDocument, brand: PaperBrand | null, options: LetterheadOptions): void {
  if (!brand) return;
  const { language, bearsMark = false } = options;
  const head: Head = heads[options.head ?? 'letter'];
  const x = page.left + drawPicture(report, brand.logo, { alt: brand.name[language] || 'Logo', at: 'left' }, head);
  const alt = brand.accreditation ?? brand.name[language];
  const taken = bearsMark ? drawPicture(report, brand.mark ?? null, { alt, at: 'right' }, head) : 0;
  const { top, logo } = head;
  const name = nameIn(report, brand, language, { width: page.left + contentWidth - x - taken, height: logo.height });
  if (brand.name[language]) report.tagged('P', () => drawLines(report, name, x, top + (logo.height - name.height) / 2));
  const y = top + logo.height + 6;
  report.artifact(() => report.pdf.rect(page.left, y, contentWidth, 2.4).fill(brand.colour));
  if (head.below !== null) report.y = Math.max(report.y, y + head.below);
}

/** As large as the head has room for; of a name that is too long for it in small type, as many lines as fit. */
function nameIn(
  report: ReportDocument,
  { name, colour }: PaperBrand,
  language: Language,
  box: { readonly width: number; readonly height: number },
): SetText {
  const sizes = [11, 9, 7].map((size) => ({ ...styles.strong, size, leading: Math.round(size * 1.45), colour }));
  const set = sizes.map((style) => report.set(name[language], style, box.width));
  const fitting = set.find(({ height }) => height <= box.height) ?? set.at(-1);
  if (!fitting) throw new Error('The head has no type.');
  const lines = fitting.lines.slice(0, Math.floor(box.height / fitting.style.leading));
  return { ...fitting, lines, height: lines.length * fitting.style.leading };
}

/** Points that it takes from its side. */
function drawPicture(
  report: ReportDocument,
  picture: BrandPicture | null,
  { alt, at }: { readonly alt: string; readonly at: 'left' | 'right' },
  { top, logo: box }: Head,
): number {
  if (!picture) return 0;
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const x = at === 'left' ? page.left : page.left + contentWidth - width;
  const draw = () => report.pdf.image(Buffer.from(picture.png, 'base64'), x, top + (box.height - height) / 2, { width, height });
  report.tagged('Figure', draw, { alt: alt || 'Logo' });
  return width + 14;
}

type Place = 'cover' | 'end';

/** Address, accreditation and disclaimer where the text has come to; on a cover at its foot. */
export function addImprint(report: ReportDocument, brand: PaperBrand | null, language: Language, where: Place): void {
  if (brand) addFoot(report, [addressLine(brand, language), brand.disclaimer[language]], where);
}

/** The same without the disclaimer, for documents that tell no result. */
export function addAddress(report: ReportDocument, brand: PaperBrand | null, language: Language, where: Place): void {
  if (brand) addFoot(report, [addressLine(brand, language)], where);
}

function addFoot(report: ReportDocument, lines: readonly string[], where: Place): void {
  const text = lines.filter(Boolean).join('\n');
  if (text === '') return;
  const set = report.set(text, styles.muted, contentWidth);
  report.reserve(set.height + 10);
  report.y += 10;
  if (where === 'cover') report.y = Math.max(report.y, contentBottom - set.height);
  addParagraph(report, text, { style: styles.muted, after: 0 });
}

function addressLine({ name, address, accreditation }: PaperBrand, language: Language): string {
  const t = translator(language);
  const number = accreditation && t('certificates.paper.accreditation', { number: accreditation });
  return [name[language], address[language], number].filter(Boolean).join('  ·  ');
}

/** Where somebody signs for the body. */
export function addSignature(report: ReportDocument, brand: PaperBrand | null, language: Language): void {
  if (!brand?.signatory) return;
  const t = translator(language);
  const { name, position } = brand.signatory;
  report.heading({ level: 2, text: t('brand.signed', { body: brand.name[language] }) });
  addTable(report, {
    title: t('brand.signature'),
    uncounted: true,
    columns: [
      { head: t('report.head.name'), share: 1 },
      { head: t('brand.position'), share: 1 },
      { head: t('report.head.signature'), width: 140 },
      { head: t('report.head.date'), width: 84 },
    ],
    rows: [{ cells: [name, position[language], '', ''], atLeast: signatureHeight }],
    style: { ...styles.body, size: 9, leading: 14.5 },
  });
}
