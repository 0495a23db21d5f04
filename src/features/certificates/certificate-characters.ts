import { message } from '../../i18n/translate.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { AppError } from '../../model/errors.ts';
import { openFaces } from '../../pdf/face.ts';
import { printable } from '../../pdf/printable.ts';
import { codePointNames } from '../reports/missing-characters.ts';

/** Throws `conflict` naming the characters of what a certificate says that no font can print: none is signed with gaps. */
export function refuseUnprintable({ holder, scope, sites, basis, grade }: CertificateFacts): void {
  const texts = [holder.name, holder.address, scope, basis.title, grade.label].flatMap((text) => Object.values(text));
  const places = sites.flatMap(({ name, address }) => [name, address ?? '']);
  const missing = new Set<string>();
  for (const text of [...texts, ...places]) printable(text ?? '', openFaces().regular, missing);
  if (missing.size === 0) return;
  const characters = [...missing].slice(0, 20).map((text) => `${text} (${codePointNames(text)})`);
  throw new AppError(
    'conflict',
    message('certificates.refusal.characters', { characters: characters.join(' '), count: missing.size }),
  );
}
