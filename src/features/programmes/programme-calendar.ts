import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { addDays } from '../../model/calendar.ts';
import type { ProgrammeLine } from './programme-pages.ts';

/** What falls due as a calendar file (RFC 5545): an event a day on which something is due. */
export function programmeCalendar(
  lines: readonly ProgrammeLine[],
  { language, address, now }: { readonly language: Language; readonly address: string; readonly now: Date },
): string {
  const t = translator(language);
  const calendar = ical({
    name: t('programmes.title'),
    prodId: { company: 'Assay', product: 'audit programme', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { kind, occasion, number, holder, opensOn, dueOn, state, href } of lines) {
    const what = occasion ? t(`programmes.occasion.${occasion}`) : t(`kind.${kind}`);
    calendar.createEvent({
      id: `${number}-${kind}-${occasion ?? ''}-${dueOn}@assay`,
      start: dueOn,
      end: addDays(dueOn, 1),
      allDay: true,
      stamp: now,
      summary: `${what} · ${holder}`,
      description: [`${number} · ${t(`programmes.state.${state}`)}`, t('programmes.window', { from: opensOn, to: dueOn })].join(
        '\n',
      ),
      busystatus: ICalEventBusyStatus.FREE,
      url: `${address}${href}`,
    });
  }
  return calendar.toString();
}
