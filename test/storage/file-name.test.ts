import { expect, test } from 'vitest';
import { displayName, extensionOf, titleFromName } from '../../src/features/evidence/file-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\li\\维修单.pdf', '维修单.pdf'],
  ['a\r\nSet-Cookie: x=1.txt', 'a Set-Cookie_ x=1.txt'],
  ['<img src=x>.png', '_img src=x_.png'],
  ['fdp\u202egpj.exe', 'fdp gpj.exe'],
  ['e\u0301.txt', 'é.txt'],
  ['📷 现场.jpg', '📷 现场.jpg'],
  ['broken \ud83d.txt', 'broken .txt'],
  ['...', 'file'],
  ['CON', '_CON'],
  ['nul.tar.gz', '_nul.tar.gz'],
  ['console.txt', 'console.txt'],
  ['a.pdf. . .', 'a.pdf'],
  ['', 'file'],
  ['/', 'file'],
])('shows %j as %j', (given, shown) => {
  expect(displayName(given)).toBe(shown);
});

test('shortens a long name and keeps its extension', () => {
  const name = displayName(`${'长'.repeat(300)}.pdf`);
  expect([...name]).toHaveLength(150);
  expect(name.endsWith('长.pdf')).toBe(true);
  expect([...displayName('📷'.repeat(300))]).toHaveLength(150);
});

test('takes extension and title from a name', () => {
  expect(extensionOf('维修单.2026.PDF')).toBe('pdf');
  expect(extensionOf('.htaccess')).toBe('');
  expect(titleFromName('维修单.2026.PDF')).toBe('维修单.2026');
  expect(titleFromName('2026.01.05 记录')).toBe('2026.01.05 记录');
});
