import type { Catalogue } from '../catalogue.ts';

/** The page frame: name, navigation, language, error pages. */
export const frameTexts = {
  'frame.name': { 'zh-CN': '衡准', en: 'Assay' },
  'frame.skipToContent': { 'zh-CN': '跳到正文', en: 'Skip to content' },
} as const satisfies Catalogue;
