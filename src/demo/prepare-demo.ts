import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../cli/write-whole.ts';
import type { Deps } from '../deps.ts';
import { isWithoutAdministrator } from '../features/accounts/account-store.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { renderReport } from '../features/reports/report.ts';
import { readResult } from '../features/results/read-result.ts';
import { type Language, languages } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { rolesOf } from '../model/actor.ts';
import { addDemoAssessments } from './demo-assessments.ts';
import { addDemoCertificate } from './demo-certificate.ts';
import { addDemoCertifications } from './demo-certifications.ts';
import { atTime } from './demo-clock.ts';
import { addDemoCompanies } from './demo-companies.ts';
import { addDemoAdministrator, addDemoPeople, type DemoPerson } from './demo-people.ts';
import { addDemoCompetences } from './demo-plan.ts';

/**
 * Fills an empty, migrated database with two companies, the people who work on them and their assessments, through the same
 * services as the pages. A database that holds anything is left as it is. Prints what a person needs to go on.
 */
export async function prepareDemo(deps: Deps, language: Language, print: (line: string) => void): Promise<void> {
  const t = translator(language);
  if (!(await isWithoutAdministrator(deps.db))) return print(t('demo.kept'));

  // The body was at work before its first assessment.
  const beginning = atTime(deps, '2024-11-04T01:30:00Z');
  const administrator = await addDemoAdministrator(beginning);
  const companies = await addDemoCompanies(beginning, administrator.actor);
  const people = await addDemoPeople(beginning, administrator.actor, companies);
  print(t('demo.people'));
  for (const person of [administrator, ...Object.values(people)]) print(`  ${lineOf(person, language)}`);

  await addDemoCompetences(deps, administrator.actor, people);
  const finished = await addDemoAssessments(deps, companies, people);
  await addDemoCertificate(deps, administrator.actor, finished);
  await addDemoCertifications(deps, administrator.actor, companies, people);
  print(t('demo.reports'));
  for (const file of await writeReports(deps, finished)) print(`  ${file}`);
}

function lineOf({ account, password }: DemoPerson, language: Language): string {
  const t = translator(language);
  return `${account.signInName.padEnd(10)} ${t('demo.password')} ${password}  ${rolesOf(account)
    .map((role) => t(`role.${role}`))
    .join(' ')} ${account.name}`;
}

/** The report in every language under `demo/` of the data folder; the paths. */
async function writeReports(deps: Deps, assessment: Assessment): Promise<string[]> {
  const folder = join(deps.config.dataFolder, 'demo');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { dossier, result } = await readResult(deps, assessment);

  const files: string[] = [];
  for (const language of languages) {
    const file = join(folder, `${assessment.number}.${language}.pdf`);
    await writeWhole(file, await renderReport(dossier, result, language));
    files.push(file);
  }
  return files;
}
