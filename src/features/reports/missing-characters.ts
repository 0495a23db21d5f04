/** `U+1F680`, of several joined by a plus: how a character is named that cannot be printed. */
export function codePointNames(text: string): string {
  return Array.from(text, codePointName).join('+');
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
