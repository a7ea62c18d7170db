import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURE = join(ROOT, 'dist/panel.png');
const PNG = [0x89, 0x50, 0x4e, 0x47];

let folder: string;
let began: number;
let output = '';
let code: number | null;
let seenMeanwhile = 0;
const mark = randomUUID();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
  began = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/demo/start.ts', '--headless'], {
    cwd: ROOT,
    // Both stay with every process that comes of it.
    env: { ...process.env, TMPDIR: folder, PREFLIGHT_INSPECTOR_TEST: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      seenMeanwhile = Math.max(seenMeanwhile, processesOfStart().length);
    });
  }
  code = await new Promise((resolve) => child.once('close', resolve));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The running processes that came of the start, where the system tells. */
function processesOfStart(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      const told = ['environ', 'cmdline'].map((file) => readFileSync(`/proc/${name}/${file}`, 'latin1'));
      return told.some((text) => text.includes(mark) || text.includes(folder));
    } catch {
      // It has just ended, or is somebody else's.
      return false;
    }
  });
}

test('npm start --headless ends well and says why the call fails', () => {
  expect(output).toContain('blocked');
  expect(output).toContain('x-stainless-timeout');
  expect(output).toContain('Access-Control-Allow-Headers');
  expect(code).toBe(0);
});

test('it saves a picture of the panel', () => {
  expect(output).toContain('panel.png');
  expect(statSync(PICTURE).mtimeMs).toBeGreaterThan(began);
  expect([...readFileSync(PICTURE).subarray(0, 4)]).toEqual(PNG);
});

test.runIf(process.platform === 'linux')('it leaves no process behind', () => {
  expect(seenMeanwhile).toBeGreaterThan(1);
  expect(processesOfStart()).toEqual([]);
});

test('it leaves no file of its browser behind', async () => {
  expect((await readdir(folder)).filter((name) => /profile/.test(name))).toEqual([]);
});
