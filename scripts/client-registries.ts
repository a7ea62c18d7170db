import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase } from './registry-text.ts';

const ROOT = join(import.meta.dirname, '..');
const HEAD = '// Written by `npm run registries` from the folders beside this file.\n';

/** The lists of src/clients by their paths. */
export function clientRegistries(): Readonly<Record<string, string>> {
  return { 'src/clients/registry.ts': clients(), 'src/clients/stops/registry.ts': stops() };
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
