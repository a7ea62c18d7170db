import type { Page } from 'puppeteer-core';
import type { FirefoxTab } from '../firefox/marionette.ts';

/**
 * Opens a URL in a page, and waits until its document is there; what it loads may take longer.
 * @throws Error that says in one sentence why it can't be opened
 */
export async function openUrl(page: Page, url: string): Promise<void> {
  await open(url, () => page.goto(url, { waitUntil: 'domcontentloaded' }));
}

/** The same in Firefox, which waits for as much as it was started to wait for. */
export async function openInFirefox(tab: FirefoxTab, url: string): Promise<void> {
  await open(url, () => tab.navigate(url));
}

async function open(url: string, navigate: () => Promise<unknown>): Promise<void> {
  try {
    await navigate();
  } catch (error) {
    throw new Error(whyNotOpened(url, error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}

/** Firefox's names of what keeps a page from being opened, by Chrome's. */
const AS_IN_CHROME: Readonly<Record<string, string>> = {
  connectionFailure: 'ERR_CONNECTION_REFUSED',
  dnsNotFound: 'ERR_NAME_NOT_RESOLVED',
  deniedPortAccess: 'ERR_UNSAFE_PORT',
  nssFailure2: 'ERR_SSL_PROTOCOL_ERROR',
  netReset: 'ERR_EMPTY_RESPONSE',
};

/** How Marionette calls a certificate that Firefox doesn't trust. */
const INSECURE = 'insecure certificate';

/** Where the browsers name what keeps a page from being opened. */
const NAMED = new RegExp(
  String.raw`(?:net::(?=ERR_)|about:neterror\?e=|"error":"(?=${INSECURE}))(${INSECURE}|\w+)`,
);

/**
 * @param reason what the browser says, such as `net::ERR_CONNECTION_REFUSED at http://localhost:5173/`, or
 * `about:neterror?e=connectionFailure`
 */
export function whyNotOpened(url: string, reason: string): string {
  const { host, hostname, port, protocol } = new URL(url);
  const [, told = ''] = NAMED.exec(reason) ?? [];
  const error = AS_IN_CHROME[told] ?? told;
  if (error.startsWith('ERR_CERT_') || error === INSECURE) {
    return `The browser doesn't trust the certificate of ${host} (${error}): make it trusted, or use http://.`;
  }
  switch (error) {
    case 'ERR_CONNECTION_REFUSED':
      return `Nothing answers at ${url}: start the page's server first.`;
    case 'ERR_NAME_NOT_RESOLVED':
      return `No machine is known by the name ${hostname}: is it spelled right?`;
    case 'ERR_UNSAFE_PORT':
      return `Browsers open no page on port ${port}: let the page's server use another one.`;
    case 'ERR_SSL_PROTOCOL_ERROR':
      return `What answers at ${host} doesn't speak https: try http://${host}.`;
    case 'ERR_EMPTY_RESPONSE':
    case 'ERR_INVALID_HTTP_RESPONSE':
      return protocol === 'http:'
        ? `What answers at ${host} doesn't speak http: try https://${host}.`
        : `What answers at ${host} is no server of pages.`;
    case '':
      return /time(?:d )?out/i.test(reason)
        ? `${url} hasn't answered in 30 seconds.`
        : `The browser can't open ${url}: ${reason}`;
  }
  return `The browser can't open ${url}: ${error}.`;
}
