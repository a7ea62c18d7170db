import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Who may import whom: the rooms of src, and the rooms each may use beside itself. */
const PURE = [
  'cors',
  'privacy',
  'observe',
  'texts',
  'stacks',
  'clients',
  'dev-servers',
  'causes',
  'override',
  'explain',
  'report',
  'store',
];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(PURE.map((room, index) => [room, PURE.slice(0, index)])),
  commands: PURE,
  browser: [...PURE, 'commands'],
  background: [...PURE, 'commands', 'browser'],
  devtools: [...PURE, 'commands', 'browser'],
  ui: [...PURE, 'commands', 'browser'],
  panel: [...PURE, 'commands', 'browser', 'ui'],
  popup: [...PURE, 'commands', 'browser', 'ui'],
};
/** Packages a room may use; none where it is not named. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  cors: ['whatwg-mimetype'],
  observe: ['devtools-protocol', 'har-format'],
  browser: ['devtools-protocol', 'webextension-polyfill'],
  ui: ['preact', '@preact/signals'],
  panel: ['preact', '@preact/signals', '@speed-highlight/core', '@tanstack/virtual-core'],
  popup: ['preact', '@preact/signals'],
};

const IMPORT = /^(?:import|export)\s(?:[^'";=]*?\sfrom\s)?'([^']+)'/gm;
const BROWSER_API = /\b(?:chrome|browser)\.[a-zA-Z]/;

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const problems: string[] = [];

for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
  checkFile(join(entry.parentPath, entry.name));
}
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? 'Imports keep to the rules.' : `${problems.length} imports break the rules.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkFile(path: string): void {
  const room = roomOf(path);
  const code = readFileSync(path, 'utf8');
  const report = (what: string) => problems.push(`${relative(root, path)}: ${what}`);
  if (!(room in ALLOWED)) report(`is in no known room (${room})`);
  for (const [, name = ''] of code.matchAll(IMPORT)) {
    const problem = name.startsWith('.') ? ofFile(room, resolve(dirname(path), name)) : ofPackage(room, name);
    if (problem !== null) report(problem);
  }
  const withoutComments = code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (room !== 'browser' && BROWSER_API.test(withoutComments))
    report('uses the browser API outside of browser');
}

function ofFile(room: string, target: string): string | null {
  const other = roomOf(target);
  // Texts are keys of the English messages: their type is all that may be used.
  if (target.endsWith('messages.json')) return null;
  if (other === room || ALLOWED[room]?.includes(other)) return null;
  return `${room} may not import ${relative(root, target)}`;
}

function ofPackage(room: string, name: string): string | null {
  const known = PACKAGES[room]?.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
  return known ? null : `${room} may not use the package ${name}`;
}

function roomOf(path: string): string {
  return entryName(path).split('/')[0] ?? '';
}

function entryName(path: string): string {
  return relative(src, path).replaceAll('\\', '/');
}
