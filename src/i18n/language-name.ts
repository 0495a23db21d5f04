/** A language as its speakers call it. 中文（中国） is how browsers call zh-CN; people say 简体中文. */
export function languageName(tag: string): string {
  if (tag === 'zh-CN') return '简体中文';
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
