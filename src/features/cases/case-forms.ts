import { z } from 'zod';
import { type Message, message } from '../../i18n/translate.ts';
import { decisionKinds } from '../../model/case-life.ts';
import { checkbox, day, isDay, list, optionalCount, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import { appliedKinds } from './case.ts';
import { caseFilters } from './case-store.ts';

export const revision = z.coerce.number().int().min(1);
const optionalDay = optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));

/** A draft may be incomplete: what is missing is asked for when it is submitted. */
export const applicationForm = z.strictObject({
  organization: z.uuid(),
  revision: revision.optional(),
  kind: z.enum(appliedKinds),
  criteria: optionalText(300),
  grade: optionalText(100),
  legalPerson: optionalText(100),
  licence: optionalText(100),
  scope: optionalText(1000),
  products: optionalText(1000),
  headcount: optionalCount(10_000_000),
  sites: list(500),
  siteNote: optionalText(2000),
  contact: optionalText(200),
  note: optionalText(5000),
  nameEn: optionalText(200),
  addressEn: optionalText(300),
  scopeEn: optionalText(1000),
});
export type ApplicationInput = z.output<typeof applicationForm>;

export const documentsForm = z.strictObject({
  paper: optionalText(80),
  title: optionalText(200),
  keepDetails: checkbox(),
  files: z.unknown().optional(),
});

export const plainForm = z.strictObject({ revision, text: optionalText(5000) });
export const wordsForm = z.strictObject({ revision, text: requiredText(5000) });
export const askForm = z.strictObject({ revision, text: requiredText(5000), dueOn: day() });

export const agreementForm = z.strictObject({
  revision,
  version: requiredText(100),
  companySigner: requiredText(100),
  companySignedOn: day(),
  bodySigner: requiredText(100),
  bodySignedOn: day(),
  files: z.unknown().optional(),
});
export type AgreementInput = Omit<z.output<typeof agreementForm>, 'files'>;

export const startAuditForm = z.strictObject({ revision, lead: requiredText(40), from: day(), to: day() }).check((context) => {
  const { from, to } = context.value;
  if (isDay(from) && isDay(to) && to < from)
    context.issues.push({ code: 'custom', input: to, path: ['to'], params: { text: message('assessments.fromAfterTo') } });
});

const impartial = checkbox().check(rule((value) => value, message('cases.impartialFirst')));
export const reviewForm = z.strictObject({ revision, text: requiredText(5000), impartial });

/** A suspension ends on a day that is named; nothing else has an end. */
export const decisionForm = z
  .strictObject({
    revision,
    kind: z.enum(decisionKinds),
    reason: requiredText(2000),
    effectiveOn: day(),
    until: optionalDay,
    scope: optionalText(1000),
    scopeEn: optionalText(1000),
    impartial,
  })
  .check((context) => {
    for (const [path, text] of decisionProblems(context.value))
      context.issues.push({ code: 'custom', input: context.value[path], path: [path], params: { text } });
  });

type Decided = Pick<z.output<typeof signatureForm>, 'kind' | 'effectiveOn' | 'until' | 'scope' | 'scopeEn'>;

function decisionProblems({ kind, effectiveOn, until, scope, scopeEn }: Decided): ['until' | 'scope' | 'scopeEn', Message][] {
  const changes = kind === 'extend' || kind === 'reduce';
  const rules: readonly (readonly [boolean, 'until' | 'scope' | 'scopeEn', Message])[] = [
    [kind === 'suspend' && until === null, 'until', message('cases.untilNeeded')],
    [kind !== 'suspend' && until !== null, 'until', message('cases.untilOnlySuspension')],
    [until !== null && until <= effectiveOn, 'until', message('cases.untilAfterEffect')],
    [changes && scope === null, 'scope', message('cases.scopeNeeded')],
    [!changes && scope !== null, 'scope', message('cases.scopeOnlyChange')],
    [!changes && scopeEn !== null, 'scopeEn', message('cases.scopeOnlyChange')],
  ];
  return rules.flatMap(([wrong, path, text]) => (wrong ? [[path, text]] : []));
}

export const signatureForm = z.strictObject({
  revision,
  kind: z.enum(decisionKinds),
  reason: requiredText(2000),
  effectiveOn: day(),
  until: optionalDay,
  scope: optionalText(1000),
  scopeEn: optionalText(1000),
  /** Of the text that was shown. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  password: z.string().max(500),
});

export const caseQuery = listQuery.extend({ filter: z.enum(caseFilters).catch('open') });
