/** What no name of a file may hold: line ends and other controls, halves of signs, signs that turn text round. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * RFC 6266: a plain name for old readers and the true one, percent-encoded as RFC 8187 has it. Signs that would make a path of the
 * name, or that no system takes in one, are replaced.
 */
export function dispositionOf(type: 'inline' | 'attachment', name: string): string {
  const clean = name.replace(unseen, ' ').replace(/[<>:"|?*/\\]/g, '_');
  const plain = clean.replace(/[^\x20-\x7e]/g, '_').replace(/%/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
