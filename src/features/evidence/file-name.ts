const longest = 150;

/**
 * The name of a handed-in file as it is shown and offered for download: the last part of a path, one line, without signs
 * that hide or turn text round, at most 150 characters with the extension kept. Never used as a path on the server.
 */
export function displayName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (clean === '') return 'file';
  return shorten(device.test(clean) ? `_${clean}` : clean);
}

/** Names that some systems take for a device, whatever stands behind the dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function shorten(name: string): string {
  const extension = extensionOf(name);
  const ending = extension === '' ? '' : `.${extension}`;
  const stem = [...(ending ? name.slice(0, -ending.length) : name)];
  return stem.slice(0, longest - ending.length).join('') + name.slice(name.length - ending.length);
}

/** In lower case and without the dot; empty when the name has none. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a piece of evidence is called unless somebody says otherwise. */
export function titleFromName(name: string): string {
  const extension = extensionOf(name);
  return extension === '' ? name : name.slice(0, -extension.length - 1);
}
