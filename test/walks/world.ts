import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { CleanUp } from '../demo/clean-up.ts';
import { closeServer, listenOnLocalhost } from '../servers/listen.ts';
import type { Call, Manner, PagePath, Place, Target } from './walk.ts';

/** What a browser that has no extension of ours says it is; the other says nothing of the kind. */
export const TWIN_USER_AGENT = 'Mozilla/5.0 (Twin) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0';

/** A request of a call as a server has received it. */
export interface Received {
  readonly fromTwin: boolean;
  /** Of the call, and by which document it was made. */
  readonly id: string;
  readonly by: string;
  readonly server: Target | 'X' | 'a page';
  readonly method: string;
  readonly origin: string | null;
  /** The method that a preflight asks for. */
  readonly asksFor: string | null;
  /** A condition that no page of a walk sets. */
  readonly ifUnmodifiedSince: string | null;
}

/** The servers of a walk: pages, targets, and one that redirects. Each answers each path, whatever its name. */
export interface World {
  urlOf(place: Place, path: string): string;
  originOf(place: Place): string;
  targetOrigin(target: Target): string;
  /** Where a call goes; `BY` in it stands for who makes it. */
  callUrl(call: Call, id: string): string;
  /** A page of T1, by way of X's redirect that is always the same. */
  throughX(): string;
  /** Everything that calls have brought, and forgets it. */
  takeReceived(): readonly Received[];
  close(): Promise<void>;
}

/** The fragment by which the extension once marked redirects: what a page knows, it can write. */
const MARK = 'preflight-inspector-tainted';
/** So that the name just fits into what Chrome takes for all headers of an answer. */
const LONG_NAME = 230_000;

const AGENT = readFileSync(new URL('./other-extension/agent.js', import.meta.url), 'utf8');
export const PAGE = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><body><script>${AGENT}</script>`;
/** Answers calls from its pages, and serves those below `/sw/` without any server. */
const SERVICE_WORKER = `${AGENT}
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(new Response(${JSON.stringify(PAGE).replaceAll('<', '\\u003c')}, { headers: { 'Content-Type': 'text/html' } }));
});`;

type Role = 'a' | 'b' | 'c' | 'd' | 't1' | 't2' | 'x';
const ROLES: readonly Role[] = ['a', 'b', 'c', 'd', 't1', 't2', 'x'];

const HOSTS: Readonly<Record<Place, readonly [host: string, role: Role]>> = {
  A: ['localhost', 'a'],
  B: ['localhost', 'b'],
  C: ['localhost', 'c'],
  D: ['localhost', 'd'],
  'A with a dot': ['localhost.', 'a'],
  'B with a dot': ['localhost.', 'b'],
  'under A': ['app.localhost', 'a'],
  'under B': ['app.localhost', 'b'],
  'under B with a dot': ['app.localhost.', 'b'],
  '127.0.0.1': ['127.0.0.1', 'b'],
  E: ['evil.example.test', 'b'],
};

const TARGET_HOSTS: Readonly<Record<Target, readonly [host: string, role: Role]>> = {
  T1: ['127.0.0.1', 't1'],
  T2: ['127.0.0.1', 't2'],
  'T by name': ['localhost', 't1'],
};

export async function startWorld(): Promise<World> {
  const cleanUp = new CleanUp();
  const ports = new Map<Role, number>();
  const received: Received[] = [];
  const portOf = (role: Role) => ports.get(role) ?? 0;
  const origin = ([host, role]: readonly [string, Role]) => `http://${host}:${portOf(role)}`;
  const targetOrigin = (target: Target) => origin(TARGET_HOSTS[target]);
  const serverOf = (role: Role, host: string): Received['server'] => {
    if (role === 'x') return 'X';
    if (role === 't2') return 'T2';
    if (role !== 't1') return 'a page';
    return host.startsWith('localhost') ? 'T by name' : 'T1';
  };
  const start = (role: Role): Server =>
    createServer({ maxHeaderSize: 2 ** 20 }, (request, response) => {
      const url = new URL(request.url ?? '/', 'http://server.test');
      const one = receivedOf(request, url, serverOf(role, request.headers.host ?? ''));
      if (one !== null) received.push(one);
      const answer = answerTo(request, url, origin(HOSTS.A));
      if (answer !== null) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  for (const role of ROLES) {
    const listening = listenOnLocalhost(() => start(role));
    const { port } = await cleanUp.started(
      listening.then(({ servers, port: chosen }) => ({
        port: chosen,
        close: () => Promise.all(servers.map(closeServer)),
      })),
    );
    ports.set(role, port);
  }
  const x = () => `http://127.0.0.1:${portOf('x')}`;
  /** With a fragment such as logins hand on. */
  const alwaysTheSame = (target: Target, manner: Manner) =>
    `${x()}/to?location=${encodeURIComponent(`${targetOrigin(target)}/api/${manner}#token=1`)}`;
  return {
    urlOf: (place, path) => `${origin(HOSTS[place])}${path}`,
    originOf: (place) => origin(HOSTS[place]),
    targetOrigin,
    callUrl: ({ target, manner, through }, id) => {
      const url = `${targetOrigin(target)}/api/${manner}?id=${id}&by=BY`;
      const to = `/to?id=${id}&by=BY&location=${encodeURIComponent(url)}`;
      switch (through) {
        case 'nothing':
          return url;
        case 'X':
          return `${x()}${to}`;
        case 'X, marked':
          return `${x()}${to}${encodeURIComponent(`#${MARK}`)}`;
        case 'X, always the same':
          return alwaysTheSame(target, manner);
        case 'its own server':
          return to;
      }
    },
    throughX: () => alwaysTheSame('T1', 'closed'),
    takeReceived: () => received.splice(0),
    close: () => cleanUp.run(),
  };
}

function receivedOf(
  { method = '', headers }: IncomingMessage,
  { pathname, searchParams }: URL,
  server: Received['server'],
): Received | null {
  if (!pathname.startsWith('/api/') && pathname !== '/to') return null;
  return {
    fromTwin: headers['user-agent']?.includes('Twin') === true,
    id: searchParams.get('id') ?? 'always the same',
    by: searchParams.get('by') ?? /by=(.*)/.exec(headers.accept ?? '')?.[1] ?? '',
    server,
    method,
    origin: headers.origin ?? null,
    asksFor: headers['access-control-request-method'] ?? null,
    ifUnmodifiedSince: headers['if-unmodified-since'] ?? null,
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** @returns null where there is none, and the browser waits until it goes elsewhere */
function answerTo(
  request: IncomingMessage,
  { pathname, searchParams }: URL,
  originOfA: string,
): Answer | null {
  const file = (headers: Record<string, string>, body: string): Answer => {
    return { status: 200, headers: { 'Cache-Control': 'no-cache', ...headers }, body };
  };
  const redirect = (parameter: string, status: number): Answer => {
    return {
      status,
      headers: { ...openTo(request), Location: searchParams.get(parameter) ?? '/' },
      body: '',
    };
  };
  switch (pathname) {
    case '/page' satisfies PagePath:
    case '/other' satisfies PagePath:
    case '/sw/page' satisfies PagePath:
    case '/sw/register':
      return file({ 'Content-Type': 'text/html' }, PAGE);
    case '/sw/worker.js':
      return file({ 'Content-Type': 'text/javascript' }, SERVICE_WORKER);
    case '/file':
      return file({ 'Content-Disposition': 'attachment; filename="file.bin"' }, 'a file');
    case '/redirect':
      return redirect('to', 302);
    case '/to':
      return isPreflight(request)
        ? { status: 204, headers: openTo(request), body: '' }
        : redirect('location', 307);
    case '/hang':
      return null;
    default:
      return pathname.startsWith('/api/')
        ? answerToCall(request, pathname.slice(5) as Manner, originOfA)
        : { status: 404, headers: {}, body: '' };
  }
}

/** Allows everything to whoever asks. */
function openTo({ headers }: IncomingMessage): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
  };
}

let longNames = 0;

function answerToCall(request: IncomingMessage, manner: Manner, originOfA: string): Answer {
  const { origin = 'none', host } = request.headers;
  const answer = (allowed: Record<string, string>, status = isPreflight(request) ? 204 : 200): Answer => {
    const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/html', ...allowed };
    return { status, headers, body: status === 204 ? '' : isNavigation(request) ? PAGE : 'secret' };
  };
  switch (manner) {
    case 'closed':
      return answer({});
    case 'own-only':
      return origin === `http://${host}` ? answer(openTo(request)) : answer({}, 403);
    case 'no-options':
      return answer({}, isPreflight(request) ? 405 : 200);
    case 'open-to-others':
      return answer(origin === originOfA ? {} : openTo(request));
    case 'open-to-all':
      return answer({
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': '*',
        'Access-Control-Allow-Headers': '*',
      });
    case 'right':
      return answer(openTo(request));
    case 'long-names': {
      if (!isPreflight(request)) return answer({});
      const name = `x-${++longNames}-${'a'.repeat(LONG_NAME)}`;
      return answer({ ...openTo(request), 'Access-Control-Allow-Headers': `x-asked, ${name}` });
    }
  }
}

function isPreflight({ method }: IncomingMessage): boolean {
  return method === 'OPTIONS';
}

function isNavigation({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-mode'] === 'navigate';
}
