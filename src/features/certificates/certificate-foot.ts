import { formatters } from '../../i18n/format.ts';
import { translator } from '../../i18n/translate.ts';
import { colours } from '../../pdf/theme.ts';
import type { CertificationBody } from '../branding/certification-body.ts';
import { footTop, label, left, type PaperContext, small, value, width } from './certificate-paper.ts';
import { artifact, drawQr, setIn, sheetSize } from './certificate-sheet.ts';

/** QR code, dates, place of the seal and imprint at the lower edge. */
export function drawFoot(context: PaperContext): void {
  const { sheet, facts, languages, address, trial, body } = context;
  const [first = 'zh-CN'] = languages;
  drawQr(sheet, address, translator(first)('certificates.paper.qr', { address }), { x: left, y: footTop, size: 70 });
  let y = footTop + 74;
  for (const language of languages)
    y = setIn(sheet, translator(language)('certificates.paper.scan'), small, { x: left, y, width: 200, lines: 1 });

  y = footTop;
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
  drawSealPlace(context, sheetSize.width - left - 64, footTop + 44);
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
function drawSealPlace({ sheet, languages }: PaperContext, x: number, y: number): void {
  artifact(sheet, () => sheet.pdf.lineWidth(0.5).strokeColor(colours.line).dash([3, 3]).circle(x, y, 52).stroke().undash());
  const word = languages.map((language) => translator(language)('certificates.paper.seal')).join('\n');
  setIn(
    sheet,
    word,
    { ...small, colour: '#A8A292' },
    { x: x - 50, y: y - 6 * languages.length, width: 100, align: 'center', lines: 2 },
  );
}

function drawImprint({ sheet, languages }: PaperContext, body: CertificationBody): void {
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
