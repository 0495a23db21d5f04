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
} as const satisfies Catalogue;
