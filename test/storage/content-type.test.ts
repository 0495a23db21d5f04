import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recognizeContent } from '../../src/features/evidence/content-type.ts';
import { kindOfMedia } from '../../src/features/evidence/evidence.ts';
import type { FileBytes } from '../../src/storage/file-bytes.ts';
import { openSource } from '../../src/storage/file-source.ts';
import { compound, media, office, openDocument, pdf, png, program, zip } from '../support/sample-files.ts';

async function recognize(name: string, content: Buffer | string) {
  const folder = await mkdtemp(join(tmpdir(), 'assay-content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'incoming');
  const bytes = Buffer.from(content);
  await writeFile(path, bytes);
  const open: FileBytes['open'] = (range) => openSource({ path, keys: null }, range);
  return recognizeContent({ open, head: bytes.subarray(0, 4100), size: bytes.length, name });
}

const gbk = Buffer.from('bcd0beb2ced2b5c4ceacd0deb5a5a3acb9b25632b7ddc9cfc3c5', 'hex');

test.each([
  ['照片.png', png(), 'image/png'],
  ['photo.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(40)]), 'image/jpeg'],
  ['photo.heic', media('heic'), 'image/heic'],
  ['合同.pdf', pdf, 'application/pdf'],
  ['a.docx', office('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.xlsx', office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.pptx', office('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['a.ods', openDocument('application/vnd.oasis.opendocument.spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['a.zip', zip({ 'a.txt': 'x' }), 'application/zip'],
  ['a.doc', compound, 'application/msword'],
  ['a.xls', compound, 'application/vnd.ms-excel'],
  ['a.wps', compound, 'application/msword'],
  ['a.mp4', media('isom'), 'video/mp4'],
  ['a.m4a', media('M4A '), 'audio/x-m4a'],
  ['a.mov', media('qt  '), 'video/quicktime'],
  ['a.amr', Buffer.from('#!AMR\n\x3c\x91\x17\x16', 'latin1'), 'audio/amr'],
  ['a.txt', '维修单 12 份，抽查 5 份', 'text/plain'],
  ['a.txt', gbk, 'text/plain'],
  ['a.csv', '\ufeff日期,数量\r\n2026-01-05,3\r\n', 'text/csv'],
  ['a.md', '# 访谈记录', 'text/markdown'],
  ['a.eml', 'From: a@example.com\nSubject: x\n\nHello', 'message/rfc822'],
  ['less.txt', '<5 minutes', 'text/plain'],
  ['no extension', 'plain words', 'text/plain'],
  // The name contradicts the content, which is harmless.
  ['photo.pdf', png(), 'image/png'],
])('takes in %s by its content', async (name, content, mediaType) => {
  expect(await recognize(name, content)).toEqual({ mediaType });
});

test.each([
  ['合同.pdf', program, 'program'],
  ['setup.exe', program, 'program'],
  ['a.so', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(60)]), 'program'],
  ['a.pdf', '<!DOCTYPE html><script>alert(1)</script>', 'web'],
  ['a.txt', '\ufeff \n<html><body>', 'web'],
  ['a.txt', '<script>alert(1)</script>', 'web'],
  ['a.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'drawing'],
  ['a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing'],
  ['a.xml', '<?xml version="1.0"?><a/>', 'markup'],
  ['a.txt', '#!/bin/sh\nrm -rf /', 'script'],
  ['a.docx', office('docm'), 'macro'],
  ['run.bat', 'del *.*', 'name'],
  ['page.html', 'only words', 'name'],
  ['picture.html', png(), 'name'],
  ['a.txt', '', 'empty'],
  ['a.bin', Buffer.from([1, 2, 3, 0, 255, 254]), 'unknown'],
  ['a.txt', Buffer.from('text\0with zero'), 'unknown'],
  ['a.rar', Buffer.from('526172211a0700cf907300000d0000', 'hex'), 'other'],
  ['installer.msi', compound, 'other'],
])('refuses %s by what it seems to be', async (name, content, refused) => {
  expect(await recognize(name, content)).toMatchObject({ refused });
});

test('reads a long text to its end', async () => {
  expect(await recognize('a.txt', `${'维修'.repeat(100_000)}`)).toEqual({ mediaType: 'text/plain' });
  expect(await recognize('a.txt', `${'维修'.repeat(100_000)}\0`)).toMatchObject({ refused: 'unknown' });
});

test.each([
  ['image/png', 'photo'],
  ['audio/amr', 'recording'],
  ['video/mp4', 'recording'],
  ['text/csv', 'data'],
  ['application/vnd.ms-excel', 'data'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'data'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
  ['application/pdf', 'document'],
])('calls %s a %s unless somebody says otherwise', (mediaType, kind) => {
  expect(kindOfMedia(mediaType)).toBe(kind);
});
