import { formatters } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { addFacts, addTable, type Row } from '../../pdf/table.ts';
import { addParagraph, drawLines } from '../../pdf/text-block.ts';
import { contentWidth, page, styles } from '../../pdf/theme.ts';
import { type DocumentPart, type RenderedPaper, renderFramed, type TellPaperNews } from '../reports/framed-document.ts';
import type { DocumentLook } from '../reports/paper.ts';
import { addAddress } from '../reports/paper-letterhead.ts';
import type { Writer } from '../reports/write-paper.ts';
import type { Plan } from './plan.ts';
import { agendaView, planView } from './plan-pages.ts';
import type { NameOf } from './plan-words.ts';

/** A plan as somebody may see it, and what it takes to put it into words: plain data. */
export interface PlanSource {
  readonly plan: Plan;
  /** Of everybody who is or was in the team, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

export interface PlanOrder extends DocumentLook {
  readonly source: PlanSource;
  /** When it was drawn up; ISO. */
  readonly at: string;
}

interface PdfContext {
  readonly report: ReportDocument;
  readonly plan: Plan;
  readonly timeZone: string;
  readonly nameOf: NameOf;
  readonly language: Language;
  readonly t: Translate;
}

/** The plan of an audit to be handed out and signed. The same order gives the same bytes. */
export function renderPlan(order: PlanOrder, tell?: TellPaperNews): Promise<RenderedPaper> {
  const { number } = order.source.plan.assessment;
  const createdAt = new Date(order.at);
  return renderFramed({ look: order, subject: number, createdAt, partIn: (language) => partIn(order, language) }, tell);
}

export const planWriter: Writer<PlanOrder> = { module: new URL(import.meta.url), render: renderPlan };

export function planTitle({ assessment, organization }: Plan, language: Language): string {
  return `${translator(language)('plans.of', { number: assessment.number })} ${organization.name}`;
}

function partIn({ source, brand, at }: PlanOrder, language: Language): DocumentPart {
  const t = translator(language);
  const { plan, timeZone } = source;
  const right = t('plans.of', { number: plan.assessment.number });
  return {
    title: planTitle(plan, language),
    header: { left: plan.organization.name, right },
    footer: t('plans.madeOn', { time: formatters(language, timeZone).dateTime(at) }),
    write: (report, tell) => {
      tell(0, 1);
      const nameOf = (id: string) => source.names.get(id) ?? '–';
      const context: PdfContext = { report, plan, timeZone, nameOf, language, t };
      addHead(context);
      addTeam(context);
      addSites(context);
      addAgenda(context);
      addDays(context);
      addMeetings(context);
      addConfirmation(context);
      addAddress(report, brand, language, 'end');
    },
  };
}

function addHead({ report, plan, t, language }: PdfContext): void {
  const { assessment, organization, criteria } = plan;
  const title = report.set(t('plans.title'), styles.title, contentWidth);
  const { y } = report;
  report.tagged('H1', () => drawLines(report, title, page.left, y));
  report.y += title.height + 12;
  const facts: [string, string | null][] = [
    [t('plans.number.audit'), assessment.number],
    [t('plans.organization'), organization.name],
    [t('plans.address'), organization.address],
    [t('plans.purpose'), t(`kind.${assessment.kind}`)],
    [
      t('plans.criteria'),
      t('assessments.criteriaVersion', {
        title: textIn(criteria.title, language, criteria.language),
        version: criteria.version,
      }),
    ],
    [t('plans.dates'), `${assessment.from} – ${assessment.to}`],
  ];
  addFacts(
    report,
    t('plans.title'),
    facts.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
  );
}

function addTeam({ report, plan, t }: PdfContext): void {
  report.heading({ level: 2, text: t('assessments.team') });
  addTable(report, {
    title: t('assessments.team'),
    columns: [
      { head: t('report.head.name'), share: 1 },
      { head: t('teams.part'), share: 1 },
      { head: t('report.head.registration'), share: 1 },
    ],
    rows: plan.members.map(({ name, teamRole, registrationNumber }) => ({
      cells: [name, t(`team.${teamRole}`), registrationNumber ?? ''],
    })),
  });
}

function addSites({ report, plan, t, language, nameOf }: PdfContext): void {
  const { sites } = planView(plan, nameOf, language);
  if (sites.lines.length === 0) return;
  report.heading({ level: 2, text: t('plans.sites') });
  addParagraph(report, [sites.rule, sites.size ?? t('plans.notDrawnYet')].join('\n'), { style: styles.small, after: 2 });
  if (sites.drawn)
    addParagraph(report, `${t('plans.seed')} ${sites.drawn.seed} · ${sites.command}`, { style: styles.muted, after: 4 });
  addTable(report, {
    title: t('plans.sites'),
    columns: [
      { head: t('plans.number'), width: 34, align: 'right' },
      { head: t('plans.site'), share: 1.4 },
      { head: t('organizations.headcount'), width: 58, align: 'right' },
      { head: t('plans.chosen'), width: 48, align: 'center' },
      { head: t('plans.why'), share: 1 },
      { head: t('plans.suggestedAt'), width: 62, align: 'decimal' },
    ],
    rows: sites.lines.map((line) => ({
      cells: [
        line.number === null ? '' : String(line.number),
        line.name,
        line.headcount === null ? '' : String(line.headcount),
        t(line.chosen ? 'plans.chosenYes' : 'plans.chosenNo'),
        line.reason ?? '',
        line.days ?? '',
      ],
    })),
    style: styles.small,
  });
}

function addAgenda({ report, plan, t, language, nameOf, timeZone }: PdfContext): void {
  report.heading({ level: 2, text: t('plans.agenda') });
  const days = agendaView(plan, nameOf, language);
  if (days.length === 0) {
    addParagraph(report, t('plans.noAgenda'));
    return;
  }
  addParagraph(report, t('plans.zone', { zone: timeZone }), { style: styles.muted, after: 4, keep: 290 });
  addTable(report, {
    title: t('plans.agenda'),
    columns: [
      { head: t('plans.time'), width: 74 },
      { head: t('plans.what'), share: 1.6 },
      { head: t('plans.site'), share: 1 },
      { head: t('plans.people'), share: 1 },
    ],
    rows: days.flatMap(({ day, items }): Row[] => [
      { kind: 'group', cells: [day, '', '', ''] },
      ...items.map(({ from, to, title, clauses, site, people }) => ({
        cells: [
          `${from}–${to}`,
          clauses && clauses !== title ? [{ text: title }, { text: clauses, style: styles.muted }] : title,
          site ?? '',
          people,
        ],
      })),
    ]),
    style: styles.small,
  });
}

function addDays({ report, plan, t, language, nameOf }: PdfContext): void {
  const { days } = planView(plan, nameOf, language);
  if (plan.planned.revision === 0) return;
  report.heading({ level: 2, text: t('plans.days') });
  addParagraph(report, [days.rule, t('plans.suggested', { days: days.suggested }), days.reason].filter(Boolean).join('\n'), {
    style: styles.small,
    after: 4,
  });
  addTable(report, {
    title: t('plans.days'),
    columns: [
      { head: t('report.head.name'), share: 1 },
      { head: t('teams.part'), share: 1 },
      { head: t('plans.planned'), width: 90, align: 'decimal' },
    ],
    rows: [
      ...days.lines.map(({ name, teamRole, planned }) => ({ cells: [name, t(`team.${teamRole}`), planned ?? '0'] })),
      { kind: 'total', cells: [t('plans.sum'), '', days.planned] },
    ],
    style: styles.small,
  });
}

/** Who was at the opening and closing meeting, once that is written down; before, room to sign in. */
function addMeetings({ report, plan, t, language, nameOf }: PdfContext): void {
  const meetings = agendaView(plan, nameOf, language).flatMap(({ items }) => items.filter(({ isMeeting }) => isMeeting));
  for (const { title, day, from, to, attendees } of meetings) {
    if (attendees.length === 0) continue;
    report.heading({ level: 2, text: t('plans.attendanceOf', { title: `${title} ${day} ${from}–${to}` }) });
    addTable(report, {
      title,
      columns: [
        { head: t('plans.attendeeName'), share: 1 },
        { head: t('plans.position'), share: 1 },
        { head: t('plans.presence'), width: 70 },
      ],
      rows: attendees.map(({ name, position, present }) => ({
        cells: [name, position, t(present ? 'plans.present' : 'plans.absent')],
      })),
    });
  }
}

function addConfirmation({ report, t }: PdfContext): void {
  report.heading({ level: 2, text: t('plans.confirmation') });
  addParagraph(report, t('plans.confirmLead'), { keep: 120 });
  addTable(report, {
    title: t('plans.confirmation'),
    columns: [
      { head: t('report.head.role'), share: 1 },
      { head: t('plans.signature'), share: 1.2 },
      { head: t('plans.signDate'), width: 100 },
    ],
    rows: [t('plans.signLeader'), t('plans.signCompany')].map((role) => ({ cells: [role, '', ''], atLeast: 36 })),
  });
}
