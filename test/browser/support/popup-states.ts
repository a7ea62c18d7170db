import type { Page } from 'puppeteer-core';
import { startOllama } from '../../servers/ollama.ts';
import { httpAnswer, startRawServer } from '../../servers/raw.ts';
import { sendMessage, tabIdOf } from '../harness/extension-page.ts';
import { openPopup } from '../harness/popup.ts';
import type { Stage } from '../harness/stage.ts';
import { startBlankPage } from './blank-page.ts';
import { verdictsOn } from './chrome-verdict.ts';

/** Opens the popup over a page in some state, and waits until it says so. */
export type OpenPopup = (stage: Stage) => Promise<Page>;

async function pageOn(stage: Stage, host: string): Promise<Page> {
  const { port } = await stage.started(startBlankPage());
  return await stage.openPage(`http://${host}:${port}/`);
}

async function popupSaying(stage: Stage, page: Page, words: string): Promise<Page> {
  const popup = await openPopup(stage.browser, stage.extensionId, page);
  await popup.waitForFunction((wanted) => document.body.innerText.includes(wanted), { polling: 20 }, words);
  return popup;
}

/** A page of whose calls five were blocked, by two causes. @returns the page and an origin that it calls */
async function withBlockedCalls(stage: Stage) {
  const page = await pageOn(stage, 'localhost');
  const silent = await stage.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await stage.started(startOllama());
  await verdictsOn(page, [
    { url: `${silent.origin}/one` },
    { url: `${silent.origin}/two` },
    ...['a', 'b', 'c'].map((name) => ({ url: `${origin}/${name}`, headers: { 'x-request-id': '1' } })),
  ]);
  return { page, origin };
}

const blocked: OpenPopup = async (stage) => {
  const { page } = await withBlockedCalls(stage);
  return await popupSaying(stage, page, '2 causes');
};

const overridden: OpenPopup = async (stage) => {
  const { page, origin } = await withBlockedCalls(stage);
  const extension = await stage.openExtensionPage();
  const tabId = await tabIdOf(extension, page.url());
  const pageOrigin = new URL(page.url()).origin;
  const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: origin, enabled: true };
  await sendMessage(extension, command);
  return await popupSaying(stage, page, 'Override on');
};

const noneBlocked: OpenPopup = async (stage) => {
  return await popupSaying(stage, await pageOn(stage, 'localhost'), 'No blocked requests');
};

const notWatching: OpenPopup = async (stage) => {
  return await popupSaying(stage, await pageOn(stage, 'app.example.test'), 'Not watching');
};

/** The states that the popup is looked at in. */
export const POPUP_STATES: Readonly<Record<string, OpenPopup>> = {
  popup: blocked,
  'popup-override': overridden,
  'popup-none': noneBlocked,
  'popup-not-watching': notWatching,
};
