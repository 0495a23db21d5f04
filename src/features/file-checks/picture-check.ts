import sharp, { type Metadata, type SharpInput } from 'sharp';
import { type FileBytes, readBytes } from '../../storage/file-bytes.ts';

/** What a picture carries beside what one sees: camera, time and place, or remarks. */
export interface PictureDetails {
  /** Where it was taken. */
  readonly place: boolean;
}

export type PictureFinding = { readonly refused: 'pixels' | 'damaged' } | { readonly details: PictureDetails | null };

/** Pictures of phones have up to 200 million; a bomb promises more than any memory holds. */
export const mostPixels = 250_000_000;
const largestPicture = 256 * 1024 * 1024;

/** Reads what a picture says of itself, without unpacking it. */
export async function checkPicture(file: FileBytes): Promise<PictureFinding> {
  if (file.size > largestPicture) return { refused: 'pixels' };
  const bytes = await readBytes(file);
  const metadata = await metadataOf(bytes);
  if (!metadata) return { refused: 'damaged' };
  const { width, height, pages = 1, pageHeight = height } = metadata;
  if (width * pageHeight * Math.max(pages, 1) > mostPixels) return { refused: 'pixels' };
  return { details: detailsOf(metadata, bytes) };
}

/** null: this is no picture that can be read. The limit is kept by the caller, so that a bomb is told from damage. */
async function metadataOf(bytes: SharpInput): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    return null;
  }
}

function detailsOf(metadata: Metadata, bytes: Buffer): PictureDetails | null {
  if (metadata.format === 'tiff') return detailsOfTiff(bytes);
  const parts = partsOf(metadata).filter((part) => part.some((byte) => byte !== 0));
  if (parts.length === 0) return null;
  return { place: parts.some((part) => part.includes('GPS')) || hasTag(metadata.exif, placeTags) };
}

function partsOf({ exif, xmp, iptc }: Metadata): Buffer[] {
  return [exif, xmp, iptc].flatMap((part) => part ?? []);
}

/** Tags of a directory, in either order of bytes: those that point to place and camera, XMP, and the maker. */
const placeTags = ['2588040001000000', '8825000400000001'];
const cameraTags = [
  '6987040001000000',
  '8769000400000001',
  'bc020100',
  '02bc0001',
  'bc020700',
  '02bc0007',
  '0f010200',
  '010f0002',
];

/** A TIFF is such a directory itself; it stands at its beginning or its end. */
function detailsOfTiff(bytes: Buffer): PictureDetails | null {
  const ends = Buffer.concat([bytes.subarray(0, 4096), bytes.subarray(-4096)]);
  const place = hasTag(ends, placeTags);
  return place || hasTag(ends, cameraTags) ? { place } : null;
}

function hasTag(bytes: Buffer | undefined, tags: readonly string[]): boolean {
  return tags.some((tag) => bytes?.includes(Buffer.from(tag, 'hex')));
}

/** The same picture without them; null when that cannot be done with this kind. */
export async function withoutDetails(file: FileBytes, mediaType: string): Promise<Buffer | null> {
  const bytes = await readBytes(file);
  const plain = /^image\/hei[cf]/.test(mediaType) ? await blanked(bytes) : await drawnAnew(bytes, mediaType);
  const left = plain && (await metadataOf(plain));
  return left && detailsOf(left, plain) === null ? plain : null;
}

/** Turned as it is shown, since the direction stands in what is removed; colours are kept. */
async function drawnAnew(bytes: Buffer, mediaType: string): Promise<Buffer | null> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient().keepIccProfile();
  try {
    const { pages = 1 } = await sharp(bytes).metadata();
    if (pages > 1) return null;
    switch (mediaType) {
      case 'image/jpeg':
        return await picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
      case 'image/png':
        return await picture.png().toBuffer();
      case 'image/webp':
        return await picture.webp({ quality: 95 }).toBuffer();
      case 'image/tiff':
        return await picture.tiff({ compression: 'deflate' }).toBuffer();
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** HEIC cannot be drawn anew here; its details stand in one piece, which is overwritten where it lies. */
async function blanked(bytes: Buffer): Promise<Buffer | null> {
  const metadata = await metadataOf(bytes);
  if (!metadata) return null;
  const plain = Buffer.from(bytes);
  for (const part of partsOf(metadata)) {
    const at = plain.indexOf(part);
    if (at < 0) return null;
    plain.fill(0, at, at + part.length);
  }
  return plain;
}
