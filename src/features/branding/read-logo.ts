import sharp from 'sharp';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { PaperBrand } from '../reports/paper-brand.ts';

/** The most that a logo is kept with: sharp in print at four centimetres. */
const largest = { width: 1200, height: 480 } as const;
const mostPixels = 40_000_000;

/** What no drawing of a logo needs: scripts, handlers, other documents, entities, pictures from elsewhere. */
const active =
  /<script|<foreignObject|<!DOCTYPE|<!ENTITY|<image|<iframe|javascript:|\son\w+\s*=|@import|(?:href|src)\s*=\s*["']?\s*(?!["']?\s*#)|url\(\s*["']?\s*(?!["']?#)/i;

/** A PNG, JPEG or SVG as a PNG without transparency and without anything hidden in it. Throws `invalid` at that field for what is no picture. */
export async function readLogo(bytes: Buffer, field: string): Promise<NonNullable<PaperBrand['logo']>> {
  const kind = kindOf(bytes);
  if (kind === null) throw refusal(field, message('brand.logo.kind'));
  if (kind === 'svg' && active.test(bytes.toString('utf8'))) throw refusal(field, message('brand.logo.active'));
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, ...(kind === 'svg' && { density: 300 }) })
      .rotate()
      .flatten({ background: '#FFFFFF' })
      .resize({ ...largest, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { png: data.toString('base64'), width: info.width, height: info.height };
  } catch (error) {
    throw refusal(field, message('brand.logo.broken'), error);
  }
}

function kindOf(bytes: Buffer): 'png' | 'jpeg' | 'svg' | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.subarray(0, 4096).toString('utf8'))
    ? 'svg'
    : null;
}

function refusal(field: string, text: Message, cause?: unknown): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text }, { cause });
}
