import type { ImportNote, ImportReport } from '../../catalog/imports/import-report.ts';
import type { Language } from '../../i18n/language.ts';
import { languageName } from '../../i18n/language-name.ts';
import { translateMessage, translator } from '../../i18n/translate.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Draft } from './draft-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-drafts/import': ImportPage;
  }
}

export interface ImportPage extends PageFrame {
  readonly draft: { readonly id: string; readonly title: string };
  readonly kept: string;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly groups: readonly NoteGroup[] }[];
}

/** Notes that say the same kind of thing. */
interface NoteGroup {
  readonly notes: readonly { readonly place: string; readonly text: string }[];
  /** How many more there are. */
  readonly more: number;
}

const mostAlike = 50;

export function importPage({ id, title }: Draft, report: ImportReport, language: Language): ImportPage {
  const t = translator(language);
  const { kind, kept } = report;
  const languages = kept.languages.map(languageName).join(t('explain.listSeparator'));
  const parts = (['mapped', 'dropped', 'oddities'] as const).filter((part) => report[part].length > 0);
  return {
    title: t('drafts.importReport'),
    draft: { id, title: title || t('drafts.untitled') },
    kept: t('imports.kept', { ...kept, languages, kind: t(`drafts.importKind.${kind}`) }),
    parts: parts.map((part) => ({
      id: part,
      title: t(`imports.${part}`, { count: report[part].length }),
      groups: groupsOf(report[part], language),
    })),
  };
}

function groupsOf(notes: readonly ImportNote[], language: Language): NoteGroup[] {
  const alike = new Map<string, ImportNote[]>();
  for (const note of notes) {
    const known = alike.get(note.text.key);
    if (known) known.push(note);
    else alike.set(note.text.key, [note]);
  }
  return [...alike.values()].map((group) => ({
    notes: group.slice(0, mostAlike).map(({ place, text }) => ({ place, text: translateMessage(text, language) })),
    more: Math.max(0, group.length - mostAlike),
  }));
}
