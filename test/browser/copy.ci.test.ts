import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import { hasCommand } from '../support/has-command.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const run = promisify(execFile);

interface Scene {
  readonly api: RawServer;
  readonly pageOrigin: string;
  readonly page: Page;
  readonly panel: Frame;
}

async function startBlocked(): Promise<Scene> {
  const api = await chromium.started(startRawServer(() => httpAnswer(405, [['Allow', 'GET']])));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${pageOrigin}/`);
  const headers = { 'x-asked': 's3cret', authorization: 'Bearer s3cret' };
  await verdictsOn(page, [{ url: `${api.origin}/v1?token=s3cret`, method: 'PUT', headers }]);
  await waitForDetail(panel, ['405']);
  return { api, pageOrigin, page, panel };
}

/** Presses a button of a group. @returns what is on the clipboard then, pasted as a user does */
async function copied(panel: Frame, group: string, button: string): Promise<string> {
  const fieldset = await panel.waitForSelector(`::-p-aria(${group}[role="group"])`);
  const found = await fieldset?.waitForSelector(`::-p-aria(${button}[role="button"])`);
  await found?.focus();
  await found?.press('Enter');
  await panel.waitForFunction((element) => element?.textContent === 'Copied', { polling: 20 }, found);
  return pasted(await chromium.openExtensionPage());
}

async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  const text = await page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await page.close();
  return text;
}

const canRun = hasCommand('bash') && hasCommand('curl');
if (!canRun) console.log("The copied command isn't run: it takes bash and curl.");

test.skipIf(!canRun)('the preflight is copied as a command that asks the same', async () => {
  const { api, pageOrigin, panel } = await startBlocked();
  const command = await copied(panel, 'Copy as cURL:', 'Preflight');
  const { stdout } = await run('bash', ['-c', command.replace('<token>', 's3cret')]);
  expect(stdout).toContain('Allow: GET');
  const [first, second] = api.requests;
  expect(second).toMatchObject({ method: 'OPTIONS', path: first?.path });
  for (const name of ['origin', 'access-control-request-method', 'access-control-request-headers'])
    expect(second?.headers.get(name)).toBe(first?.headers.get(name));
  expect(second?.headers.get('origin')).toBe(pageOrigin);
});

test('the request is copied with placeholders, for the shell that was chosen', async () => {
  const { api, panel } = await startBlocked();
  await panel.select('[aria-label="For which shell"]', 'powershell');
  const command = await copied(panel, 'Copy as cURL:', 'Request');
  expect(command).toContain(`curl.exe --request PUT --include --globoff '${api.origin}/v1?token=<token>' \``);
  expect(command).toContain("--header 'authorization: <authorization>'");
  await panel.select('[aria-label="For which shell"]', 'bash');
});

test('the call is copied as a test, for the runner that was chosen, without a secret', async () => {
  const { api, pageOrigin, panel } = await startBlocked();
  const kinds = [
    ['node', "import { test } from 'node:test';"],
    ['vitest', "import { test } from 'vitest';"],
    ['pytest', 'import pytest'],
    ['shell', '#!/bin/sh'],
  ] as const;
  for (const [kind, line] of kinds) {
    await panel.select('[aria-label="What the test is for"]', kind);
    const text = await copied(panel, 'Copy as a test:', 'Copy');
    expect(text.split('\n')).toContain(line);
    expect(text).toContain(pageOrigin);
    expect(text).toContain(`${api.origin}/v1?token=`);
    expect(text).toContain('CORS_TEST_TOKEN');
    expect(text).not.toContain('s3cret');
  }
  await panel.select('[aria-label="What the test is for"]', 'node');
});

test('what the back-end team gets is in the language that was chosen, and holds no secret', async () => {
  const { panel, api } = await startBlocked();
  const group = 'Copy for the back-end team:';
  const english = await copied(panel, group, 'English');
  expect(english).toContain(`OPTIONS ${api.origin}/v1?token=…`);
  expect(english).toContain('## Done when');
  const chinese = await copied(panel, group, '中文');
  expect(chinese).toContain('## 完成标准');
  expect(english + chinese).not.toContain('s3cret');
});

test('the requests of one cause, and all causes, are copied as one task for a coding agent', async () => {
  const { api, panel, page } = await startBlocked();
  await verdictsOn(page, [
    { url: `${api.origin}/v2`, method: 'PUT', headers: { authorization: 'Bearer s3cret', 'x-asked': '1' } },
    { url: `${api.origin}/plain` },
  ]);
  const group = 'For a coding agent, all at once:';
  await panel.waitForSelector('::-p-aria(All 2 causes[role="button"])');
  const all = await copied(panel, group, 'All 2 causes');
  expect(all).toMatch(/^# CORS: 3 requests, 2 causes\n/);
  expect(all).toContain(`- \`PUT ${api.origin}/v2\`\n`);
  expect(all).not.toContain('s3cret');
  const own = await copied(panel, group, '2 requests of this cause');
  expect(own).toMatch(/^# CORS: 2 requests, 1 cause\n/);
});
