import { readdirSync, readFileSync } from 'node:fs';
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

/** What the service worker loads when it is started, file by file. */
function workerFiles(path = join(BUILT, 'service-worker-loader.js'), seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
  for (const [, name = ''] of imports) workerFiles(join(dirname(path), name), seen);
  return seen;
}

/**
 * Of what the worker loads, gzipped file by file, in bytes. Half of it is what a report needs: the causes, and the
 * fingerprints of servers; a worker can't load that later.
 */
const WORKER_BUDGET = 57 * 1024;

test('the worker loads little, and no recipe or panel', () => {
  const files = [...workerFiles()];
  const sizes = files.map((path) => gzipSync(readFileSync(path), { level: 9 }).length);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(WORKER_BUDGET);
  const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  // Of the recipe for nginx, of the one for FastAPI, and of what the panel is made with.
  for (const word of ['proxy_hide_header', 'add_middleware', 'createElement'])
    expect(code).not.toContain(word);
});
