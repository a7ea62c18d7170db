import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceFiles } from '../../scripts/source-files.ts';
import { zipOf } from '../../scripts/zip.ts';
import { runNode } from '../browser/support/run-node.ts';
import { BUILT_FOR_FIREFOX } from './extension.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const isCheckout = existsSync(join(ROOT, '.git'));
if (!isCheckout) console.log('The zip of the sources is not tried: these come without git.');

/** The sources as they come out of the zip, with the packages that are installed here. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The files of a folder by their paths in it. */
async function filesOf(parent: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(parent, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.toSorted().map(async (path) => {
    return [relative(parent, path), (await readFile(path)).toString('base64')] as const;
  });
  return new Map(await Promise.all(files));
}

test.runIf(isCheckout)('the same sources give the same zip, in whatever order git names them', () => {
  const paths = sourceFiles(ROOT);
  expect(paths).toContain('BUILDING.md');
  expect(paths).not.toContain('node_modules');
  expect(Buffer.compare(zipOf(ROOT, paths), zipOf(ROOT, paths.toReversed()))).toBe(0);
});

test.runIf(isCheckout)(
  'what is built from the zip of the sources is the build for Firefox, byte by byte',
  async () => {
    const zip = unzipSync(zipOf(ROOT, sourceFiles(ROOT)));
    for (const [path, bytes] of Object.entries(zip)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const { code, output } = await runNode(
      [vite, 'build', '--logLevel', 'warn', '--mode', 'firefox'],
      folder,
      {
        // Vitest's own would be another build.
        NODE_ENV: undefined,
      },
    );
    expect(output).toBe('');
    expect(code).toBe(0);
    const rebuilt = await filesOf(join(folder, 'dist/firefox'));
    const built = await filesOf(BUILT_FOR_FIREFOX);
    expect([...rebuilt.keys()]).toEqual([...built.keys()]);
    for (const [path, content] of built) expect(rebuilt.get(path) === content, path).toBe(true);
  },
);
