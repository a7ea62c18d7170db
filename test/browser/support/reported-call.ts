import type { Page } from 'puppeteer-core';
import type { Report } from './report-servers.ts';

const BY_XHR = ['iis-webdav-put-405', 'nelmio-hides-tus-offset'];
const WITH_CREDENTIALS = ['ingress-oauth2-skip-preflight', 'nelmio-hides-tus-offset'];
/** Their client asks once more without the headers that it was refused for. */
const ASKED_AGAIN = ['mcp-oauth-discovery-404'];

/** Makes a report's call in a page, whatever comes of it. */
export async function makeReportedCall(page: Page, report: Report): Promise<void> {
  const { id, url, method } = report;
  const call = {
    url,
    method,
    headers: report.requestHeaders.map(([name = '', value = '']): [string, string] => [name, value]),
    credentials: WITH_CREDENTIALS.includes(id),
    again: ASKED_AGAIN.includes(id),
  };
  await (BY_XHR.includes(id) ? page.evaluate(sendByXhr, call) : page.evaluate(sendByFetch, call));
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly credentials: boolean;
  readonly again: boolean;
}

async function sendByFetch({ url, method, headers, credentials, again }: Call): Promise<void> {
  const body = ['GET', 'HEAD'].includes(method) ? null : '{}';
  const mode = credentials ? 'include' : 'same-origin';
  await fetch(url, { method, headers, body, credentials: mode }).catch(() => null);
  if (again) await fetch(url, { method, body, credentials: mode }).catch(() => null);
}

function sendByXhr({ url, method, headers, credentials }: Call): Promise<void> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.withCredentials = credentials;
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    request.onloadend = () => resolve();
    request.send(['GET', 'HEAD'].includes(method) ? null : '{}');
  });
}
