import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { clauseName } from '../model/clause-name.ts';
import type { Dossier, Finding } from '../model/dossier.ts';

/** Each finding with where it was found, what the company answered and who saw that it works; a line each. */
export function findingLines({ criteria, findings }: Dossier, language: Language): string[] {
  const t = translator(language);
  const named = (name: string, value: string | null | undefined) => (value ? [`  ${t('cli.named', { name, value })}`] : []);
  const head = ({ number, grade, clause, site, statement, state }: Finding) => {
    const place = clause === null ? undefined : clauseName(criteria, clause, language);
    const facts = [number, t(`findings.grade.${grade}`), place, site, state && t(`findings.state.${state}`)];
    return t('cli.named', { name: facts.filter(Boolean).join(' · '), value: statement });
  };
  return findings.flatMap((finding) => {
    const { requirement, evidence = [], answer, verification, answerDue, correctionDue } = finding;
    const listed = (references: readonly string[] = []) => references.join(t('explain.listSeparator'));
    return [
      head(finding),
      ...named(t('ratings.requirement'), requirement),
      ...named(t('cli.evidence'), listed(evidence)),
      ...named(t('findings.answerDue'), answerDue),
      ...named(t('findings.correctionDue'), correctionDue),
      ...named(t('findings.correction'), answer?.correction),
      ...named(t('findings.cause'), answer?.cause),
      ...named(t('findings.action'), answer?.action),
      ...named(t('cli.responsible'), [answer?.responsible, answer?.plannedFor].filter(Boolean).join(' · ')),
      ...named(t('cli.proof'), listed(answer?.proof)),
      ...named(t('cli.verified'), verification && `${verification.on} ${verification.by} · ${verification.how}`),
    ];
  });
}
