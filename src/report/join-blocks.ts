/** Joins blocks with as few blank lines as Markdown allows: an agent pays for each line. */
export function joinBlocks(blocks: readonly string[]): string {
  const text = blocks.reduce((before, block, index) => {
    const endsList = (blocks[index - 1] ?? '').startsWith('- ') && !/^(?:#|`{3})/.test(block);
    return `${before}${endsList ? '\n\n' : '\n'}${block}`;
  });
  return `${text}\n`;
}

export function listBlock(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
