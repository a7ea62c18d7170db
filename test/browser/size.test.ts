import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Of the recipe for nginx, and of the recipe for FastAPI. */
const OF_RECIPES = ['proxy_hide_header', 'CORSMiddleware'];
/** Of Preact, which draws panel and popup. */
const OF_PAGES = 'createElementNS';

const BUILT = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
/**
 * Of all code and styles, gzipped file by file, in bytes: what the extension takes on the disk. The thread that reads
 * files has its own copy of what reads requests: shared with the panel, it would be in pieces that load later. The page
 * that answers agents, and version 2 of the report, take 9 KB. What reads pasted tickets (twice: the thread has its own
 * copy), the issue of a wrong verdict, and the page that copies for agents, take 6 KB. So do what isn't CORS, cookies, and what preflights
 * cost. Integrity, the page's own policies and frames take 2 KB more, most of it words. The example that the panel brings
 * along takes 1.5 KB; what a file tells of the cache and of the page's policy, 1.5 KB; that browsers differ, 0.7 KB. What is otherwise in Firefox, in rules,
 * steps and access to hosts, takes 4 KB: it is decided by data, so that Chrome's build has it, too. What the other browser
 * would make of a call takes 1.3 KB.
 */
const BUDGET = 231 * 1024;

test('panel, popup and background together are small', () => {
  const entries = readdirSync(BUILT, { recursive: true, withFileTypes: true });
  const code = entries.filter(({ name }) => /\.(js|css)$/.test(name));
  const size = sizeOf(code.map(({ parentPath, name }) => join(parentPath, name)));
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});

/** Bytes, gzipped file by file. */
function sizeOf(files: Iterable<string>): number {
  return [...files].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** A script and all that it imports, but for what it imports later. */
function filesOf(path: string, seen = new Set<string>()): Set<string> {
  // Code that a recipe shows has imports, too: of files that aren't here.
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
  for (const [, name = ''] of imports) filesOf(join(dirname(path), name), seen);
  return seen;
}

/** The scripts that a page of the extension loads before it shows anything. */
function firstFilesOf(page: string): Set<string> {
  const html = readFileSync(join(BUILT, page), 'utf8');
  const [, entry = ''] = /<script[^>]*\ssrc="\/([^"]+)"/.exec(html) ?? [];
  return filesOf(join(BUILT, entry));
}

/** Of what a page loads first, in bytes. That a browser's own ways are its profile's takes 2 KB: rows are judged first. */
const PAGE_BUDGETS = [
  ['src/panel/index.html', 81 * 1024],
  ['src/popup/index.html', 57 * 1024],
] as const;

test.each(PAGE_BUDGETS)('%s loads little before it shows anything, and no recipe', (page, budget) => {
  const files = firstFilesOf(page);
  const size = sizeOf(files);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(budget);
  const code = [...files].map((path) => readFileSync(path, 'utf8')).join('\n');
  for (const word of OF_RECIPES) expect(code).not.toContain(word);
});

test('the words that are looked for are in the built code', () => {
  const all = readdirSync(BUILT, { recursive: true, withFileTypes: true });
  const code = all
    .filter(({ name }) => name.endsWith('.js'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');
  for (const word of [...OF_RECIPES, OF_PAGES]) expect(code).toContain(word);
});

/**
 * Of what the worker loads, gzipped file by file, in bytes. Half of it is what a report needs: the causes, and the
 * fingerprints of servers; a worker can't load that later. The door for agents is 0.6 KB of it, what rules are in Firefox, and what none mends there, 1.6 KB.
 */
const WORKER_BUDGET = 71.75 * 1024;

test('the worker loads little, and no recipe or panel', () => {
  const files = [...filesOf(join(BUILT, 'service-worker-loader.js'))];
  const size = sizeOf(files);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(WORKER_BUDGET);
  const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  for (const word of [...OF_RECIPES, OF_PAGES]) expect(code).not.toContain(word);
});
