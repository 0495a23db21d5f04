import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { texts } from '../../i18n/texts.ts';
import { type Translate, translateMessage, translator } from '../../i18n/translate.ts';
import type { Choice } from './field-spec.ts';

/** Words for labels, hints and choices: those of the workbook, so that both call a thing by one name. */
export interface FormWords {
  readonly t: Translate;
  /** The label of a key, and the hint under it when there is one. */
  readonly of: (key: string) => { readonly label: string; readonly hint?: string };
  readonly choices: (words: readonly string[]) => Choice[];
}

export function formWords(language: Language): FormWords {
  const say = (key: string) => (isTextKey(key) ? translateMessage({ key, parameters: {} }, language) : null);
  return {
    t: translator(language),
    of: (key) => {
      const label = say(`draftForms.field.${key}`) ?? say(`sheets.column.${key}`) ?? say(`sheets.item.${key}`) ?? key;
      const hint = say(`draftForms.hint.${key}`) ?? say(`sheets.about.${key}`);
      return hint === null ? { label } : { label, hint };
    },
    choices: (words) => words.map((word) => ({ value: word, label: say(`sheets.word.${word}`) ?? word })),
  };
}

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}
