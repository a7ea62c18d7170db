/** The id in camel case. */
export function variable(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Import lines as the formatter sorts them. */
export function sortedImports(lines: readonly string[]): string {
  return [...lines]
    .sort((one, other) => compare(pathOf(one).split('/'), pathOf(other).split('/')))
    .join('\n');
}

function pathOf(line: string): string {
  return /'([^']+?)(?:\.ts)?'/.exec(line)?.[1] ?? '';
}

/** As the formatter sorts imports: those from further up first, then folder by folder. */
function compare(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  const [part = '', against = ''] = [one[index], other[index]];
  if (part === '..' || against === '..') return part === '..' ? -1 : 1;
  return part < against ? -1 : 1;
}
