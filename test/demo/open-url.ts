import type { Page } from 'puppeteer-core';

/**
 * Opens a URL in a page, and waits until its document is there; what it loads may take longer.
 * @throws Error that says in one sentence why it can't be opened
 */
export async function openUrl(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    throw new Error(whyNotOpened(url, error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}

/** @param reason what the browser says, such as `net::ERR_CONNECTION_REFUSED at http://localhost:5173/` */
export function whyNotOpened(url: string, reason: string): string {
  const { host, hostname, port, protocol } = new URL(url);
  const [, error = ''] = /net::(ERR_\w+)/.exec(reason) ?? [];
  if (error.startsWith('ERR_CERT_')) {
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
      return reason.includes('timeout')
        ? `${url} hasn't answered in 30 seconds.`
        : `The browser can't open ${url}: ${reason}`;
  }
  return `The browser can't open ${url}: ${error}.`;
}
