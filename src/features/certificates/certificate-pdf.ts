import { buffer } from 'node:stream/consumers';
import { formatters } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { textIn } from '../../model/clauses.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { colours, type TextStyle } from '../../pdf/theme.ts';
import { bronze, drawBorder } from './certificate-border.ts';
import { artifact, drawQr, openSheet, type Sheet, setIn, sheetSize } from './certificate-sheet.ts';
import type { CertificationBody } from './certification-body.ts';
import { keepSignaturePlace } from './signature-place.ts';

/** In which language a certificate is printed; `both`: Chinese, and English below it. */
export const certificateLanguages = ['zh-CN', 'en', 'both'] as const;
export type CertificateLanguage = (typeof certificateLanguages)[number];

export interface CertificatePaper {
  readonly facts: CertificateFacts;
  readonly body: CertificationBody;
  readonly language: CertificateLanguage;
  /** Where the register tells its state; the QR code leads there. */
  readonly address: string;
  /** Says on the paper that it is signed with a key for trying out. */
  readonly trial: boolean;
  /** Stands in the file as the moment of making. */
  readonly at: Date;
}

interface Context extends CertificatePaper {
  readonly sheet: Sheet;
  readonly languages: readonly Language[];
}

const left = 74;
const width = sheetSize.width - 2 * left;
/** Sites that stand on the face; with more of them all stand on the following pages. */
const mostOnFace = 4;

const label: TextStyle = { weight: 'regular', size: 8.5, leading: 13, colour: colours.muted };
const value: TextStyle = { weight: 'regular', size: 10.5, leading: 16, colour: colours.ink };
const small: TextStyle = { weight: 'regular', size: 7.5, leading: 11.5, colour: colours.muted };

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
  const context: Context = { ...paper, sheet, languages };
  drawFace(context);
  if (paper.facts.sites.length > mostOnFace) drawSites(context);
  keepSignaturePlace(sheet.pdf, {
    name: bodyName(paper.body, first),
    reason: `${t('certificates.paper.title')} ${paper.facts.number}`,
    at: paper.at,
  });
  sheet.root.end();
  sheet.pdf.end();
  return buffer(sheet.pdf);
}

function drawFace(context: Context): void {
  const { sheet } = context;
  artifact(sheet, () => drawBorder(sheet.pdf, sheetSize));
  let y = drawHead(context);
  y = drawHolder(context, y);
  y = drawGrade(context, y);
  drawFacts(context, y);
  drawFoot(context);
}

function drawHead(context: Context): number {
  const { sheet, languages, body, facts } = context;
  let y = 68 + air(context) / 2;
  for (const language of languages) {
    const style: TextStyle = {
      weight: 'regular',
      size: language === 'en' ? 10 : 13,
      leading: language === 'en' ? 15 : 20,
      colour: colours.ink,
    };
    y = setIn(sheet, bodyName(body, language), style, { x: left, y, width, align: 'center', lines: 1 });
  }
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

/** What a paper in one language gets as space, where the other puts its second. */
function air({ languages }: Context): number {
  return languages.length === 1 ? 34 : 0;
}

function drawHolder(context: Context, top: number): number {
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

function drawGrade(context: Context, top: number): number {
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

/** Scope and sites between hairlines, label on the left. */
function drawFacts(context: Context, top: number): void {
  const { sheet, facts, languages } = context;
  const rule = (at: number) =>
    artifact(sheet, () =>
      sheet.pdf
        .lineWidth(0.5)
        .strokeColor(colours.line)
        .moveTo(left, at)
        .lineTo(left + width, at)
        .stroke(),
    );
  let y = top + 14 + air(context) / 2;
  rule(y);
  const row = (key: 'certificates.scope' | 'certificates.sites', lines: readonly string[], most: number) => {
    const name = languages.map((language) => translator(language)(key)).join('\n');
    setIn(sheet, name, label, { x: left, y: y + 7, width: 84, lines: 4 });
    let bottom = y + 6;
    for (const text of lines)
      bottom = setIn(
        sheet,
        text,
        { ...value, size: 9.5, leading: 14.5 },
        { x: left + 92, y: bottom, width: width - 92, lines: most },
      );
    y = Math.max(bottom, y + 7 + label.leading * languages.length) + 6;
    rule(y);
  };
  row('certificates.scope', texts(context, facts.scope), 4);
  const onFace = facts.sites.length <= mostOnFace;
  const annex = languages.map((language) => translator(language)('certificates.paper.annex', { count: facts.sites.length }));
  if (facts.sites.length > 0) row('certificates.sites', onFace ? facts.sites.map(siteLine) : annex, 1);
}

function drawFoot(context: Context): void {
  const { sheet, facts, languages, address, trial, body } = context;
  const top = sheetSize.height - 172;
  const [first = 'zh-CN'] = languages;
  drawQr(sheet, address, translator(first)('certificates.paper.qr', { address }), { x: left, y: top, size: 70 });
  let y = top + 74;
  for (const language of languages)
    y = setIn(sheet, translator(language)('certificates.paper.scan'), small, { x: left, y, width: 200, lines: 1 });

  y = top;
  const dates = [
    ['certificates.issuedOn', facts.issuedOn],
    ['certificates.validUntil', facts.validUntil],
  ] as const;
  for (const [key, day] of dates) {
    const named = languages.map((language) => translator(language)(key)).join(' ');
    y = setIn(sheet, named, label, { x: left + 96, y, width: 170, lines: 1 });
    const shown = languages.map((language) => formatters(language, 'UTC').longDate(day)).join('  ');
    y = setIn(sheet, shown, { ...value, weight: 'bold', size: 10 }, { x: left + 96, y, width: 190, lines: 1 }) + 5;
  }
  drawSealPlace(context, sheetSize.width - left - 64, top + 44);
  drawImprint(context, body);
  if (!trial) return;
  const warning = languages.map((language) => translator(language)('certificates.paper.trial')).join('  ');
  setIn(
    sheet,
    warning,
    { weight: 'bold', size: 8.5, leading: 13, colour: colours.seal },
    { x: left, y: 46, width, align: 'center', lines: 1 },
  );
}

/** Where the stamp of the body goes on the printed paper. */
function drawSealPlace({ sheet, languages }: Context, x: number, y: number): void {
  artifact(sheet, () => sheet.pdf.lineWidth(0.5).strokeColor(colours.line).dash([3, 3]).circle(x, y, 52).stroke().undash());
  const word = languages.map((language) => translator(language)('certificates.paper.seal')).join('\n');
  setIn(
    sheet,
    word,
    { ...small, colour: '#A8A292' },
    { x: x - 50, y: y - 6 * languages.length, width: 100, align: 'center', lines: 2 },
  );
}

function drawImprint({ sheet, languages }: Context, body: CertificationBody): void {
  const { accreditation, website, phone } = body;
  let y = sheetSize.height - 44 - 11.5 * (languages.length === 2 ? 2 : 1);
  for (const [index, language] of languages.entries()) {
    const t = translator(language);
    const address = language === 'en' ? body.addressEn || body.addressZh : body.addressZh;
    const more =
      index === 0 ? [accreditation && t('certificates.paper.accreditation', { number: accreditation }), phone, website] : [];
    y = setIn(sheet, [address, ...more].filter(Boolean).join('  ·  '), small, { x: left, y, width, align: 'center', lines: 1 });
  }
}

/** The sites on pages of their own, numbered. */
function drawSites(context: Context): void {
  const { sheet, facts, languages } = context;
  const perPage = 30;
  for (let from = 0; from < facts.sites.length; from += perPage) {
    sheet.pdf.addPage({ size: 'A4', margin: 0 });
    artifact(sheet, () => drawBorder(sheet.pdf, sheetSize));
    const title = languages
      .map((language) => translator(language)('certificates.paper.sitesOf', { number: facts.number }))
      .join('  ');
    let y =
      setIn(
        sheet,
        title,
        { weight: 'bold', size: 14, leading: 22, colour: colours.ink },
        { x: left, y: 70, width, tag: 'H2', lines: 2 },
      ) + 12;
    for (const [index, site] of facts.sites.slice(from, from + perPage).entries()) {
      setIn(sheet, `${from + index + 1}`, label, { x: left, y: y + 1, width: 24, lines: 1 });
      y =
        setIn(sheet, siteLine(site), { ...value, size: 9.5, leading: 15 }, { x: left + 28, y, width: width - 28, lines: 1 }) + 6;
    }
  }
}

function siteLine({ name, address }: CertificateFacts['sites'][number]): string {
  return [name, address].filter(Boolean).join('  ');
}

/** The text in each language of the paper, those that are the same once. */
function texts({ languages }: Context, text: LocalizedText): string[] {
  return [...new Set(languages.map((language) => textIn(text, language, 'zh-CN')))].filter((line) => line !== '');
}

function bodyName({ nameZh, nameEn }: CertificationBody, language: Language): string {
  return language === 'en' ? nameEn || nameZh : nameZh;
}
