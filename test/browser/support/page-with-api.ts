import { startRawServer } from '../../servers/raw.ts';
import { tabIdOf } from '../harness/extension-page.ts';
import type { Stage } from '../harness/stage.ts';
import { startBlankPage } from './blank-page.ts';

/** Opens a page of localhost without anything on it, a page of the extension beside it, and a server that it may call. */
export async function openPageWithApi(chromium: Stage, answer: Parameters<typeof startRawServer>[0]) {
  const api = await chromium.started(startRawServer(answer));
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${origin}/`);
  return { api, origin, page, extension, tabId };
}
