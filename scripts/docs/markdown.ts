/** Says above a written document who writes it. Readers of the rendered document don't see it. */
export const WRITTEN = '<!-- Written by `npm run docs`. -->';

/** A table; cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Several names, each as code, with blanks between. */
export function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

/** A bar ends a cell, also within code. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
