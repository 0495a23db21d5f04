import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { prepareDemo } from '../../src/demo/prepare-demo.ts';
import { type Deps, openDeps } from '../../src/deps.ts';
import { addAccount } from '../../src/features/accounts/account-service.ts';
import { findOptionalAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { startAssessment } from '../../src/features/assessments/assessment-service.ts';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { readResult } from '../../src/features/results/read-result.ts';
import { takeStep } from '../../src/features/results/step-service.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { wideFile } from './wide-file.ts';

/** A data folder as of a body at work: the demonstration, and two open audits in which many auditors rate. */
export interface Deployment {
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Sign-in names of the auditors in both teams; the password is the same. */
  readonly auditors: readonly string[];
  readonly password: string;
  /** An audit by the shipped criteria, and one by criteria of 500 clauses. */
  readonly audit: OpenAudit;
  readonly wideAudit: OpenAudit;
  /** The finished audit of the demonstration. */
  readonly finished: {
    readonly id: string;
    readonly dossier: Dossier;
    readonly lead: { readonly signInName: string; readonly password: string };
  };
  readonly remove: () => Promise<void>;
}

export interface OpenAudit {
  readonly id: string;
  /** Ids of the rated clauses. */
  readonly clauses: readonly string[];
}

export const clients = 50;

export async function makeDeployment(): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  const criteria = join(folder, 'criteria');
  await cp(readConfig({}).criteriaFolder, criteria, { recursive: true });
  await writeFile(join(criteria, 'wide.yaml'), wideFile('wide', 500));

  const environment = { ASSAY_DATA: join(folder, 'data'), ASSAY_CRITERIA: criteria, ASSAY_LOG_LEVEL: 'silent' };
  const deps = await openDeps(readConfig(environment));
  try {
    await migrate(deps.db);
    const printed: string[] = [];
    await prepareDemo(deps, 'en', (line) => printed.push(line));
    const password = 'a password for measuring';
    const auditors = await addAuditors(deps, password);
    const audit = await openAudit(
      deps,
      'after-sales-maturity@1.0.0',
      auditors.map(({ id }) => id),
    );
    const wideAudit = await openAudit(
      deps,
      'wide@1.0.0',
      auditors.map(({ id }) => id),
    );
    const remove = () => rm(folder, { recursive: true, force: true });
    const names = auditors.map(({ signInName }) => signInName);
    return {
      environment,
      folder,
      auditors: names,
      password,
      audit,
      wideAudit,
      finished: await finishedAudit(deps, printed.join('\n')),
      remove,
    };
  } finally {
    await deps.db.destroy();
  }
}

async function addAuditors(deps: Deps, password: string) {
  const facts = { roles: ['auditor'], companies: [], registrationNumber: null, password } as const;
  return Promise.all(
    Array.from({ length: clients }, (_, index) =>
      addAccount(deps, null, { ...facts, signInName: `rater${index}`, name: `Rater ${index}` }),
    ),
  );
}

async function openAudit(deps: Deps, criteria: string, members: readonly string[]): Promise<OpenAudit> {
  const lead = await findOptionalAccount(deps.db, { signInName: 'lead' });
  const organization: { id: string } | undefined = await deps.db('organizations').orderBy('name_key').first('id');
  if (!lead || !organization) throw new Error('The demonstration is not there.');

  const planned = await startAssessment(deps, toActor(lead), {
    organization: organization.id,
    criteria,
    kind: 'special',
    from: '2026-01-05',
    to: '2026-01-07',
    sites: [],
    lead: lead.id,
    members: [...members],
    targetGrade: null,
    heldGrade: null,
    heldSince: null,
  });
  const { id, criteriaId, criteriaVersion } = await takeStep(deps, toActor(lead), planned.id, {
    step: 'begin',
    from: planned.state,
    reason: null,
  });
  const entry = deps.catalog.find(criteriaId, criteriaVersion);
  const rated = entry ? ratedClauses(entry.criteria) : [];
  return { id, clauses: rated.map((clause) => clause.id) };
}

async function finishedAudit(deps: Deps, printed: string): Promise<Deployment['finished']> {
  const row: { id: string } | undefined = await deps.db('assessments').where({ kind: 'initial' }).first('id');
  if (!row) throw new Error('The demonstration is not there.');
  const { dossier } = await readResult(deps, await findAssessment(deps.db, row.id));
  const password = /^ *lead +password (\S+)/m.exec(printed)?.[1] ?? '';
  return { id: row.id, dossier, lead: { signInName: 'lead', password } };
}
