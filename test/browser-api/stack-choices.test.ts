import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, runIn } from '../support/start-worker.ts';

const PANEL = 'src/panel/index.html';
const TARGET = 'http://127.0.0.1:8000';

let fake: FakeBrowser;
beforeEach(() => {
  fake = new FakeBrowser();
});
afterEach(() => quit(fake));

/** Opens a panel over a list of 500 calls, and has 100 calls more be stored. @returns what it was told, and how to choose */
async function watch(inIncognitoContext: boolean) {
  fake.inIncognitoContext = inIncognitoContext;
  for (let n = 0; n < 500; n++) fake.session.plant(`exchange/1/${n}`, 'x'.repeat(2_000));
  const area = inIncognitoContext ? fake.session : fake.local;
  area.plant('stack/http://localhost:1', 'express');
  const { chooseStack, subscribeStackChoices } = await runIn(
    fake,
    fake.openPage(PANEL),
    () => import('../../src/browser/stack-choices.ts'),
  );
  const told: Record<string, string>[] = [];
  subscribeStackChoices((choices) => told.push(Object.fromEntries(choices)));
  for (let n = 0; n < 100; n++) fake.session.change({ [`exchange/1/${n}`]: 'y'.repeat(2_000) });
  await fake.idle();
  return { told, chooseStack };
}

test('an incognito window reads no more than an ordinary one, and that once', async () => {
  const read: number[] = [];
  for (const incognito of [false, true]) {
    fake = new FakeBrowser();
    const { told } = await watch(incognito);
    expect(told).toEqual([{ 'http://localhost:1': 'express' }]);
    read.push(fake.session.charactersRead + fake.local.charactersRead);
    quit(fake);
  }
  expect(read[1]).toBeLessThanOrEqual(read[0] ?? 0);
  expect(read[0]).toBeLessThan(100);
});

test.each([true, false])(
  'choices are told when they are made and taken back (incognito: %s)',
  async (incognito) => {
    const { told, chooseStack } = await watch(incognito);
    await chooseStack(TARGET, 'headers-only');
    await chooseStack('http://localhost:1', null);
    await fake.idle();
    expect(told.slice(1)).toEqual([
      { 'http://localhost:1': 'express', [TARGET]: 'headers-only' },
      { [TARGET]: 'headers-only' },
    ]);
  },
);

test('a choice that is made before the others are read is not lost to what was read', async () => {
  const release = fake.hold('storage.local.get');
  const { told, chooseStack } = await watch(false);
  await chooseStack('http://localhost:1', null);
  release();
  await fake.idle();
  expect(told.at(-1)).toEqual({});
});

test('what is no choice is left out', async () => {
  fake.local.plant('stack/http://localhost:2', 'unheard-of');
  const { told } = await watch(false);
  expect(told).toEqual([{ 'http://localhost:1': 'express' }]);
});
