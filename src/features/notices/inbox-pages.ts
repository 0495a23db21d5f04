import type { Language } from '../../i18n/language.ts';
import { translateMessage } from '../../i18n/translate.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { InboxFilter, StoredNotice } from './inbox-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'notices/inbox': InboxPage;
  }
}

export interface InboxPage extends PageFrame {
  readonly show: InboxFilter;
  readonly unread: number;
  readonly groups: readonly NoticeGroup[];
  readonly paged: Paged<StoredNotice>;
  /** The time of the newest notice on the page: up to then all is marked as read. */
  readonly newest: string | null;
}

/** Notices about one assessment, or about none. */
export interface NoticeGroup {
  readonly assessment: StoredNotice['assessment'];
  readonly notices: readonly NoticeLine[];
}

export interface NoticeLine extends Omit<StoredNotice, 'text'> {
  readonly text: string;
}

export function toNoticeLine({ text, ...notice }: StoredNotice, language: Language): NoticeLine {
  return { ...notice, text: translateMessage(text, language) };
}

/** By assessment, in the order in which the first of each stands in the list. */
export function groupNotices(notices: readonly StoredNotice[], language: Language): NoticeGroup[] {
  const groups = new Map<string, { assessment: StoredNotice['assessment']; notices: NoticeLine[] }>();
  for (const notice of notices) {
    const key = notice.assessment?.id ?? '';
    const group = groups.get(key) ?? { assessment: notice.assessment, notices: [] };
    groups.set(key, group);
    group.notices.push(toNoticeLine(notice, language));
  }
  return [...groups.values()];
}
