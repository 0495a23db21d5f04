import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { type Deps, openDepsWithoutCriteria } from '../deps.ts';
import { readKeptHead } from '../features/audit-trail/kept-head.ts';
import { findOptionalHead, readTrailStart, type TrailHead, walkChain } from '../features/audit-trail/trail-store.ts';
import { isIntact, type TrailCheck, verifyTrail } from '../features/audit-trail/verify-trail.ts';
import { message, type Translate, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  /** `place:hash`, a head that was noted down elsewhere. */
  readonly head?: string;
}

/** Checks the whole chain, against the head kept in the data folder and one that was noted elsewhere; problems end with 1. */
export async function verifyAuditTrail(options: VerifyOptions, session: Session): Promise<ExitCode> {
  const noted = options.head === undefined ? [] : [toHead(options.head)];
  return withDeps(session, async (deps) => {
    const kept = await readKeptHead(deps);
    const [sealed, keptFile] = typeof kept === 'object' ? [[kept.head], 'sealed'] : [[], kept];
    const check = await verifyTrail(walkChain(deps.db), [...noted, ...sealed], await readTrailStart(deps.db));
    const intact = isIntact(check) && kept !== 'unsealed';

    const { out } = session.output;
    if (options.json) out(JSON.stringify({ intact, ...check, keptFile }));
    else for (const line of linesOf(check, kept === 'unsealed', translator(session.language))) out(line);
    return intact ? exitCodes.fine : exitCodes.problems;
  });
}

/** Prints the end of the chain, to be noted where whoever runs the database cannot reach it. */
export async function printAuditHead(session: Session): Promise<ExitCode> {
  return withDeps(session, async ({ db }) => {
    const head = await findOptionalHead(db);
    session.output.out(head ? `${head.place}:${head.hash}` : translator(session.language)('trail.cliEmpty'));
    return exitCodes.fine;
  });
}

async function withDeps({ environment }: Session, work: (deps: Deps) => Promise<ExitCode>): Promise<ExitCode> {
  const deps = await openDepsWithoutCriteria(readConfig(environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    return await work(deps);
  } finally {
    await deps.db.destroy();
  }
}

/** Throws `invalid` for anything but `place:hash`. */
function toHead(text: string): TrailHead {
  const [, place, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (place === undefined || hash === undefined) throw new AppError('invalid', message('trail.cliHeadForm', { head: text }));
  return { place: Number(place), hash };
}

function linesOf(check: TrailCheck, unsealed: boolean, t: Translate): string[] {
  const { fault, keptHeads, stepsBack, firstStepsBack, head } = check;
  const kept = keptHeads.map(({ head: { place }, fault: of }) =>
    of ? t(`trail.cliHead.${of}`, { place }) : t('trail.cliHeadFound', { place }),
  );
  const steps = firstStepsBack.map(({ place, from, to }) => `  ${t('trail.cliStepBack', { place, from, to })}`);
  return [
    fault ? t(`trail.cliFault.${fault.kind}`, { place: fault.place }) : t('trail.cliWhole', { count: check.entries }),
    ...(fault || head.place === 0 ? [] : [`${head.place}:${head.hash}`]),
    ...kept,
    ...(unsealed ? [t('trail.cliUnsealed')] : []),
    ...(stepsBack > 0 ? [t('trail.cliStepsBack', { count: stepsBack }), ...steps] : []),
  ];
}
