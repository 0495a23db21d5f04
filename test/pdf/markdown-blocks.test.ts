import { expect, test } from 'vitest';
import { addMarkdown, splitTitle } from '../../src/pdf/markdown-blocks.ts';
import { ReportDocument } from '../../src/pdf/report-document.ts';
import { readPdf, solid } from '../support/read-pdf.ts';

async function print(markdown: string) {
  const report = new ReportDocument({
    title: 't',
    subject: 's',
    language: 'en',
    createdAt: new Date(0),
    header: { left: '', right: '' },
    footer: '',
    mark: null,
    pageOf: () => '',
  });
  addMarkdown(report, markdown);
  return readPdf(await report.finish());
}

test('headings, lists and tables are tagged as such, emphasis is plain', async () => {
  const pdf = await print(
    '## About us\n\nWe **audit** `services`.\n\n- one\n- two\n\n1. first\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  );
  const text = pdf.pages.join('');
  expect(text).toContain(solid('We audit services.'));
  expect(text).toContain('1.first');
  expect(pdf.roles.get('H2')).toBe(1);
  expect(pdf.roles.get('LI')).toBe(2);
  expect(pdf.roles.get('TD')).toBe(2);
});

test('HTML is printed as the text that it is, links with their address', async () => {
  const text = (await print('<script>alert(1)</script>\n\nHello <b>you</b>, see [us](https://a.example).')).pages.join('');
  expect(text).toContain('<script>alert(1)</script>');
  expect(text).toContain('Hello<b>you</b>,seeus(https://a.example).');
});

test('the first heading becomes the title', () => {
  expect(splitTitle('# 关于我们\n\n文字')).toEqual({ title: '关于我们', rest: '\n文字' });
  expect(splitTitle('文字\n# 后面')).toEqual({ title: null, rest: '文字\n# 后面' });
});
