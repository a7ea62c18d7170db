import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeServer, listenOnLocalhost } from '../../../servers/listen.ts';
import { holdRefusingPort } from '../../../servers/refusing-port.ts';
import type { Handshake, OutsideCase } from './outside-case.ts';

/** Serves the pages of cases, and what they ask for. */
export interface OutsideSite {
  /** The URL of a case's page. */
  pageOf(one: OutsideCase): string;
  /** The URL that the page of a case asks for. */
  targetOf(one: OutsideCase): string;
  close(): Promise<void>;
}

/** Ways to ask, for the scripts of the cases. */
const HELPERS = `
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  const load = (kind, url) => new Promise((resolve) => {
    const words = kind.split(' ');
    const name = { image: 'img', stylesheet: 'link' }[words.at(-1)] ?? words.at(-1);
    const element = document.createElement(name);
    if (words[0] === 'crossorigin') element.crossOrigin = 'anonymous';
    element.onload = element.onerror = element.onloadeddata = resolve;
    element.rel = 'stylesheet';
    if (name === 'audio') element.preload = 'auto';
    element[name === 'link' ? 'href' : 'src'] = url;
    document.body.append(element);
    if (name === 'iframe') setTimeout(resolve, 200);
  });
  const insert = (html) => new Promise((resolve) => {
    const given = document.createElement('template');
    given.innerHTML = html;
    const from = given.content.firstElementChild;
    // A script from a template doesn't run.
    const element = document.createElement(from.localName);
    for (const { name, value } of from.attributes) element.setAttribute(name, value);
    element.onload = element.onerror = resolve;
    document.body.append(element);
  });
  const ask = (url, init) => fetch(url, init).then(
    async (response) => { await response.text(); return response.type; },
    () => 'error',
  );
  const talk = (url) => new Promise((resolve) => {
    new WebSocket(url).onclose = resolve;
  });
  const control = async (script) => {
    const controlled = new Promise((resolve) => { navigator.serviceWorker.oncontrollerchange = resolve; });
    await navigator.serviceWorker.register(script, { scope: location.pathname });
    await controlled;
  };`;

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startOutsideSite(cases: readonly OutsideCase[]): Promise<OutsideSite> {
  const byId = new Map(cases.map((one) => [one.id, one]));
  const refusing = await holdRefusingPort();
  // The server lets go of those of WebSockets, and would wait for their end.
  const sockets = new Set<Duplex>();
  let port = 0;
  const targetOf = ({ id, to, answer }: OutsideCase) => {
    if (answer === 'is not there') return `${refusing.origin.replace(/^http/, 'ws')}/answer/${id}`;
    const host = { other: '127.0.0.1', named: 'api.example.test', own: 'localhost' }[to];
    return `${typeof answer === 'object' ? 'http' : 'ws'}://${host}:${port}/answer/${id}`;
  };
  const create = () => {
    const server = createServer((request, response) => {
      const [, what = '', id = ''] = new URL(request.url ?? '', 'http://localhost').pathname.split('/');
      const one = byId.get(id);
      if (one === undefined) response.writeHead(404).end();
      else if (what === 'page') sendPage(response, one, targetOf(one));
      else if (what === 'worker') sendWorker(response, one);
      else sendAnswer(response, one);
    });
    server.on('upgrade', (request, socket) => {
      sockets.add(socket);
      const one = byId.get((request.url ?? '').split('/')[2] ?? '');
      if (one !== undefined && typeof one.answer !== 'object') shakeHands(request, socket, one.answer);
    });
    return server;
  };
  const { servers, port: free } = await listenOnLocalhost(create);
  port = free;
  return {
    pageOf: ({ id }) => `http://localhost:${port}/page/${id}`,
    targetOf,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([...servers.map(closeServer), refusing.close()]);
    },
  };
}

/** `asked` is resolved once the page's request is over. */
function sendPage(response: ServerResponse, one: OutsideCase, url: string): void {
  const control = one.worker === null ? '' : `await control('/worker/${one.id}');`;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...one.page }).end(`<!doctype html>
<title>${one.id}</title><link rel="icon" href="data:,"><body><script>${HELPERS}
const asked = (async (url) => { ${control} ${one.script} })(${JSON.stringify(url)});
</script>`);
}

function sendWorker(response: ServerResponse, { worker }: OutsideCase): void {
  response
    .writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' })
    .end(`addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.includes('/answer/')) event.respondWith((async () => { ${worker} })());
});`);
}

function sendAnswer(response: ServerResponse, { answer }: OutsideCase): void {
  if (typeof answer !== 'object') response.writeHead(400).end();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
}

function shakeHands({ headers }: IncomingMessage, socket: Duplex, answer: Handshake): void {
  socket.on('error', () => socket.destroy());
  if (typeof answer === 'number') {
    socket.end(`HTTP/1.1 ${answer} -\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    return;
  }
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 -\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  // Frames of RFC 6455: a text of two letters, and a close.
  if (answer === 'speaks') socket.write(Buffer.from([0x81, 0x02, 0x68, 0x69]));
  if (answer === 'hangs up') socket.end();
  else socket.end(Buffer.from([0x88, 0x02, 0x03, 0xf0]));
}
