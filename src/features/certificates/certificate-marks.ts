import type { BrandPicture } from '../reports/paper-brand.ts';
import { bodyName, left, type PaperContext, width } from './certificate-paper.ts';

/** The room of a picture in an upper corner, and how far a line between the two stays away from the edges. */
const corner = { y: 62, width: 92, height: 50, between: 104 } as const;

/** The body's logo in the upper left corner, the mark of its accreditation in the right one. Gives what both take from a line between them. */
export function drawMarks(context: PaperContext): number {
  const { logo, mark, body, languages } = context;
  const [first = 'zh-CN'] = languages;
  const name = bodyName(body, first);
  if (logo) drawPicture(context, logo, { alt: name, at: 'left' });
  if (mark) drawPicture(context, mark, { alt: body.accreditation ?? name, at: 'right' });
  return logo || mark ? corner.between : 0;
}

function drawPicture(
  { sheet: { pdf, root } }: PaperContext,
  picture: BrandPicture,
  { alt, at }: { readonly alt: string; readonly at: 'left' | 'right' },
): void {
  const scale = Math.min(corner.width / picture.width, corner.height / picture.height);
  const [drawnWidth, drawnHeight] = [picture.width * scale, picture.height * scale];
  const x = at === 'left' ? left : left + width - drawnWidth;
  const y = corner.y + (corner.height - drawnHeight) / 2;
  const figure = pdf.struct('Figure', { alt });
  root.add(figure);
  figure.add(() => pdf.image(Buffer.from(picture.png, 'base64'), x, y, { width: drawnWidth, height: drawnHeight })).end();
}
