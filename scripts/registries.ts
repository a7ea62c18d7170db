/**
 * `npm run registries` writes the lists of what stands in a folder of its own, so that nobody has to keep them. With
 * `--check` it writes nothing, and fails where a list is stale or a file is missing, naming it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stack } from '../src/stacks/stack.ts';
import { type FileList, fileListText } from './file-list-text.ts';
import { type Registry, registryText } from './registry-text.ts';

const ROOT = join(import.meta.dirname, '..');
const STACKS = 'src/stacks';
const SERVERS = 'test/servers/stacks';
/** Folders of src/stacks that are no stack. */
const NO_STACKS = ['quote', 'shared'];
/** The order in which the fingerprints of several layers are named: what is nearer to the application tells more. */
const LAYERS: readonly Stack['layer'][] = ['application', 'gateway', 'proxy', 'platform'];

/** Lists by their paths. */
const REGISTRIES: Readonly<Record<string, Registry>> = {
  [`${STACKS}/stacks.ts`]: {
    file: 'stack.ts',
    types: { './stack.ts': 'Stack' },
    list: 'record',
    doc: 'Everything that an answer may be recognised as, or a recipe written for. The ids are stable.',
    declaration: (list) => `STACKS = ${list} as const satisfies Readonly<Record<string, Stack>>`,
    ids: () => idsWith('stack.ts'),
  },
  [`${STACKS}/fingerprints.ts`]: {
    file: 'fingerprints.ts',
    types: { './fingerprint.ts': 'Fingerprint', './stack-id.ts': 'StackId' },
    list: 'pairs',
    doc: 'The marks of each stack: of applications first, then of gateways, proxies and platforms.',
    declaration: (list) => `FINGERPRINTS: readonly (readonly [StackId, readonly Fingerprint[]])[] = ${list}`,
    ids: () => sorted(idsWith('fingerprints.ts'), ({ layer }) => LAYERS.indexOf(layer)),
  },
  [`${STACKS}/recipes.ts`]: {
    file: 'recipe.ts',
    types: { './recipe.ts': 'Recipe', './stack-id.ts': 'StackId' },
    list: 'pairs',
    doc: 'The recipe of each stack that has one, by the names of the stacks: so the panel offers them.',
    declaration: (list) => `RECIPES: readonly (readonly [StackId, Recipe])[] = ${list}`,
    ids: () => sorted(idsWith('recipe.ts'), ({ name }) => name.toLowerCase()),
  },
  [`${SERVERS}/index.ts`]: {
    file: 'server.ts',
    types: { '../server-stack.ts': 'ServerStack' },
    list: 'values',
    doc: 'The real servers that recipes are tried on.',
    declaration: (list) => `SERVER_STACKS: readonly ServerStack[] = ${list}`,
    ids: () => foldersIn(SERVERS),
  },
};

/** Lists of the files of a folder, by their paths. */
const FILE_LISTS: Readonly<Record<string, FileList>> = {
  'src/clients/registry.ts': {
    folder: 'libraries',
    exported: 'client',
    types: { './client.ts': 'Client' },
    doc: 'All known client libraries.',
    declaration: 'CLIENTS: readonly Client[]',
  },
  'src/clients/stops/registry.ts': {
    folder: '.',
    exported: 'stop',
    types: { '../stop.ts': 'Stop' },
    doc: 'All client libraries that are known to stop.',
    declaration: 'STOPS: readonly Stop[]',
  },
};

const isCheck = process.argv.includes('--check');
const stacks = new Map<string, Stack>();
const problems = await missing();
if (problems.length === 0) {
  for (const [path, registry] of Object.entries(REGISTRIES)) update(path, registryText(registry));
  for (const [path, list] of Object.entries(FILE_LISTS))
    update(path, fileListText(list, filesIn(join(dirname(path), list.folder))));
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function update(path: string, text: string): void {
  if (isThere(path) && readFileSync(join(ROOT, path), 'utf8') === text) return;
  if (isCheck) problems.push(`${path} is stale: npm run registries`);
  else writeFileSync(join(ROOT, path), text);
}

/** Reads the stacks, and tells which files are missing. */
async function missing(): Promise<string[]> {
  const ids = foldersIn(STACKS).filter((name) => !NO_STACKS.includes(name));
  for (const id of ids) {
    const path = `${STACKS}/${id}/stack.ts`;
    if (isThere(path)) stacks.set(id, (await import(join(ROOT, path))).stack);
  }
  const servers = foldersIn(SERVERS);
  return [
    ...ids.filter((id) => !stacks.has(id)).map((id) => `${STACKS}/${id}/stack.ts is missing.`),
    ...ids
      .filter((id) => !['fingerprints.ts', 'recipe.ts'].some((file) => isThere(`${STACKS}/${id}/${file}`)))
      .map((id) => `${STACKS}/${id} has no fingerprints.ts and no recipe.ts.`),
    ...servers.filter((id) => !ids.includes(id)).map((id) => `${SERVERS}/${id} is the server of no stack.`),
    ...servers
      .filter((id) => !isThere(`${SERVERS}/${id}/server.ts`))
      .map((id) => `${SERVERS}/${id}/server.ts is missing.`),
  ];
}

function idsWith(file: string): readonly string[] {
  return [...stacks.keys()].filter((id) => isThere(`${STACKS}/${id}/${file}`));
}

/** Stays in the order of the ids where the keys are the same. */
function sorted(ids: readonly string[], key: (stack: Stack) => string | number): readonly string[] {
  const keys = new Map([...stacks].map(([id, stack]) => [id, key(stack)]));
  const rank = (id: string) => keys.get(id) ?? '';
  return [...ids].sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
}

/** By their names, which are ids. */
function foldersIn(path: string): readonly string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The files of a folder without their endings, but for the list itself. */
function filesIn(path: string): readonly string[] {
  return readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith('.ts') && name !== 'registry.ts')
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}

function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}
