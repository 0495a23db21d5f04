import type { IStylesOptions } from 'docx';
import type { Language } from '../../i18n/language.ts';

const ink = '1D2433';
const muted = '5B6475';

/** Letters for Latin and for Chinese text: both come with Word and with LibreOffice's substitutes. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' };

/** The look of our Word documents. Sizes are half points, spaces twentieths of a point, as the format has it. */
export function docxStyles(language: Language): IStylesOptions {
  const title = (size: number, before: number) => ({
    run: { size, bold: true, color: ink, font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: 'en-GB', eastAsia: language === 'en' ? 'zh-CN' : language } },
        paragraph: { spacing: { after: 100, line: 300 } },
      },
      title: title(40, 0),
      heading1: title(30, 360),
      heading2: title(25, 280),
      heading3: title(22, 200),
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 26, font }, paragraph: { spacing: { after: 160 } } },
      {
        id: 'Small',
        name: 'Small',
        basedOn: 'Normal',
        run: { size: 17, color: muted, font },
        paragraph: { spacing: { after: 60 } },
      },
    ],
  };
}
