import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AnsweringSite, startAnsweringSite } from '../servers/answering-site.ts';
import { startHttpsSite } from '../servers/https-site.ts';
import { closeServer, listen } from '../servers/listen.ts';
import { createRawHttpServer } from '../servers/raw-http.ts';
import { holdRefusingPort } from '../servers/refusing-port.ts';
import { exportReport, tabIdOf } from './harness/extension-page.ts';
import { blocker } from './support/contexts/extension-folders.ts';
import { expectTold, type Told } from './support/contexts/failed-calls.ts';
import { settled } from './support/contexts/judged.ts';
import { PLACE_FILES } from './support/contexts/places.ts';
import { type Sender, senders } from './support/contexts/senders.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium({
  args: ['--host-resolver-rules=MAP gone.localhost ~NOTFOUND, MAP *.example.test ~NOTFOUND'],
});
const other = blocker('/blocked-', '/unasked-');

beforeAll(async () => {
  await chromium.browser.installExtension(other.path);
});
afterAll(() => other.close());

let siteUrl: string;
let api: AnsweringSite;
beforeEach(async () => {
  api = await chromium.started(startAnsweringSite());
  const site = await chromium.started(startAnsweringSite(PLACE_FILES));
  siteUrl = `${site.origin}/`;
});

/** @returns host and port */
async function serve(server: Server): Promise<string> {
  const port = await listen(server, '127.0.0.1');
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await closeServer(server);
  };
  await chromium.started(Promise.resolve({ close }));
  return `127.0.0.1:${port}`;
}

/** Starts what is to be called. @returns the URL that calls go to */
type Start = () => Promise<string>;

const closedPort: Start = async () => {
  const { origin } = await chromium.started(holdRefusingPort());
  return `${origin}/a`;
};

const hangingUp: Start = async () => {
  return `http://${await serve(createServer((socket) => socket.on('data', () => socket.destroy())))}/a`;
};

const untrusted: Start = async () => {
  const { origin } = await chromium.started(startHttpsSite('<title>A page</title>'));
  return `${origin}/a`;
};

const inPlainHttp: Start = async () => (await hangingUp()).replace('http:', 'https:');
const onApi =
  (path: string): Start =>
  async () =>
    `${api.otherOrigin}${path}`;

const REFUSED: Told = {
  error: 'net::ERR_CONNECTION_REFUSED',
  cause: 'server-not-running',
  headline: 'the connection was refused',
  hint: 'Start the server, and compare host and port',
};
const UNKNOWN_NAME: Told = {
  error: 'net::ERR_NAME_NOT_RESOLVED',
  cause: 'name-not-found',
  headline: "can't be found",
  hint: 'Check the spelling of the host',
};
const HUNG_UP: Told = {
  error: 'net::ERR_EMPTY_RESPONSE',
  cause: 'hung-up',
  headline: 'hung up without an answer',
  hint: "Look into the server's log",
};
const NO_TLS: Told = {
  ...HUNG_UP,
  error: 'net::ERR_CONNECTION_CLOSED',
  hint: 'another protocol (http or https)',
};
const UNTRUSTED: Told = {
  error: 'net::ERR_CERT_AUTHORITY_INVALID',
  cause: 'certificate-not-trusted',
  headline: "Chrome doesn't trust the certificate of",
  hint: 'Open the address in a tab to see the warning',
};
const BLOCKED: Told = {
  error: 'net::ERR_BLOCKED_BY_CLIENT',
  cause: 'blocked-by-extension',
  headline: 'An extension or a browser setting blocked the call',
  hint: 'Try again in a window without other extensions',
};
const CLOSED_PORT: Told = {
  error: 'net::ERR_UNSAFE_PORT',
  cause: 'unsafe-port',
  headline: "Chrome doesn't connect to the port of",
  hint: 'Have the server listen on another one',
};
const ABORTED: Told = {
  error: 'net::ERR_ABORTED',
  cause: 'aborted',
  headline: 'The page gave up the call to',
  hint: 'CORS has no part in it',
};

const BOTH: readonly Sender[] = [senders.fetchSimply, senders.fetchWithPreflight];

const CASES: readonly (readonly [what: string, start: Start, told: Told, senders: readonly Sender[]])[] = [
  ['nothing listens there', closedPort, REFUSED, BOTH],
  ['there is no such host', async () => 'http://gone.localhost:8080/a', UNKNOWN_NAME, BOTH],
  [
    'there is no such host, which was never granted',
    async () => 'http://api.example.test/a',
    UNKNOWN_NAME,
    BOTH,
  ],
  ['the server hangs up', hangingUp, HUNG_UP, BOTH],
  ['the server speaks no TLS', inPlainHttp, NO_TLS, BOTH],
  ['the certificate is not trusted', untrusted, UNTRUSTED, BOTH],
  ['another extension blocks it', onApi('/pass/blocked-a'), BLOCKED, BOTH],
  ['another extension blocks its preflight', onApi('/pass/unasked-a'), BLOCKED, [senders.fetchWithPreflight]],
  ['the port is closed to pages', async () => 'http://127.0.0.1:22/a', CLOSED_PORT, BOTH],
  ['the page gives up during the preflight', onApi('/stuck-preflight/a'), ABORTED, [senders.fetchThenAbort]],
  ['the page gives up during the answer', onApi('/stuck/a'), ABORTED, [senders.fetchThenAbort]],
];

describe('the panel says that CORS has no part in it, what happened and what helps, when', () => {
  test.each(CASES)('%s', async (_, start, told, kinds) => {
    const url = await start();
    const { page, panel } = await chromium.openInspected(siteUrl);
    for (const send of kinds) await expectTold(page, panel, send, url, told);
  });
});

test('without DevTools the report holds them all, too', async () => {
  const watched = CASES.filter(([what]) => !what.includes('never granted'));
  const page = await chromium.openPage(siteUrl);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, siteUrl);
  const expected: string[] = [];
  for (const [, start, { error }, kinds] of watched) {
    const url = await start();
    for (const send of kinds) {
      await page.evaluate(send, url);
      expected.push(error);
    }
  }
  const exchanges = await settled(extension, tabId, expected.length);
  expect(exchanges.map(({ outcome, failures }) => [outcome, failures.map(({ error }) => error)])).toEqual(
    expected.map((error) => ['failed', [error]]),
  );
});

const EMBEDDER = ['Cross-Origin-Embedder-Policy', 'require-corp'] as const;
const RESOURCE = ['Cross-Origin-Resource-Policy', 'same-origin'] as const;

test('Cross-Origin-Resource-Policy and -Embedder-Policy are no matter of requests in CORS mode', async () => {
  const page = createRawHttpServer(() => {
    const headers = [['Content-Type', 'text/html'], EMBEDDER] as const;
    return { status: 200, headers, body: PLACE_FILES['/'] ?? '' };
  });
  const closed = createRawHttpServer(() => ({
    status: 200,
    headers: [['Access-Control-Allow-Origin', '*'], RESOURCE],
    body: '',
  }));
  const [site, target] = [`http://${await serve(page)}`, `http://${await serve(closed)}`];
  const isolated = await chromium.openPage(`${site}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, isolated.url());
  expect(await isolated.evaluate(senders.fetchWithoutCors, `${target}/without`)).toBe(false);
  expect(await isolated.evaluate(senders.fetchSimply, `${target}/with`)).toBe(true);
  await settled(extension, tabId, 1);
  const { exchanges } = await exportReport(extension, tabId);
  expect(exchanges.map(({ url, outcome }) => [url, outcome])).toEqual([[`${target}/with`, 'allowed']]);
});
