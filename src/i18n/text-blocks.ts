/** A paragraph, or a list of lines that began with `- `. */
export type TextBlock =
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[] };

/**
 * The texts of criteria are plain: blank lines separate paragraphs, lines that start with `- ` make a list. A line that
 * continues a paragraph or an item is joined to it, without a space between Chinese characters.
 */
export function textBlocks(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((part) => blocksOf(part.split('\n').map((line) => line.trim())))
    .filter((block) => block.block === 'list' || block.text !== '');
}

function blocksOf(lines: readonly string[]): TextBlock[] {
  const blocks: ({ block: 'paragraph'; text: string } | { block: 'list'; items: string[] })[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) {
      const item = line.slice(2).trim();
      if (last?.block === 'list') last.items.push(item);
      else blocks.push({ block: 'list', items: [item] });
    } else if (last?.block === 'list') {
      last.items.push(joined(last.items.pop() ?? '', line));
    } else if (last) {
      last.text = joined(last.text, line);
    } else {
      blocks.push({ block: 'paragraph', text: line });
    }
  }
  return blocks;
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const together = wide.test(before.at(-1) ?? '') && wide.test(after[0] ?? '');
  return together ? before + after : `${before} ${after}`;
}
