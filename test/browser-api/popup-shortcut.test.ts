import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, runIn, startWorker } from '../support/start-worker.ts';

let fake: FakeBrowser;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fake = new FakeBrowser();
});
afterEach(async () => {
  // So that no channel stays open.
  await vi.advanceTimersByTimeAsync(10_000);
  quit(fake);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Opens a popup. @returns how often it was asked to copy, once messages have had their time */
async function openPopup(): Promise<() => Promise<number>> {
  let count = 0;
  const { onCopyShortcut } = await runIn(
    fake,
    fake.openPage('src/popup/index.html'),
    () => import('../../src/browser/copy-shortcut.ts'),
  );
  onCopyShortcut(() => {
    count++;
  });
  return async () => {
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    return count;
  };
}

test('the shortcut opens the popup, which is asked to copy once it is there', async () => {
  await startWorker(fake);
  fake.onCommand.fire('copy-for-agent', { windowId: 1 });
  await fake.idle();
  expect(fake.calls.get('action.openPopup')).toBe(1);
  const copies = await openPopup();
  expect(await copies()).toBe(1);
  const later = await openPopup();
  expect(await later()).toBe(0);
});

test('a popup that the user opens copies nothing by itself', async () => {
  await startWorker(fake);
  const copies = await openPopup();
  expect(await copies()).toBe(0);
});

test('a popup that is open already copies', async () => {
  await startWorker(fake);
  const copies = await openPopup();
  fake.fail('action.openPopup', 'A popup is open already.');
  fake.onCommand.fire('copy-for-agent', { windowId: 1 });
  await fake.idle();
  expect(await copies()).toBe(1);
  const later = await openPopup();
  expect(await later()).toBe(0);
});

test('long after the shortcut, nothing is copied', async () => {
  await startWorker(fake);
  fake.onCommand.fire('copy-for-agent', { windowId: 1 });
  await vi.advanceTimersByTimeAsync(10_000);
  const copies = await openPopup();
  expect(await copies()).toBe(0);
});

test('another command, such as the one that opens the popup, is none of it', async () => {
  await startWorker(fake);
  fake.onCommand.fire('_execute_action', { windowId: 1 });
  await fake.idle();
  expect(fake.calls.has('action.openPopup')).toBe(false);
});
