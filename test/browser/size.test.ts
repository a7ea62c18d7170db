import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../dist/chrome', import.meta.url));
/** Of all code and styles, gzipped file by file, in bytes. */
const BUDGET = 120 * 1024;

test('panel, popup and background together are small', () => {
  const entries = readdirSync(BUILT, { recursive: true, withFileTypes: true });
  const code = entries.filter(({ name }) => /\.(js|css)$/.test(name));
  const sizes = code.map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name))).length);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});
