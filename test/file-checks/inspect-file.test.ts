import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkArchive } from '../../src/features/file-checks/archive-check.ts';
import { inspectFile } from '../../src/features/file-checks/inspect-file.ts';
import { withoutDetails } from '../../src/features/file-checks/picture-check.ts';
import type { FileBytes } from '../../src/storage/file-bytes.ts';
import { nested, packed } from '../support/archives.ts';
import { heicPicture, phonePicture, tiffPicture } from '../support/pictures.ts';
import { office, pdf, png } from '../support/sample-files.ts';

const megabyte = 1024 * 1024;

function bytes(content: Buffer): FileBytes {
  return {
    size: content.length,
    open: async (range) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]),
  };
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const harmless = { encrypted: false, details: null };

test('an ordinary archive is harmless, also with office documents and archives in it', async () => {
  const archive = packed([
    { name: 'a.docx', content: office('docx') },
    { name: 'b.zip', content: packed([{ name: 'c.txt', content: Buffer.alloc(5 * megabyte) }]) },
  ]);
  expect(await inspectFile(bytes(archive), 'application/zip')).toEqual(harmless);
});

test('an archive that unpacks to far too much is a bomb', async () => {
  const bomb = packed([{ name: 'zeros', content: Buffer.alloc(11 * megabyte) }]);
  expect(await checkArchive(bytes(bomb), { entries: 100, depth: 4, unpacked: () => 10 * megabyte })).toBe('bomb');
  const promising = packed([{ name: 'zeros', content: Buffer.alloc(1000), claimed: 300 * megabyte }]);
  expect(await inspectFile(bytes(promising), 'application/zip')).toEqual({ refused: 'bomb' });
});

test('a bomb within an archive within an archive is found, though no directory tells of it', async () => {
  const limits = { entries: 100, depth: 4, unpacked: () => 10 * megabyte };
  const bomb = nested(2, packed([{ name: 'zeros', content: Buffer.alloc(11 * megabyte) }]));
  expect(await checkArchive(bytes(bomb), limits)).toBe('bomb');
  expect(
    await checkArchive(bytes(nested(2, packed([{ name: 'zeros', content: Buffer.alloc(9 * megabyte) }]))), limits),
  ).toBeNull();
});

test('archives within archives go four deep at most', async () => {
  expect(await checkArchive(bytes(nested(4, Buffer.from('text'))))).toBeNull();
  expect(await checkArchive(bytes(nested(5, Buffer.from('text'))))).toBe('bomb');
});

test('too many entries are a bomb', async () => {
  const many = packed(Array.from({ length: 101 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(0) })));
  expect(await checkArchive(bytes(many), { entries: 100, depth: 4, unpacked: () => megabyte })).toBe('bomb');
});

test('a directory that lies about what an entry unpacks to gains nothing', async () => {
  const lying = packed([{ name: 'zeros', content: Buffer.alloc(5 * megabyte), claimed: 100 }]);
  expect(await inspectFile(bytes(lying), 'application/zip')).toEqual({ refused: 'damaged' });
});

test('an entry whose name leads out of the folder is refused', async () => {
  const climbing = packed([{ name: '../../etc/cron.d/x', content: Buffer.from('x') }]);
  expect(await inspectFile(bytes(climbing), 'application/zip')).toEqual({ refused: 'damaged' });
});

test('encrypted archives, PDF and office documents are named', async () => {
  const archive = packed([{ name: 'a.txt', content: Buffer.from('x'), encrypted: true }]);
  expect(await inspectFile(bytes(archive), 'application/zip')).toEqual({ ...harmless, encrypted: true });

  const sealed = Buffer.from('%PDF-1.7\ntrailer<</Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>\n%%EOF\n');
  expect(await inspectFile(bytes(sealed), 'application/pdf')).toEqual({ ...harmless, encrypted: true });
  expect(await inspectFile(bytes(pdf), 'application/pdf')).toEqual(harmless);

  const container = Buffer.concat([compoundHead, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(600)]);
  expect(await inspectFile(bytes(container), docx)).toEqual({ ...harmless, encrypted: true });
});

const compoundHead = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);

test('the own encryption of older Word and Excel is told by their streams', async () => {
  const word = Buffer.alloc(512);
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(0x0100, 10);
  expect(await inspectFile(bytes(Buffer.concat([compoundHead, word])), 'application/msword')).toEqual({
    ...harmless,
    encrypted: true,
  });

  const excel = Buffer.alloc(512);
  excel.writeUInt16LE(0x0809, 0);
  excel.writeUInt16LE(16, 2);
  excel.writeUInt16LE(0x002f, 20);
  expect(await inspectFile(bytes(Buffer.concat([compoundHead, excel])), 'application/vnd.ms-excel')).toEqual({
    ...harmless,
    encrypted: true,
  });
  excel.writeUInt16LE(0x0042, 20);
  expect(await inspectFile(bytes(Buffer.concat([compoundHead, excel])), 'application/vnd.ms-excel')).toEqual(harmless);
});

test('macros are found in newer and older office files, and in archives', async () => {
  const withMacros = packed([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'word/vbaProject.bin', content: Buffer.from('macro') },
  ]);
  expect(await inspectFile(bytes(withMacros), docx)).toEqual({ refused: 'macro' });
  expect(await inspectFile(bytes(packed([{ name: 'a.docm', content: withMacros }])), 'application/zip')).toEqual({
    refused: 'macro',
  });
  const older = Buffer.concat([compoundHead, Buffer.from('_VBA_PROJECT', 'utf16le'), Buffer.alloc(600)]);
  expect(await inspectFile(bytes(older), 'application/msword')).toEqual({ refused: 'macro' });
});

test('bytes that are no archive, or half of one, are damaged, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 400 }), fc.uint8Array({ maxLength: 40 }), async (cut, noise) => {
      const whole = office('docx');
      const torn = Buffer.concat([whole.subarray(0, Math.floor((whole.length * cut) / 401)), Buffer.from(noise)]);
      expect(await inspectFile(bytes(torn), docx)).toEqual({ refused: 'damaged' });
    }),
    { numRuns: 40 },
  );
});

test.each(['jpeg', 'png', 'webp'] as const)('a %s loses camera and place, and keeps its direction', async (format) => {
  const picture = await phonePicture(format);
  expect(await inspectFile(bytes(picture), `image/${format}`)).toEqual({ encrypted: false, details: { place: true } });
  const plain = await withoutDetails(bytes(picture), `image/${format}`);
  if (!plain) throw new Error('Nothing came out.');
  const { exif, xmp, width, height, format: kept } = await sharp(plain).metadata();
  // It was to be shown turned by a quarter, and now lies so.
  expect({ exif, xmp, width, height, kept }).toEqual({ exif: undefined, xmp: undefined, width: 48, height: 64, kept: format });
  expect(plain.includes('Assay Phone')).toBe(false);
});

test('a TIFF loses them too', async () => {
  expect(await inspectFile(bytes(tiffPicture), 'image/tiff')).toEqual({ encrypted: false, details: { place: true } });
  const plain = await withoutDetails(bytes(tiffPicture), 'image/tiff');
  expect(plain?.includes('Assay Phone')).toBe(false);
  expect(await inspectFile(bytes(plain ?? Buffer.alloc(0)), 'image/tiff')).toEqual(harmless);
});

test('a HEIC picture loses them where they lie, and nothing else changes', async () => {
  expect(await inspectFile(bytes(heicPicture), 'image/heic')).toEqual({ encrypted: false, details: { place: true } });
  const plain = await withoutDetails(bytes(heicPicture), 'image/heic');
  expect(plain).toHaveLength(heicPicture.length);
  expect(plain?.includes('Phone')).toBe(false);
  const { exif } = await sharp(heicPicture).metadata();
  const at = heicPicture.indexOf(exif ?? 'missing');
  expect(plain?.subarray(0, at)).toEqual(heicPicture.subarray(0, at));
});

test('a picture without such details is left as it is', async () => {
  expect(await inspectFile(bytes(png()), 'image/png')).toEqual(harmless);
});

test('a picture with more dots than any memory holds is refused before it is unpacked', async () => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const small = png();
  // The first chunk of a PNG states its size; the bytes behind it may be few.
  const bomb = Buffer.concat([small.subarray(0, 16), header, crcOf(header), chunkOf('IDAT', deflateSync(Buffer.alloc(1000)))]);
  expect(await inspectFile(bytes(bomb), 'image/png')).toEqual({ refused: 'pixels' });
});

test('a picture that cannot be read is named as damaged', async () => {
  expect(await inspectFile(bytes(Buffer.from('ffd8ffe000104a464946', 'hex')), 'image/jpeg')).toEqual({ refused: 'damaged' });
});

function crcOf(header: Buffer): Buffer {
  return chunkOf('IHDR', header).subarray(-4);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
