import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Files } from '../servers/static-page.ts';

/** Bundles the demo page, the real npm clients included, in memory: nothing is written to disk. */
export async function buildDemoPage(): Promise<Files> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    publicDir: false,
    build: { write: false, minify: false, chunkSizeWarningLimit: 5_000 },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('vite built no page.');
  return new Map(
    first.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}
