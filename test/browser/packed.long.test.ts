import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bin } from '../../package.json' with { type: 'json' };
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { type Ended, runNode } from './support/run-node.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT = 240_000;
const run = promisify(execFile);

/** An empty folder with the unpacked package in it, and nothing else: no dependency, no source. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
  const shell = process.platform === 'win32';
  await run('npm', ['run', 'build:cli', '--silent'], { cwd: ROOT, shell });
  // The extension is built already; other tests use it meanwhile.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, shell });
  const [tarball = ''] = await readdir(folder);
  await run('tar', ['xzf', tarball], { cwd: folder });
}, TIMEOUT);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function runPacked(args: readonly string[]): Promise<Ended> {
  return runNode([join('package', bin['preflight-inspector']), ...args], folder);
}

test('the package holds what runs, and no sources', async () => {
  const names = await readdir(join(folder, 'package'));
  expect(names.sort()).toEqual(['LICENSE', 'README.md', 'README.zh-CN.md', 'dist', 'package.json']);
  expect((await readdir(join(folder, 'package/dist'))).sort()).toEqual(['chrome', 'cli', 'firefox']);
});

test(
  'its command says of a page what is blocked and what to change, without anything installed',
  async () => {
    const api = await startRawServer(() => httpAnswer(200, [['X-Powered-By', 'Express']]));
    const html = `<script>fetch('${api.origin}/orders')</script>`;
    const page = await startStaticPage(new Map([['/index.html', html]]));
    try {
      const { code, output } = await runPacked([page.origin, '--once']);
      expect(output).toContain(`✗ GET ${api.origin}/orders`);
      expect(output).toContain('npm install cors');
      expect(code).toBe(1);
    } finally {
      await Promise.all([api.close(), page.close()]);
    }
  },
  TIMEOUT,
);

test('without a page it says how it is used', async () => {
  const { code, output } = await runPacked([]);
  expect(output).toContain('preflight-inspector http://localhost:5173');
  expect(output).toContain('--once');
  expect(code).toBe(1);
});
