import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { SerialQueue } from '../../src/background/serial-queue.ts';

test('a task that fails does not stop the next, and its caller hears of it', async () => {
  const queue = new SerialQueue();
  const first = queue.run(() => Promise.reject(new Error('first')));
  const second = queue.run(async () => 'second');
  await expect(first).rejects.toThrow('first');
  expect(await second).toBe('second');
});

test('a failure that no caller hears is an unhandled rejection', async () => {
  const module = resolve(import.meta.dirname, '../../src/background/serial-queue.ts');
  const code = `
    import { SerialQueue } from ${JSON.stringify(module)};
    new SerialQueue().run(() => Promise.reject(new Error('nobody listens')));
  `;
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining('nobody listens') });
});
