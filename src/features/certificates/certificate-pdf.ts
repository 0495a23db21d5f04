import { buffer } from 'node:stream/consumers';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { colours, type TextStyle } from '../../pdf/theme.ts';
import { type Apart, drawFacts, drawScope, drawSites } from './certificate-annex.ts';
import { bronze, drawBorder } from './certificate-border.ts';
import { drawFoot } from './certificate-foot.ts';
import { drawMarks } from './certificate-marks.ts';
import {
  air,
  bodyName,
  type CertificatePaper,
  label,
  left,
  type PaperContext,
  small,
  texts,
  value,
  width,
} from './certificate-paper.ts';
import { artifact, openSheet, setIn, sheetSize } from './certificate-sheet.ts';
import { keepSignaturePlace } from './signature-place.ts';

/** The certificate with a place for its signature, not signed yet. The same paper gives the same bytes. */
export async function renderCertificate(paper: CertificatePaper): Promise<Buffer> {
  const languages: readonly Language[] = paper.language === 'both' ? ['zh-CN', 'en'] : [paper.language];
  const [first = 'zh-CN'] = languages;
  const t = translator(first);
  const sheet = openSheet({
    title: `${t('certificates.paper.title')} ${paper.facts.number}`,
    language: first,
    author: bodyName(paper.body, first),
    at: paper.at,
  });
  const context: PaperContext = { ...paper, sheet, languages };
  const apart = drawFace(context);
  if (apart.scope) drawScope(context);
  if (apart.sites) drawSites(context);
  keepSignaturePlace(sheet.pdf, {
    name: bodyName(paper.body, first),
    reason: `${t('certificates.paper.title')} ${paper.facts.number}`,
    at: paper.at,
  });
  sheet.root.end();
  sheet.pdf.end();
  return buffer(sheet.pdf);
}

/** Gives what stands on the following pages instead. */
function drawFace(context: PaperContext): Apart {
  const { sheet } = context;
  artifact(sheet, () => drawBorder(sheet.pdf, sheetSize));
  let y = drawHead(context);
  y = drawHolder(context, y);
  y = drawGrade(context, y);
  const apart = drawFacts(context, y);
  drawFoot(context);
  return apart;
}

/** Who certifies, between the logo and the mark. */
function drawNames(context: PaperContext): number {
  const { sheet, languages, body } = context;
  const aside = drawMarks(context);
  const box = { x: left + aside, width: width - 2 * aside, align: 'center' } as const;
  let y = 68 + air(context) / 2;
  for (const language of languages) {
    const name = bodyName(body, language);
    const size = language === 'en' ? { size: 10, leading: 15 } : { size: 13, leading: 20 };
    const style: TextStyle = { weight: 'regular', ...size, colour: colours.ink };
    // A long name beside pictures would become too small on one line.
    const lines = aside > 0 && name.length > (language === 'en' ? 70 : 26) ? 2 : 1;
    y = setIn(sheet, name, style, { ...box, y, lines });
  }
  return y;
}

function drawHead(context: PaperContext): number {
  const { sheet, languages, facts } = context;
  let y = drawNames(context);
  y += 16;
  for (const [index, language] of languages.entries()) {
    const t = translator(language);
    const big = index === 0;
    const style: TextStyle = big
      ? { weight: 'bold', size: 36, leading: 48, colour: colours.ink }
      : { weight: 'regular', size: 15, leading: 22, colour: bronze };
    const title = t('certificates.paper.title');
    y = setIn(sheet, language === 'en' ? title : [...title].join(' '), style, {
      x: left,
      y,
      width,
      align: 'center',
      tag: big ? 'H1' : 'P',
      lines: 1,
    });
  }
  const number = languages.map((language) => translator(language)('certificates.number')).join(' ');
  return setIn(
    sheet,
    `${number}  ${facts.number}`,
    { ...value, colour: colours.muted },
    { x: left, y: y + 4, width, align: 'center', lines: 1 },
  );
}

function drawHolder(context: PaperContext, top: number): number {
  const { sheet, languages, facts } = context;
  let y = top + 20 + air(context);
  const line = languages.map((language) => translator(language)('certificates.paper.certifies')).join('  ');
  y = setIn(sheet, line, label, { x: left, y, width, align: 'center', lines: 1 }) + 4;
  for (const [index, name] of texts(context, facts.holder.name).entries()) {
    const style: TextStyle =
      index === 0
        ? { weight: 'bold', size: 21, leading: 31, colour: colours.ink }
        : { weight: 'regular', size: 13, leading: 20, colour: colours.ink };
    y = setIn(sheet, name, style, { x: left, y, width, align: 'center', tag: index === 0 ? 'H2' : 'P' });
  }
  const { registrationNumber } = facts.holder;
  for (const address of texts(context, facts.holder.address))
    y = setIn(sheet, address, { ...value, size: 9.5, leading: 15 }, { x: left, y, width, align: 'center' });
  if (!registrationNumber) return y;
  const named = languages.map((language) => translator(language)('certificates.paper.registration')).join(' ');
  return setIn(sheet, `${named}  ${registrationNumber}`, label, { x: left, y, width, align: 'center', lines: 1 });
}

function drawGrade(context: PaperContext, top: number): number {
  const { sheet, languages, facts } = context;
  let y = top + 16 + air(context);
  const line = languages.map((language) => translator(language)('certificates.paper.meets')).join('  ');
  y = setIn(sheet, line, label, { x: left, y, width, align: 'center', lines: 1 });
  for (const [index, title] of texts(context, facts.basis.title).entries()) {
    const style: TextStyle = {
      ...value,
      weight: index === 0 ? 'bold' : 'regular',
      size: index === 0 ? 12 : 10.5,
      leading: index === 0 ? 19 : 16,
    };
    y = setIn(sheet, title, style, { x: left, y, width, align: 'center' });
  }
  const edition = languages
    .map((language) => translator(language)('certificates.paper.version', { version: facts.basis.version }))
    .join('  ');
  y = setIn(sheet, edition, small, { x: left, y, width, align: 'center', lines: 1 }) + 8;
  const [first = '', ...others] = texts(context, facts.grade.label);
  y = setIn(
    sheet,
    first,
    { weight: 'bold', size: 30, leading: 42, colour: colours.seal },
    { x: left, y, width, align: 'center', lines: 1 },
  );
  for (const other of others)
    y = setIn(
      sheet,
      other,
      { weight: 'bold', size: 13, leading: 19, colour: colours.seal },
      { x: left, y, width, align: 'center', lines: 1 },
    );
  return y;
}
