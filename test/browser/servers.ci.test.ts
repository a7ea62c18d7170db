import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CleanUp } from '../demo/clean-up.ts';
import { applyEdit } from '../servers/apply-recipe.ts';
import { createServerFolder, freePort } from '../servers/server-folder.ts';
import type { FailingStart, ServerStack } from '../servers/server-stack.ts';
import { SERVER_STACKS } from '../servers/stacks/index.ts';
import { aThird } from '../support/a-third.ts';
import { startBlankPage } from './support/blank-page.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { chooseStack, chooseVariant, shownEdits, shownStack } from './support/shown-recipe.ts';

/** `npm run test:servers` wants all of it; a machine that only runs the tests may lack some, and tries a third, one start of each. */
const wanted = process.env.STACKS?.split(',');
const strict = process.env.ALL_STACKS === '1';
/** To compile or start these takes longer than all others together. `npm run test:servers` has them. */
const SLOW: readonly string[] = ['chi', 'echo', 'gin', 'nestjs', 'nextjs', 'rails', 'tomcat'];
const chromium = shareChromium();
/** Next.js compiles what it serves when it is asked for it. */
const PATIENCE = 240_000;
/** A page that no recipe is for. */
let stranger: Page;
const cleanUp = new CleanUp();
beforeAll(async () => {
  const { origin } = await cleanUp.started(startBlankPage());
  stranger = await cleanUp.started(chromium.browser.newPage());
  await stranger.goto(`${origin}/`);
});
afterAll(() => cleanUp.run());

const quick = aThird(SERVER_STACKS.filter(({ stack }) => !SLOW.includes(stack)));
const tried =
  wanted === undefined
    ? strict
      ? SERVER_STACKS
      : quick
    : SERVER_STACKS.filter(({ stack }) => wanted.includes(stack));

for (const stack of tried) {
  const missing = !stack.isInstalled();
  if (missing && !strict) console.log(`${stack.stack} is skipped: it takes ${stack.packages.join(', ')}.`);
  describe.skipIf(missing && !strict)(stack.stack, () => {
    const starts = strict ? stack.starts : stack.starts.slice(0, 1);
    test.each(starts)(
      '$name: the recipe, as it is shown, works on first paste',
      (start) => provesRecipe(stack, start, 0),
      PATIENCE,
    );
    if (stack.stack !== 'go') return;
    const byHand = () => provesRecipe(stack, stack.starts[0], 1);
    test('the recipe by hand works on first paste, too', byHand, PATIENCE);
  });
}

/** @param variant which of the recipe's, where there are several */
async function provesRecipe(stack: ServerStack, start: FailingStart, variant: number): Promise<void> {
  const folder = await chromium.started(createServerFolder(start.files));
  const port = await freePort();
  const serving = () =>
    chromium.started(stack.start(folder.path, port).then((server) => ({ ...server, close: server.stop })));
  const { origin } = await chromium.started(startBlankPage());
  const [before, { page, panel }] = await Promise.all([serving(), chromium.openInspected(`${origin}/`)]);
  const url = `http://127.0.0.1:${port}/api/data`;
  const call: Call = {
    url,
    method: start.name === 'method not allowed' ? 'PATCH' : 'POST',
    credentials: 'omit',
  };

  expect(await send(page, call)).toBe('blocked');
  await panel.waitForSelector('.stack-chooser');
  const recognised = await shownStack(panel);
  if (start.recognised === 'sure') expect(recognised).toBe(stack.stack);
  // What is only likely picks nothing.
  else await chooseStack(panel, stack.stack);
  const cause = await shownCause(panel);
  expect(cause).toBe(start.cause);
  if (variant > 0) await chooseVariant(panel, variant);
  const edits = await shownEdits(panel);
  await before.stop();

  for (const edit of edits) applyEdit(folder.path, edit);
  await serving();
  expect(await send(page, call)).toBe(200);
  expect(await send(page, { ...call, credentials: 'include' })).toBe(200);
  const simple: Call = { url, method: 'GET', credentials: 'omit' };
  expect(await send(page, simple)).toBe(200);
  expect(await send(page, { ...simple, url: url.replace('data', 'nothing') })).toBe(404);
  expect(await send(page, { ...simple, url: url.replace('data', 'crash') })).toBe(500);
  expect(await send(stranger, call)).toBe('blocked');
  expect(await send(stranger, { ...simple, credentials: 'include' })).toBe('blocked');
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly credentials: RequestCredentials;
}

/** @returns the status that the page could read, or that it could read nothing */
function send(page: Page, call: Call): Promise<number | 'blocked'> {
  return page.evaluate(({ url, method, credentials }) => {
    const withBody = { body: '{}', headers: { 'Content-Type': 'application/json', 'X-Request-Id': '1' } };
    const rest = method === 'GET' ? {} : withBody;
    return fetch(url, { method, credentials, ...rest }).then(
      ({ status }) => status,
      () => 'blocked' as const,
    );
  }, call);
}

function shownCause(panel: Frame): Promise<string> {
  return panel.$eval('[data-cause]', (element) => element.getAttribute('data-cause') ?? '');
}
