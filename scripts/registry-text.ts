import { sortedImports, variable } from './imports-text.ts';

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
    ...listed.map((id) => `import { ${exported} as ${variable(id)} } from './${id}/${file}';`),
    ...Object.entries(types).map(([module, name]) => `import type { ${name} } from '${module}';`),
  ];
  return `// Written by \`npm run registries\` from the folders beside this file.

${sortedImports(imports)}

/** ${doc} */
export const ${declaration(listText(list, listed))};
`;
}

function listText(list: Registry['list'], ids: readonly string[]): string {
  const lines = (entry: (id: string) => string) => ids.map((id) => `  ${entry(id)},\n`).join('');
  switch (list) {
    case 'record':
      return `{\n${lines((id) => (variable(id) === id ? id : `'${id}': ${variable(id)}`))}}`;
    case 'pairs':
      return `[\n${lines((id) => `['${id}', ${variable(id)}]`)}]`;
    case 'values':
      return `[\n${lines(variable)}]`;
  }
}
