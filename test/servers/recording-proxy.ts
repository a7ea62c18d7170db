import { createServer, request as send } from 'node:http';
import { closeServer, listen } from './listen.ts';

export interface RecordingProxy {
  /** What to give Chromium as `--proxy-server`. */
  readonly address: string;
  /** `METHOD URL` of every request so far, and `CONNECT host:port` of every connection that was asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts an HTTP proxy that passes requests on and writes them down. It leads to no https server. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    requests.push(`${method} ${url}`);
    const onward = send(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    onward.end();
  });
  server.on('connect', ({ url = '' }, socket) => {
    requests.push(`CONNECT ${url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server, '127.0.0.1');
  return { address: `127.0.0.1:${port}`, requests, close: () => closeServer(server) };
}
