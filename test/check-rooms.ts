import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { browserQuestions } from './browser-questions.ts';

/** The rooms of src, ground floor first. A pure room may import those before it. */
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
  'file',
  'store',
  'commands',
];
/** The rooms that touch the browser or draw, and what each may import. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(PURE.map((room, index) => [room, PURE.slice(0, index)])),
  browser: PURE,
  background: [...PURE, 'browser'],
  devtools: [...PURE, 'browser'],
  ui: [...PURE, 'browser'],
  panel: [...PURE, 'browser', 'ui'],
  popup: [...PURE, 'browser', 'ui'],
  agent: [...PURE, 'browser', 'ui'],
};
/** The packages that a room may import. A room that is missing here may import none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  cors: ['whatwg-mimetype'],
  observe: ['har-format', 'devtools-protocol'],
  browser: ['webextension-polyfill', 'devtools-protocol'],
  ui: ['preact', '@preact/signals'],
  panel: ['preact', '@preact/signals', '@speed-highlight/core', '@tanstack/virtual-core'],
  popup: ['preact', '@preact/signals'],
};
/** Limits of a file's length, in lines. */
const LONGEST = 250;
const LONGEST_MEDIAN = 70;

/** Static imports and exports, and dynamic imports. */
const IMPORT = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;
const BROWSER_API = /(?<!-)\b(?:chrome|browser)\.[a-zA-Z]/;
/** Where it may be asked which browser the extension runs in. Everywhere else, what differs is data, or absent. */
const KNOWS_BROWSERS = /^(?:browser\/|cors\/[\w-]+-profile\.ts$)/;

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const problems: string[] = [];

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const lengths = files.map(checkFile).sort((one, other) => one - other);
const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
if (median > LONGEST_MEDIAN)
  problems.push(`The median file has ${median} lines, more than ${LONGEST_MEDIAN}.`);

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `${files.length} files keep to their rooms, ${median} lines long in the median.`
    : `${problems.length} rules are broken.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** @returns how many lines the file has */
function checkFile(path: string): number {
  const room = roomOf(path);
  const code = readFileSync(path, 'utf8');
  const report = (what: string) => problems.push(`${relative(root, path)}: ${what}`);
  if (!(room in ALLOWED)) report(`is in no known room (${room})`);
  for (const [, fixed, dynamic] of code.matchAll(IMPORT)) {
    const name = fixed ?? dynamic ?? '';
    const problem = name.startsWith('.') ? ofFile(room, resolve(dirname(path), name)) : ofPackage(room, name);
    if (problem !== null) report(problem);
  }
  const withoutComments = code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (room !== 'browser' && BROWSER_API.test(withoutComments))
    report('uses the browser API outside of browser');
  if (!KNOWS_BROWSERS.test(relative(src, path).replaceAll('\\', '/'))) {
    for (const question of browserQuestions(withoutComments)) {
      report(`asks which browser it runs in outside of browser and the profiles of cors: ${question}`);
    }
  }
  const lines = code.split('\n').length - 1;
  if (lines > LONGEST) report(`has ${lines} lines, more than ${LONGEST}`);
  return lines;
}

function ofFile(room: string, target: string): string | null {
  const other = roomOf(target);
  // The English texts give the type of the keys.
  if (target.endsWith('messages.json') || other === room) return null;
  if (!ALLOWED[room]?.includes(other)) return `${room} may not import ${relative(root, target)}`;
  const face = join(src, other, 'index.ts');
  const isPastFace = existsSync(face) && target !== face;
  return isPastFace ? `${room} imports ${relative(root, target)} past the face of ${other}` : null;
}

function ofPackage(room: string, name: string): string | null {
  const known = PACKAGES[room]?.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
  return known ? null : `${room} may not use the package ${name}`;
}

function roomOf(path: string): string {
  return relative(src, path).replaceAll('\\', '/').split('/')[0] ?? '';
}
