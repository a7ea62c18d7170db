import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../src/commands/commands.ts';
import type { FirefoxTab, Marionette } from './marionette.ts';

/** The folder of the extension as it is built for Firefox. */
export const BUILT_FOR_FIREFOX = fileURLToPath(new URL('../../dist/firefox', import.meta.url));

/** The extension in Firefox, with a tab that shows one of its pages. */
export interface FirefoxExtension {
  readonly id: string;
  /** The URL of one of its files. */
  urlOf(path: string): string;
  /** A page of the extension, which may use its API. */
  readonly tab: FirefoxTab;
  /** Sends a command to the event page, and wakes it for that. */
  send(command: Command): Promise<unknown>;
  /** The id of the tab that shows this URL. The extension must have been granted its host. */
  tabIdOf(url: string): Promise<number>;
}

/**
 * Installs the extension, until Firefox ends.
 * @param folder where it is, unpacked
 */
export async function installExtension(
  marionette: Marionette,
  folder = BUILT_FOR_FIREFOX,
): Promise<FirefoxExtension> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no extension in ${folder}. Build it first: npm run build`);
  const id = await marionette.installExtension(folder);
  const host = await marionette.callBrowser(async (wanted) => {
    return WebExtensionPolicy.getByID(wanted)?.mozExtensionHostname ?? null;
  }, id);
  if (host === null) throw new Error(`Firefox did not start the extension ${id}.`);
  const urlOf = (path: string) => `moz-extension://${host}/${path}`;
  const tab = await marionette.openTab();
  // Unlike the popup, this one hears nothing of what is stored.
  await tab.navigate(urlOf('src/popup/copy.html'));
  return {
    id,
    urlOf,
    tab,
    send: (command) => tab.call(async (sent) => await browser.runtime.sendMessage(sent), command),
    async tabIdOf(url) {
      const tabId = await tab.call(async (wanted) => {
        const all = await browser.tabs.query({});
        return all.find((one) => one.url === wanted)?.id ?? null;
      }, url);
      if (tabId === null) throw new Error(`No tab that the extension may see shows ${url}.`);
      return tabId;
    },
  };
}

// What is used of Firefox's own: https://searchfox.org/mozilla-central/source/dom/chrome-webidl/WebExtensionPolicy.webidl
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly mozExtensionHostname: string } | null;
};
declare const browser: typeof chrome;
