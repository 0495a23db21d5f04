import { frameTexts } from './texts/frame.ts';

/**
 * Every text of the interface, both languages side by side, one file a subject in `texts/`.
 * A key that lacks a language does not compile.
 */
export const texts = { ...frameTexts } as const satisfies Record<string, Record<'zh-CN' | 'en', string>>;

export type Texts = typeof texts;
export type TextKey = keyof Texts;
