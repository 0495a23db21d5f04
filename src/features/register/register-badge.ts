import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { CertificateState } from '../../model/certificate-life.ts';
import { textIn } from '../../model/clauses.ts';
import { openFaces } from '../../pdf/face.ts';
import type { Certificate } from '../certificates/certificate.ts';

const colourOf: Readonly<Record<CertificateState, string>> = {
  valid: '#1B7F4B',
  suspended: '#8A5A00',
  expired: '#5B6475',
  withdrawn: '#B3261E',
  cancelled: '#5B6475',
  replaced: '#5B6475',
};

/** A picture for the holder's own site that says how the certificate stands; it stays right because it is fetched anew. */
export function badgeSvg(certificate: Certificate, state: CertificateState, language: Language): string {
  const first = `${textIn(certificate.gradeLabel, language, 'zh-CN')} · ${translator(language)(`certificates.state.${state}`)}`;
  const { regular, bold } = openFaces();
  const width = Math.ceil(Math.max(bold.widthOf(first, 14), regular.widthOf(certificate.number, 11)) + 60);
  const [line, number] = [first, certificate.number].map(escapeXml);
  const font = "font-family=\"system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\"";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="48" viewBox="0 0 ${width} 48" role="img" aria-label="${line} ${number}"><title>${line} ${number}</title><rect x="0.5" y="0.5" width="${width - 1}" height="47" rx="5" fill="#FFFFFF" stroke="#D9D5CA"/><rect x="1" y="1" width="38" height="46" rx="5" fill="${colourOf[state]}"/><text x="20" y="31" text-anchor="middle" font-size="20" fill="#FFFFFF" ${font}>衡</text><text x="49" y="21" font-size="14" font-weight="700" fill="${colourOf[state]}" ${font}>${line}</text><text x="49" y="38" font-size="11" fill="#1D2433" ${font}>${number}</text></svg>`;
}

/** Signs that XML does not allow are left out; one of them would break the whole picture. */
function escapeXml(text: string): string {
  const allowed = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
