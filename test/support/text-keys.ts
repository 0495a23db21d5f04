import type { SourceFile } from './source-files.ts';

/** A place in a source that names a text of the catalogue: a whole key, or a pattern with gaps filled at run time. */
export interface KeyUse {
  readonly path: string;
  /** As written, `role.${role}`. */
  readonly written: string;
  readonly matches: (key: string) => boolean;
}

/** Every string of a file that could be a key: `'subject.some.key'`, or a template of that shape with `${…}` in it. */
export function keyUsesIn({ path, text }: SourceFile): KeyUse[] {
  const whole = [...text.matchAll(/(['"`])([a-z]\w*(?:\.[\w-]+)+)\1/g)].map(([, , key]) => key ?? '');
  const gaps = [...text.matchAll(/`([a-z]\w*\.[\w.-]*(?:\$\{[^`]*?\}[\w.-]*)+)`/g)].map(([, pattern]) => pattern ?? '');
  return [
    ...whole.map((written) => ({ path, written, matches: (key: string) => key === written })),
    ...gaps.map((written) => ({ path, written, matches: matcherOf(written) })),
  ];
}

/** What `t(` is called with in a template or a source: literals only. */
export function translatedIn({ path, text }: SourceFile): KeyUse[] {
  const whole = [...text.matchAll(/(?<![\w.$])t\(\s*(['"])([^'"]+)\1/g)].map(([, , key]) => key ?? '');
  const gaps = [...text.matchAll(/(?<![\w.$])t\(\s*`([^`]+)`/g)].map(([, pattern]) => pattern ?? '');
  return [
    ...whole.map((written) => ({ path, written, matches: (key: string) => key === written })),
    ...gaps.map((written) => ({ path, written, matches: matcherOf(written) })),
  ];
}

function matcherOf(written: string): (key: string) => boolean {
  const parts = written.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[\\w.-]+')}$`);
  return (key) => pattern.test(key);
}
