import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { momentOf } from '../../model/zoned-time.ts';
import type { AgendaItem } from './agenda-store.ts';
import type { Plan } from './plan.ts';
import { agendaLine, type NameOf } from './plan-words.ts';

interface CalendarOptions {
  readonly language: Language;
  /** Zone of the agenda's clocks. */
  readonly timeZone: string;
  /** Address of the deployment, without a slash at the end. */
  readonly address: string;
  readonly now: Date;
  readonly nameOf: NameOf;
}

/**
 * The agenda as a calendar file (RFC 5545), an event an item. Times are moments in UTC, which every calendar shows in its
 * reader's zone; an item keeps its UID and counts its changes, so that a newer file takes the place of an older one.
 */
export function planCalendar(plan: Plan, items: readonly AgendaItem[], options: CalendarOptions): string {
  const { language, timeZone, address, now, nameOf } = options;
  const t = translator(language);
  const { id, number } = plan.assessment;
  const url = `${address}/assessments/${id}/plan`;
  const calendar = ical({
    name: `${t('plans.of', { number })} ${plan.organization.name}`,
    prodId: { company: 'Assay', product: 'audit plan', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of items) {
    const line = agendaLine(plan, item, nameOf, language);
    calendar.createEvent({
      id: `${item.id}@assay`,
      sequence: item.revision - 1,
      start: momentOf(item.day, item.from, timeZone),
      end: momentOf(item.day, item.to, timeZone),
      stamp: now,
      summary: `${line.title} · ${plan.organization.name}`,
      description: [
        [t('plans.kind'), t(`agendaKind.${item.kind}`)],
        [t('plans.people'), line.people],
        [t('plans.clauses'), line.clauses],
      ]
        .filter(([, value]) => value)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      location: line.site === null ? null : [line.site, line.address].filter(Boolean).join(', '),
      busystatus: item.kind === 'break' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      url,
    });
  }
  return calendar.toString();
}
