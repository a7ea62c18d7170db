/** A list of what the folders beside it export. */
export interface Registry {
  /** The file in each folder. It exports what is listed under its own name, `stack` for `stack.ts`. */
  readonly file: string;
  /** The types that the declaration names, by the modules that have them. */
  readonly types: Readonly<Record<string, string>>;
  /** By id; as pairs of id and value, where the order matters; or the values alone. */
  readonly list: 'record' | 'pairs' | 'values';
  readonly doc: string;
  /** Name and type, around the list. */
  readonly declaration: (list: string) => string;
  /** The folders, in the order of the list. */
  readonly ids: () => readonly string[];
}

/** The whole module, as the formatter leaves it. */
export function registryText({ file, types, list, doc, declaration, ids }: Registry): string {
  const listed = ids();
  const exported = file.replace('.ts', '');
  const imports = [
    ...listed.map((id) => `import { ${exported} as ${camelCase(id)} } from './${id}/${file}';`),
    ...Object.entries(types).map(([module, name]) => `import type { ${name} } from '${module}';`),
  ].sort((one, other) => compare(pathOf(one).split('/'), pathOf(other).split('/')));
  return `// Written by \`npm run registries\` from the folders beside this file.

${imports.join('\n')}

/** ${doc} */
export const ${declaration(listText(list, listed))};
`;
}

function listText(list: Registry['list'], ids: readonly string[]): string {
  const lines = (entry: (id: string) => string) => ids.map((id) => `  ${entry(id)},\n`).join('');
  switch (list) {
    case 'record':
      return `{\n${lines((id) => (camelCase(id) === id ? id : `'${id}': ${camelCase(id)}`))}}`;
    case 'pairs':
      return `[\n${lines((id) => `['${id}', ${camelCase(id)}]`)}]`;
    case 'values':
      return `[\n${lines(camelCase)}]`;
  }
}

/** An id as a variable is called. */
export function camelCase(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pathOf(line: string): string {
  return /'([^']+)'/.exec(line)?.[1] ?? '';
}

/** As the formatter sorts imports: those from further up first, then folder by folder. */
function compare(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  const [part = '', against = ''] = [one[index], other[index]];
  if (part === '..' || against === '..') return part === '..' ? -1 : 1;
  return part < against ? -1 : 1;
}
