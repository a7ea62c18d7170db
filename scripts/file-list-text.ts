import { sortedImports, variable } from './imports-text.ts';

/** A list of what each file of a folder exports. */
export interface FileList {
  /** Relative to the list's own. */
  readonly folder: string;
  /** The name of the export. */
  readonly exported: string;
  /** The types that the declaration names, by the modules that have them. */
  readonly types: Readonly<Record<string, string>>;
  readonly doc: string;
  /** Name and type of the list. */
  readonly declaration: string;
}

/**
 * The whole module, as the formatter leaves it.
 * @param names of the files, without their endings, in the order of the list
 */
export function fileListText(
  { folder, exported, types, doc, declaration }: FileList,
  names: readonly string[],
): string {
  const prefix = folder === '.' ? './' : `./${folder}/`;
  const imports = [
    ...names.map((name) => `import { ${exported} as ${variable(name)} } from '${prefix}${name}.ts';`),
    ...Object.entries(types).map(([module, name]) => `import type { ${name} } from '${module}';`),
  ];
  return `// Written by \`npm run registries\` from the files of a folder.

${sortedImports(imports)}

/** ${doc} */
// biome-ignore format: one name a line is too long.
export const ${declaration} = [
${inLines(names.map(variable))}
];
`;
}

/** Several names to a line, as the formatter would not write them: a file has no more than 250 lines. */
function inLines(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const line = lines.at(-1);
    if (line === undefined || line.length + name.length > 100) lines.push(`  ${name},`);
    else lines.splice(-1, 1, `${line} ${name},`);
  }
  return lines.join('\n');
}
