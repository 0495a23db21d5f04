import type { Column, OtherRows, RowsField } from './field-spec.ts';
import type { FormWords } from './form-words.ts';

/** The levels of a scale, lowest first. */
export function levelRows(words: FormWords, name: string, otherRows: OtherRows): RowsField {
  const columns: Column[] = [
    { kind: 'number', name: 'value', stays: true, label: words.of('level').label },
    { kind: 'number', name: 'share', stays: true, label: words.of('share').label },
    { kind: 'line', name: 'label', stays: true, label: words.of('label').label, other: 'label' },
    { kind: 'long', name: 'anchor', label: words.of('anchor').label, other: 'anchor' },
  ];
  return { kind: 'rows', name, label: words.t('draftForms.levels'), hint: words.t('draftForms.levelsHint'), columns, otherRows };
}
