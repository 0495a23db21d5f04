import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { personTraces } from '../../model/person-traces.ts';
import { storedKindOf } from '../../model/stored-kinds.ts';
import { findAccount } from '../accounts/account-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { walkTrace } from './person-data-store.ts';

/**
 * Everything that is stored about a person with an account, as one JSON document, piece by piece. Secrets stay out, and of the
 * companies' matters there is no more than what the person did when. It is recorded before anything is given. Throws `not_found`.
 */
export async function exportPersonData(
  deps: Deps,
  actor: Actor,
  userId: string,
  language: Language,
): Promise<AsyncGenerator<string>> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await findAccount(trx, userId);
    await recordAuditEntry(trx, { at, actor, deed: 'account.data-exported', subject: 'account', subjectId: userId });
  });
  return pieces(deps, userId, language, at);
}

async function* pieces({ db }: Deps, userId: string, language: Language, at: Date): AsyncGenerator<string> {
  const t = translator(language);
  const head = { format: 'assay-person-data-1', madeAt: at.toISOString(), person: userId, about: t('privacy.exportAbout') };
  yield `${JSON.stringify(head).slice(0, -1)},\n"records": [`;
  let separator = '\n';
  for (const trace of personTraces) {
    const kind = storedKindOf(trace.table);
    const said = { kind: t(`stored.${kind}`), why: t(`stored.${kind}.why`), table: trace.table, as: trace.column };
    let begun = false;
    for await (const rows of walkTrace(db, trace, userId)) {
      const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
      yield begun ? `,\n${lines}` : `${separator}${JSON.stringify(said).slice(0, -1)},"rows": [\n${lines}`;
      begun = true;
    }
    if (begun) {
      yield '\n]}';
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}
