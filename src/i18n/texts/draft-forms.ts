import type { Catalogue } from '../catalogue.ts';

/** The forms in which a draft of criteria is edited. */
export const draftFormTexts = {
  'draftForms.textBroken': {
    'zh-CN': '准则文字的写法有误，暂时不能用表单编辑。请先在“文字”中改正。',
    en: 'The text of the criteria is broken, so the forms cannot change it. Mend it under "Text" first.',
  },
  'draftForms.belowItself': {
    'zh-CN': '条款不能移到自己下面，请另选上级。',
    en: 'A clause cannot stand below itself. Choose another parent.',
  },
  'draftForms.nothingToUndo': { 'zh-CN': '没有可以撤销的操作。', en: 'There is nothing to undo.' },
  'draftForms.nothingToRedo': { 'zh-CN': '没有可以重做的操作。', en: 'There is nothing to redo.' },
  'draftForms.stepText': { 'zh-CN': '修改文字', en: 'change of the text' },
  'draftForms.stepChange': { 'zh-CN': '修改', en: 'change' },
} as const satisfies Catalogue;
