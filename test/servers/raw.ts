import { createServer, type Socket } from 'node:net';
import { closeServer, listen } from './listen.ts';
import { parseRequest, type RawRequest } from './raw-request.ts';

/** The bytes to answer with, each character one byte; null hangs up without a word. */
export type RawAnswer = string | null;

export interface RawServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly RawRequest[];
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1 that answers with any bytes at all. Each connection ends with its answer. */
export async function startRawServer(
  answer: (request: RawRequest) => RawAnswer | Promise<RawAnswer>,
): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let received = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', async (chunk) => {
      const before = received.includes('\r\n\r\n');
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      // What follows the first head is its body, which nobody reads.
      if (before || end < 0) return;
      const request = parseRequest(received.slice(0, end));
      requests.push(request);
      socket.end((await answer(request)) ?? '', 'latin1');
    });
  });
  const port = await listen(server, '127.0.0.1');
  const close = () => {
    // The browser may hold one that it never used.
    for (const socket of sockets) socket.destroy();
    return closeServer(server);
  };
  return { origin: `http://127.0.0.1:${port}`, port, requests, close };
}

/** A whole answer with these headers; names and values are sent as they are. */
export function httpAnswer(
  status: number,
  headers: readonly (readonly [name: string, value: string])[],
  body = '',
): string {
  const framing = status === 204 ? [] : [['Content-Length', String(body.length)] as const];
  const all = [...headers, ...framing, ['Connection', 'close'] as const];
  return `HTTP/1.1 ${status} -\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}
