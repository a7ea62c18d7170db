import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
/** Of all code and styles, gzipped file by file, in bytes: a sixth of it is what keeps overrides to their page, and tells of failures. */
const BUDGET = 134 * 1024;

test('panel, popup and background together are small', () => {
  const entries = readdirSync(BUILT, { recursive: true, withFileTypes: true });
  const code = entries.filter(({ name }) => /\.(js|css)$/.test(name));
  const sizes = code.map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name))).length);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});

/** A script with everything that it imports, by path. */
function filesOf(path: string, seen = new Set<string>()): Set<string> {
  // Code that a recipe shows has imports, too: of files that aren't here.
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
  for (const [, name = ''] of imports) filesOf(join(dirname(path), name), seen);
  return seen;
}

/** What the service worker loads when it is started. */
const workerFiles = () => [...filesOf(join(BUILT, 'service-worker-loader.js'))];

/** What the panel's page loads. */
function panelFiles(): readonly string[] {
  const html = readFileSync(join(BUILT, 'src/panel/index.html'), 'utf8');
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  return [...filesOf(join(BUILT, script))];
}

function codeOf(paths: readonly string[]): string {
  return paths.map((path) => readFileSync(path, 'utf8')).join('\n');
}

/**
 * Of what the worker loads, gzipped file by file, in bytes. Half of it is what a report needs: the causes, and the
 * fingerprints of servers; a worker can't load that later.
 */
const WORKER_BUDGET = 57 * 1024;

test('the worker loads little', () => {
  const sizes = workerFiles().map((path) => gzipSync(readFileSync(path), { level: 9 }).length);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(WORKER_BUDGET);
});

/** Of the recipe for nginx, of the one for FastAPI, and of Preact. */
const PANEL_ONLY = ['proxy_hide_header', 'CORSMiddleware', 'createElementNS'];

test.each(PANEL_ONLY)('%s is in the code of the panel, and not in that of the worker', (word) => {
  expect(codeOf(panelFiles())).toContain(word);
  expect(codeOf(workerFiles())).not.toContain(word);
});
