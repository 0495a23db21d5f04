import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A source file as the tests about the sources see it. */
export interface SourceFile {
  /** From the folder that was read, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** What stands between the quotes. */
  readonly from: string;
  /** Only types: gone when the program runs. */
  readonly typeOnly: boolean;
}

/** Every file below the folder whose name ends so, by path. */
export function readSources(folder: string, ...endings: readonly string[]): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** All that the file imports: `import … from`, `export … from`, bare `import`, and `import()` with a literal. */
export function importsOf({ text }: SourceFile): Import[] {
  const statements = /^(?:import|export)\s+(type\s)?(?:[\w*{][^;'"]*?\sfrom\s+)?'([^']+)'/gms;
  const calls = /\bimport\('([^']+)'\)/g;
  return [
    ...[...text.matchAll(statements)].map(([, type, from]) => ({ from: from ?? '', typeOnly: type !== undefined })),
    ...[...text.matchAll(calls)].map(([, from]) => ({ from: from ?? '', typeOnly: false })),
  ];
}

/** Paths, from the folder that was read, of the project's own files that this one imports. */
export function ownImportsOf(file: SourceFile, options: { readonly types: boolean }): string[] {
  return importsOf(file)
    .filter(({ from, typeOnly }) => from.startsWith('.') && (options.types || !typeOnly))
    .map(({ from }) => posix.normalize(posix.join(dirname(file.path), from)));
}

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
