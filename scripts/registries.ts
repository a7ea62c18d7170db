/**
 * `npm run registries` writes the lists of what stands in a file or a folder of its own, so that nobody has to keep
 * them. With `--check` it writes nothing, and fails where a list is stale or a file is missing, naming it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Registry {
  /** The list, relative to the project. */
  readonly path: string;
  /** What stands there now must be. @throws where something is missing */
  readonly text: () => string;
}

const ROOT = join(import.meta.dirname, '..');
const HEAD = '// Written by `npm run registries` from the folders beside this file.\n';
/** Folders of src/stacks that are no stack. */
const NO_STACKS = new Set(['fingerprints', 'quote', 'recipes', 'shared']);

const REGISTRIES: readonly Registry[] = [
  { path: 'src/stacks/stacks.ts', text: stacks },
  { path: 'src/clients/registry.ts', text: clients },
  { path: 'src/clients/stops/registry.ts', text: stops },
];

const isCheck = process.argv.includes('--check');
for (const { path, text } of REGISTRIES) {
  try {
    update(path, text());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function update(path: string, text: string): void {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (isCheck) throw new Error(`${path} is stale: npm run registries`);
  writeFileSync(file, text);
  console.log(`${path} is written.`);
}

/** The stacks by their ids, which are the names of their folders. */
function stacks(): string {
  const folder = join(ROOT, 'src/stacks');
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_STACKS.has(entry.name))
    .map(({ name }) => name)
    .sort();
  for (const id of ids) {
    const file = join(folder, id, 'stack.ts');
    if (!existsSync(file)) throw new Error(`${relative(ROOT, file)} is missing.`);
  }
  const imports = ids.map((id) => `import { stack as ${camelCase(id)} } from './${id}/stack.ts';`);
  const isPlain = (id: string) => /^[a-z0-9]+$/.test(id);
  const entries = ids.map((id) => (isPlain(id) ? `  ${id},` : `  '${id}': ${camelCase(id)},`));
  const stackImport = "import type { Stack } from './stack.ts';";
  // As the formatter sorts imports: folder by folder.
  const all = [...imports, stackImport].sort((one, other) =>
    compare(pathOf(one).split('/'), pathOf(other).split('/')),
  );
  return `${HEAD}${all.join('\n')}

/** Everything that an answer may be recognised as, or a recipe written for. The ids are stable. */
export const STACKS = {
${entries.join('\n')}
} as const satisfies Readonly<Record<string, Stack>>;
`;
}

/** The client libraries, in the order of their names. */
function clients(): string {
  return fileList('src/clients/libraries', 'client', './libraries/', {
    type: "import type { Client } from './client.ts';",
    head: '/** All known client libraries. */\n// biome-ignore format: one name a line is too long.\nexport const CLIENTS: readonly Client[] = [',
  });
}

/** How client libraries are kept from adding headers. */
function stops(): string {
  return fileList('src/clients/stops', 'stop', './', {
    type: "import type { Stop } from '../stop.ts';",
    head: '/** All client libraries that are known to stop. */\n// biome-ignore format: one name a line is too long.\nexport const STOPS: readonly Stop[] = [',
  });
}

/** A list of what each file of `folder` exports as `name`. */
function fileList(
  folder: string,
  name: string,
  prefix: string,
  { type, head }: { type: string; head: string },
): string {
  const ids = readdirSync(join(ROOT, folder))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((id) => id !== 'registry')
    .sort();
  const imports = ids.map((id) => `import { ${name} as ${camelCase(id)} } from '${prefix}${id}.ts';`);
  return `${HEAD}${[type, ...imports].join('\n')}

${head}
${inLines(ids.map(camelCase))}
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

function pathOf(line: string): string {
  return /'([^']+)'/.exec(line)?.[1] ?? '';
}

function compare(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  return (one[index] ?? '') < (other[index] ?? '') ? -1 : 1;
}

function camelCase(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
