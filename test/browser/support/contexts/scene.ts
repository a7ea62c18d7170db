import type { Page } from 'puppeteer-core';
import { type AnsweringSite, type Pages, startAnsweringSite } from '../../../servers/answering-site.ts';
import { type ExtensionContext, tabIdOf } from '../../harness/extension-page.ts';
import type { Stage } from '../../harness/stage.ts';
import { listenTo, type Truths } from './chrome-truth.ts';
import { PLACE_FILES } from './places.ts';

/** A page's own server, an API that it calls, and the open page with everything that hears it. */
export interface Scene {
  readonly site: AnsweringSite;
  readonly api: AnsweringSite;
  readonly page: Page;
  readonly truths: Truths;
  readonly extension: ExtensionContext;
  readonly tabId: number;
}

export async function openScene(chromium: Stage, pages: Pages = {}): Promise<Scene> {
  const api = await chromium.started(startAnsweringSite());
  const site = await chromium.started(startAnsweringSite({ ...PLACE_FILES, ...pages }));
  const page = await chromium.openPage(`${site.origin}/`);
  const truths = await listenTo(page);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, page.url());
  return { site, api, page, truths, extension, tabId };
}
