import type { Frame, Page, WebWorker } from 'puppeteer-core';
import { httpAnswer, type RawServer, startRawServer } from '../../servers/raw.ts';
import type { RawRequest } from '../../servers/raw-request.ts';

/** How a path is answered, as in `/echo`. */
const MANNERS = [
  /** Without any CORS header. */
  'closed',
  /** Everything is allowed to whoever asks, and the preflight is remembered. */
  'echo',
  'any',
  'null',
  /** Allowed to no origin but its own, for which nothing has to be. */
  'own-only',
  /** No OPTIONS; otherwise everything is allowed, or nothing. */
  'no-options',
  'closed-no-options',
] as const;

/** A path without any CORS header, whose answer browsers keep. */
const CACHEABLE = '/cacheable';

export type Manner = (typeof MANNERS)[number];

/** A server on 127.0.0.1 whose answers are named by the paths. */
export function startLeakServer(): Promise<RawServer> {
  return startRawServer(answer);
}

function answer({ path, headers, isPreflight }: RawRequest): string {
  const origin = headers.get('origin') ?? 'none';
  if (path === CACHEABLE) return httpAnswer(200, [['Cache-Control', 'max-age=600']], 'secret');
  const manner = path.slice(1) as Manner;
  const allow = (...list: readonly string[]) =>
    list.map((line) => {
      const [name = '', value = ''] = line.split(': ');
      return [`Access-Control-Allow-${name}`, value] as const;
    });
  const reply = (cors: ReturnType<typeof allow>, status = isPreflight ? 204 : 200) =>
    httpAnswer(status, [['Cache-Control', 'no-store'], ...cors], status === 204 ? '' : 'secret');
  const toAll = allow(
    `Origin: ${origin}`,
    'Credentials: true',
    'Headers: x-asked',
    'Methods: PUT',
    'Max-Age: 600',
  );
  switch (manner) {
    case 'closed':
      return reply([]);
    case 'echo':
      return reply(toAll);
    case 'any':
      return reply(allow('Origin: *', 'Headers: *', 'Methods: *'));
    case 'null':
      return reply(allow('Origin: null', 'Credentials: true', 'Headers: x-asked', 'Methods: PUT'));
    case 'own-only':
      return origin === `http://${headers.get('host')}` ? reply(toAll) : reply([], 403);
    case 'no-options':
      return reply(toAll, isPreflight ? 405 : 200);
    case 'closed-no-options':
      return reply([], isPreflight ? 405 : 200);
  }
}

export interface LeakCall {
  readonly url: string;
  readonly preflighted: boolean;
  readonly credentials: RequestCredentials;
}

/** A call in each of these manners, simple and preflighted, with credentials and without. */
export function leakCalls(target: string, manners: readonly Manner[] = MANNERS): readonly LeakCall[] {
  return manners.flatMap((manner) =>
    [false, true].flatMap((preflighted) =>
      (['include', 'omit'] as const).map((credentials) => ({
        url: `${target}/${manner}`,
        preflighted,
        credentials,
      })),
    ),
  );
}

/** Makes the calls all at once. @returns for each the text that the page could read, or that it could read none */
export function readAll(
  sender: Page | Frame | WebWorker,
  calls: readonly LeakCall[],
): Promise<readonly string[]> {
  return sender.evaluate(fetchAll, calls);
}

/** Runs in the page, for `readAll`. */
export function fetchAll(calls: readonly LeakCall[]): Promise<readonly string[]> {
  return Promise.all(
    calls.map(({ url, preflighted, credentials }) =>
      fetch(url, {
        credentials,
        cache: 'no-store',
        ...(preflighted ? { method: 'PUT', headers: { 'x-asked': '1' } } : {}),
      })
        .then((response) => response.text().then((text) => `${response.status} ${text}`))
        .catch(() => 'unreadable'),
    ),
  );
}
