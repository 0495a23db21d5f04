import type { Language } from '../../i18n/language.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria, EvidenceKind } from '../../model/criteria.ts';
import { evidenceKindText } from '../../model/evidence-kind-words.ts';

/** What has to be got ready for one section. */
export interface ChecklistSection {
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly title: string;
  readonly kind: string;
  /** At least one of the clauses cannot do without. */
  readonly required: boolean;
  /** The clauses that ask for it, by number, else by title. */
  readonly clauses: readonly string[];
}

/** The expected evidence by section; what several clauses of a section ask for stands there once. Sections without are left out. */
export function evidenceChecklist(criteria: Criteria, language: Language): ChecklistSection[] {
  return criteria.clauses
    .map((section) => ({
      name: [section.number, textIn(section.title, language, criteria.language)].filter(Boolean).join('  '),
      items: itemsOf(section, criteria, language),
    }))
    .filter(({ items }) => items.length > 0);
}

function itemsOf(section: Clause, criteria: Criteria, language: Language): ChecklistItem[] {
  const items = new Map<string, { title: string; kind: EvidenceKind; required: boolean; clauses: string[] }>();
  for (const { clause } of walkClauses([section])) {
    for (const { kind, title, required } of clause.evidence) {
      const text = textIn(title, language, criteria.language);
      const item = items.get(`${kind} ${text}`) ?? { title: text, kind, required: false, clauses: [] };
      item.required ||= required;
      item.clauses.push(clause.number || textIn(clause.title, language, criteria.language));
      items.set(`${kind} ${text}`, item);
    }
  }
  return [...items.values()].map((item) => ({ ...item, kind: evidenceKindText(item.kind, language) }));
}

/** How many items there are, and how many of them are required. */
export function countItems(sections: readonly ChecklistSection[]): { count: number; required: number } {
  const all = sections.flatMap(({ items }) => items);
  return { count: all.length, required: all.filter(({ required }) => required).length };
}
