import type { ReportV2 } from '../../src/report/report-v2.ts';
import { installExtension } from '../firefox/extension.ts';
import { launchFirefox } from '../firefox/launch-firefox.ts';
import { openInFirefox } from './open-url.ts';
import type { StartWatching } from './watching.ts';

/** The function of the extension's page for agents. */
declare const preflightInspector: { explain(): Promise<ReportV2> };

export const watchInFirefox: StartWatching = async (folder, cleanUp) => {
  const { marionette } = await cleanUp.started(launchFirefox({}, { pageLoadStrategy: 'eager' }));
  const extension = await installExtension(marionette, folder);
  // There is nobody to ask, and the profile goes with the browser.
  await marionette.callBrowser(grantEveryHost, extension.id);
  await extension.tab.navigate(extension.urlOf('src/agent/index.html'));
  const page = await marionette.openTab();
  return {
    open: (url) => openInFirefox(page, url),
    explain: () => extension.tab.call(async () => await preflightInspector.explain()),
  };
};

/** Runs in Firefox itself. */
async function grantEveryHost(id: string): Promise<null> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins: ['*://*/*'] }, extension);
  return null;
}

// What is used of Firefox's own.
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: object } };
declare const ChromeUtils: {
  importESModule(url: string): {
    readonly ExtensionPermissions: {
      add(
        id: string,
        granted: { readonly permissions: readonly string[]; readonly origins: readonly string[] },
        extension: object,
      ): Promise<void>;
    };
  };
};
