import type { Frame, Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { click } from './harness/click.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { showTab, waitForDetail } from './support/panel-view.ts';
import { pageOf, REPORTS, startReportServers } from './support/report-servers.ts';
import { makeReportedCall } from './support/reported-call.ts';
import { ownChromium } from './support/shared-chromium.ts';

const servers = await startReportServers();
afterAll(() => servers.close());
const chromium = ownChromium({ args: servers.args });

/** What the panel has to say of a report, and must not say of it: `wrongToSay` in words that it might use. */
interface Expected {
  readonly cause: string | null;
  readonly headline: readonly string[];
  readonly said: readonly RegExp[];
  readonly wrong: readonly RegExp[];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'vercel-deployment-protection-401': {
    cause: 'preflight-login',
    headline: ['answers the preflight with 401', 'a login check stands before CORS'],
    said: [/Deployment Protection/, /In the app's code nothing has to change/],
    wrong: [/\btoken\b/i, /log in (?:to|again)/i, /expired/, /to the origins that/, /Set up CORS/],
  },
  'ngrok-interstitial-after-good-preflight': {
    cause: 'response-without-cors',
    headline: ["ngrok's warning page", 'ERR_NGROK_6024'],
    said: [
      /Have the page send the request header ngrok-skip-browser-warning/,
      /Its CORS is fine otherwise/,
      /This answer isn't the app's/,
    ],
    wrong: [
      /CORSMiddleware/,
      /crash/i,
      /origin .* not allowed/i,
      /Nothing else is wrong/,
      /Set up CORS/,
      // Both would only reach the warning page.
      /Only this tab/,
      /dev server/,
    ],
  },
  'hass-n8n-proxy-rewrites-origin': {
    cause: 'origin-not-allowed',
    headline: ['http://192.168.40.1, its own address', 'a proxy seems to replace the origin'],
    said: [/proxy_set_header Origin/, /In the app nothing has to change/, /sends by itself/],
    wrong: [
      /Have 192\.168\.40\.1:8081 send/,
      /to the origins that/,
      /names this one origin to everybody/,
      /map \$http_origin/,
      /: \*/,
    ],
  },
  'workadventure-null-origin-lna': {
    cause: 'local-network-access',
    headline: ['a frame whose origin is opaque'],
    said: [
      /allow="loopback-network; local-network-access"/,
      /No header of the server helps/,
      /frame\.html" sandbox> isn't given loopback-network: it has no allow/,
    ],
    wrong: [
      /Access-Control-/,
      /server\.cors/,
      /Site settings/,
      /run your page on this machine/,
      /comes next/,
      /Chrome asks when/,
    ],
  },
  'ingress-oauth2-skip-preflight': {
    cause: 'preflight-login-redirect',
    headline: ['sends the preflight to a login page'],
    said: [
      /Preflights never carry cookies/,
      /OPTIONS/,
      /This looks like ingress-nginx/,
      /nginx\.ingress\.kubernetes\.io\/enable-cors: "true"/,
      /nginx\.ingress\.kubernetes\.io\/cors-allow-origin: "https:\/\/other\.example\.com"/,
    ],
    wrong: [
      /skip.auth.preflight/,
      /session (?:cookie )?expired/,
      /log in again/i,
      /own spelling/,
      /run your page on this machine/,
    ],
  },
  'nelmio-hides-tus-offset': {
    cause: null,
    headline: ['allows this call, but', 'upload-offset'],
    said: [
      /tus uploads need/,
      /Access-Control-Expose-Headers: Link, .*upload-offset.*location.*tus-max-size/,
      /a later rule replaces that list/,
    ],
    wrong: [/Set up CORS/, /Access-Control-Allow-Headers:/],
  },
  'mcp-oauth-discovery-404': {
    cause: 'error-without-cors',
    headline: ['has nothing at /.well-known/oauth-protected-resource/mcp (404)'],
    said: [/add the route/, /to error answers too/],
    wrong: [/\btoken\b/i, /Another fault hides/, /Set up CORS/, /Stop MCP/, /headers\.delete/],
  },
  'fastmcp-user-cors-never-runs': {
    cause: 'sdk-header',
    headline: ["doesn't allow the request header mcp-protocol-version"],
    said: [/sends a list in .* already/, /that code didn't answer/, /library's own handler/],
    wrong: [/Set up CORS/, /must be exposed/, /Stop MCP/, /headers\.delete/],
  },
  'iis-webdav-put-405': {
    cause: 'error-without-cors',
    headline: ["doesn't take PUT at this URL (405)", 'GET, HEAD, OPTIONS, TRACE'],
    said: [/WebDAVModule/, /web\.config/, /<remove name="WebDAV" \/>/],
    wrong: [
      /UseCors/,
      /AddCors/,
      /Set up CORS/,
      /Access-Control-Allow-Methods/,
      /\btoken\b/i,
      /Compare method/,
      /<cors /,
      /CORS module/,
    ],
  },
  'modrinth-429-no-acao': {
    cause: 'error-without-cors',
    headline: ['too many calls (429)', '37 s'],
    said: [
      /Have the page wait 37 s/,
      /x-ratelimit-reset/,
      /rate limiter of the API or its gateway made this answer/,
    ],
    wrong: [/to the origins that/, /at once/, /\bWAF\b|\bCDN\b/, /run your page on this machine/],
  },
  'coep-blocks-stylesheet': {
    cause: 'embedder-policy',
    headline: ["The page's own Cross-Origin-Embedder-Policy"],
    said: [/credentialless/, /Cross-Origin-Resource-Policy/],
    wrong: [/Access-Control-Allow-Origin/, /preflight/i, /refused/, /ad ?block/i],
  },
  'sse-hijack-drops-cors': {
    cause: 'response-without-cors',
    headline: ['The stream of api.example.com', 'although its preflight passes'],
    said: [/reply\.hijack\(\)/, /Vary: Origin/],
    wrong: [/Set up CORS/, /proxy removed/, /EventSource does/, /timeout/i],
  },
};

/** Loads a page whose own elements make the call, or makes the call in it. */
async function call(page: Page, id: string): Promise<void> {
  const report = REPORTS.find((one) => one.id === id);
  if (report === undefined) throw new Error(`No report ${id}.`);
  const isByDocument = id === 'workadventure-null-origin-lna' || id === 'coep-blocks-stylesheet';
  await (isByDocument ? page.reload() : makeReportedCall(page, report));
}

/** What is told, of what was read of the network nothing: headline, facts, and every way to fix it. */
async function told(panel: Frame): Promise<string> {
  const shown = () =>
    panel.$$eval('.headline, .facts, .other-answers, .detail > section:not(.raw), .cards', (parts) =>
      parts.map((part) => {
        const texts = [...part.querySelectorAll('h2, p, li, pre, label > span, .code-head > span')];
        return (part.matches('h1, p') ? [part] : texts).map((one) => one.textContent).join('\n');
      }),
    );
  const texts = await shown();
  for (const label of await panel.$$eval('[role=tab]', (tabs) => tabs.map((tab) => tab.textContent ?? ''))) {
    await showTab(panel, label);
    texts.push(...(await shown()));
  }
  return texts.join('\n');
}

test.each(REPORTS)('$id', async (report) => {
  const { id } = report;
  const expected = EXPECTED[id];
  if (expected === undefined) throw new Error(`Nothing is expected of ${id}.`);
  const { page, panel } = await chromium.openInspected(pageOf(report));
  await call(page, id);
  if (expected.cause === null) {
    await waitForPanelText(panel, ['No call is blocked, but', 'upload-offset']);
    await click(panel, '::-p-aria(Show that call[role="button"])');
  }
  await waitForDetail(panel, expected.headline, 15_000);
  const cause = await panel.$eval('section.detail', (detail) => detail.getAttribute('data-cause'));
  expect(cause).toBe(expected.cause);
  const text = await told(panel);
  for (const one of expected.said) expect(text).toMatch(one);
  for (const one of expected.wrong) expect(text).not.toMatch(one);
});
