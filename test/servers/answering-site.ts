import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenOnLocalhost } from './listen.ts';

/**
 * How a path is answered; its first segment names it.
 * - `pass`: with everything that was asked for
 * - `no-origin`: the preflight passes, the answer names no allowed origin
 * - `no-header`, `no-method`: the preflight allows no header, or no method
 * - `remembered`: as `pass` twice, then as `no-origin`, and the browser may remember the preflight
 * - `to`: as `pass`, with a redirect to what the query's `to` says
 * - `stuck-preflight`, `stuck`: the preflight, or the end of an answer to everyone, never comes
 * - `plain`: without any CORS header
 */
export type Manner =
  | 'pass'
  | 'no-origin'
  | 'no-header'
  | 'no-method'
  | 'remembered'
  | 'to'
  | 'stuck-preflight'
  | 'stuck'
  | 'plain';

export interface ArrivedRequest {
  readonly method: string;
  readonly url: string;
}

/** A server that is reached as two hosts, which are not of one site. */
export interface AnsweringSite {
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** `http://127.0.0.1:<port>` */
  readonly otherOrigin: string;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly ArrivedRequest[];
  close(): Promise<void>;
}

/** What is served besides empty files of any type, by path. */
export type Pages = Readonly<Record<string, string>>;

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  gif: 'image/gif',
  ttf: 'font/ttf',
  mp4: 'video/mp4',
  events: 'text/event-stream',
};

/** Starts a server on `localhost` whose answers are named by the paths. */
export async function startAnsweringSite(pages: Pages = {}): Promise<AnsweringSite> {
  const requests: ArrivedRequest[] = [];
  const create = () =>
    createServer((request, response) => {
      const { method = '', url: path = '/', headers } = request;
      const url = `http://${headers.host}${path}`;
      const answered = requests.filter((one) => one.url === url && one.method !== 'OPTIONS').length;
      requests.push({ method, url });
      answer(pages, request, response, answered);
    });
  const { servers, port } = await listenOnLocalhost(create);
  return {
    origin: `http://localhost:${port}`,
    otherOrigin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** @param answered how often the same was answered before */
function answer(pages: Pages, request: IncomingMessage, response: ServerResponse, answered: number): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const page = pages[pathname];
  if (page !== undefined) {
    const type = TYPES[extensionOf(pathname)] ?? TYPES.html ?? '';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(page);
    return;
  }
  const manner = pathname.split('/')[1] as Manner;
  const asked = request.headers['access-control-request-method'];
  if (request.method === 'OPTIONS' && asked !== undefined) {
    if (manner !== 'stuck-preflight') response.writeHead(204, preflightHeaders(manner, request, asked)).end();
    return;
  }
  const headers = answerHeaders(manner === 'remembered' && answered > 1 ? 'no-origin' : manner, request);
  const type = TYPES[extensionOf(pathname)] ?? 'text/plain';
  if (manner === 'to') {
    response.writeHead(302, { ...headers, Location: searchParams.get('to') ?? '/' }).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Type': type });
  if (manner === 'stuck') response.write('begun');
  else response.end(bodyOf(extensionOf(pathname)));
}

function preflightHeaders(manner: Manner, request: IncomingMessage, method: string): Record<string, string> {
  if (manner === 'plain') return {};
  return {
    ...allowOrigin(request),
    ...(manner === 'no-method' ? {} : { 'Access-Control-Allow-Methods': method }),
    ...(manner === 'no-header' ? {} : allowHeaders(request)),
    'Access-Control-Max-Age': manner === 'remembered' ? '600' : '0',
  };
}

function answerHeaders(manner: Manner, request: IncomingMessage): Record<string, string> {
  if (manner === 'stuck') return { 'Access-Control-Allow-Origin': '*' };
  const cors = manner === 'no-origin' || manner === 'plain' ? {} : allowOrigin(request);
  return { ...cors, 'Cache-Control': 'no-store' };
}

function allowOrigin({ headers: { origin } }: IncomingMessage): Record<string, string> {
  if (origin === undefined) return {};
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
}

function allowHeaders({ headers }: IncomingMessage): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  return asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked };
}

function extensionOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1] ?? '';
}

function bodyOf(extension: string): string | Buffer {
  switch (extension) {
    case 'gif':
      return Buffer.from(PIXEL, 'base64');
    case 'events':
      return 'data: an event\n\n';
    case 'js':
    case 'css':
      return '/* nothing */';
    default:
      return 'ok';
  }
}
