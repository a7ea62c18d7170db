import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../src/stacks/stack.ts';
import { type Registry, registryText } from './registry-text.ts';

const ROOT = join(import.meta.dirname, '..');
const STACKS = 'src/stacks';
const SERVERS = 'test/servers/stacks';
/** Folders of src/stacks that are no stack. */
const NO_STACKS = ['quote', 'shared'];
/** The order in which the fingerprints of several layers are named: what is nearer to the application tells more. */
const LAYERS: readonly Stack['layer'][] = ['application', 'gateway', 'proxy', 'platform'];

const stacks = new Map<string, Stack>();

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

/** The lists of stacks and of their servers, by the paths of the lists. */
export async function stackRegistries(): Promise<Readonly<Record<string, string>>> {
  for (const id of stackFolders()) stacks.set(id, (await import(join(ROOT, STACKS, id, 'stack.ts'))).stack);
  return Object.fromEntries(
    Object.entries(REGISTRIES).map(([path, registry]) => [path, registryText(registry)]),
  );
}

/** The folders of stacks and servers that lack a file, each in a sentence. */
export function missingFiles(): readonly string[] {
  const ids = stackFolders();
  const servers = foldersIn(SERVERS);
  const knows = (id: string, file: string) => isThere(`${STACKS}/${id}/${file}`);
  return [
    ...ids.filter((id) => !knows(id, 'stack.ts')).map((id) => `${STACKS}/${id}/stack.ts is missing.`),
    ...ids
      .filter((id) => !knows(id, 'fingerprints.ts') && !knows(id, 'recipe.ts'))
      .map((id) => `${STACKS}/${id} has no fingerprints.ts and no recipe.ts.`),
    ...servers.filter((id) => !ids.includes(id)).map((id) => `${SERVERS}/${id} is the server of no stack.`),
    ...servers
      .filter((id) => !isThere(`${SERVERS}/${id}/server.ts`))
      .map((id) => `${SERVERS}/${id}/server.ts is missing.`),
  ];
}

function stackFolders(): readonly string[] {
  return foldersIn(STACKS).filter((name) => !NO_STACKS.includes(name));
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

function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}
