import { FIREFOX, type FirefoxError } from '../../src/cors/index.ts';
import { installExtension } from '../firefox/extension.ts';
import { launchFirefox } from '../firefox/launch-firefox.ts';
import { firefoxBaseline } from './firefox-baseline.ts';
import { openFirefoxTab } from './firefox-tab.ts';
import type { OracleBrowser } from './oracle-browser.ts';
import type { OracleServer } from './oracle-server.ts';

/** Firefox with the extension: what is judged is the extension's own report. */
export async function startFirefox({ pageOrigin, urlOf }: OracleServer): Promise<OracleBrowser> {
  const { marionette, close } = await launchFirefox({
    // A whole batch at once, as in Chromium.
    'network.http.max-persistent-connections-per-server': 100,
  });
  try {
    const extension = await installExtension(marionette);
    return {
      name: `Firefox/${marionette.version}`,
      profile: FIREFOX,
      baseline: firefoxBaseline,
      badStatus: errors('CORSPreflightDidNotSucceed3', 'CORSExternalRedirectNotAllowed'),
      unmendable: errors('CORSDidNotSucceed2'),
      // Where the page's own origin redirects, Firefox fails without a word.
      untold: errors('CORSDidNotSucceed2'),
      // Firefox names the first value, header or token that it stumbles on.
      isNamed: ({ failedParameter }, [first]) => {
        // It reads them as UTF-8.
        const value = (first?.parameter ?? '').replace(/[\x80-\xff]/g, '\ufffd');
        return value === failedParameter || value.split(',').some((one) => one.trim() === failedParameter);
      },
      tabs: [await openFirefoxTab(marionette, extension, { pageUrl: `${pageOrigin}/`, urlOf })],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function errors(...names: FirefoxError[]): ReadonlySet<string> {
  return new Set(names);
}
