import type { Language } from '../../i18n/language.ts';
import { translateMessage, translator } from '../../i18n/translate.ts';
import { escapeHtml } from '../../web/views.ts';
import { groupNotices, type NoticeGroup } from '../notices/inbox-pages.ts';
import type { StoredNotice } from '../notices/inbox-store.ts';

/** A letter without its envelope. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** So many notices stand in a letter; the inbox has all. */
const mostInLetter = 50;

/** One letter about all these notices in the reader's language; `address` is that of the site, without a slash at its end. */
export function composeMail(notices: readonly StoredNotice[], language: Language, address: string): Composed {
  const t = translator(language);
  const [first] = notices;
  const groups = groupNotices(notices.slice(0, mostInLetter), language);
  const more = Math.max(0, notices.length - mostInLetter);
  const what =
    first && notices.length === 1 ? translateMessage(first.text, language) : t('mail.several', { count: notices.length });
  const closing = [
    ...(more > 0 ? [t('mail.more', { count: more })] : []),
    t('mail.inboxAt', { address: `${address}/inbox` }),
    t('mail.changeAt', { address: `${address}/account/mail` }),
  ];
  return {
    subject: oneLine(`${t('frame.name')}: ${what}`).slice(0, 150),
    text: [...groups.map((group) => textOf(group, address)), closing.join('\n')].join('\n\n'),
    html: htmlOf(groups, closing, language, address),
  };
}

function headOf({ assessment }: NoticeGroup): string {
  return assessment ? `${assessment.organizationName} ${assessment.number}` : '';
}

function textOf(group: NoticeGroup, address: string): string {
  const lines = group.notices.map(({ text, href }) => `- ${oneLine(text)}\n  ${address}${href}`);
  return [headOf(group), ...lines].filter((line) => line !== '').join('\n');
}

function htmlOf(groups: readonly NoticeGroup[], closing: readonly string[], language: Language, address: string): string {
  const sections = groups.map((group) => {
    const items = group.notices.map(
      ({ text, href }) => `<li><a href="${escapeHtml(`${address}${href}`)}">${escapeHtml(text)}</a></li>`,
    );
    const head = headOf(group) === '' ? '' : `<h2 style="font-size:16px">${escapeHtml(headOf(group))}</h2>`;
    return `${head}<ul>${items.join('')}</ul>`;
  });
  const end = closing.map((line) => escapeHtml(line)).join('<br>');
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8">`,
    '<body style="font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2433">',
    ...sections,
    `<p style="font-size:13px;color:#5b6475">${end}</p></body></html>`,
  ].join('\n');
}

/** Nothing that people typed may end a line of the header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
