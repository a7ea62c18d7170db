import { createServer } from 'node:http';
import { extname } from 'node:path';
import { closeServer, listenOnLocalhost } from './listen.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files by their path, e.g. `/index.html`; `/` is `/index.html`. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface StaticPage {
  /** `http://localhost:<port>` */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Further headers of files, by their paths. */
export type FileHeaders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Serves files from memory on `localhost`, IPv4 and IPv6, without any CORS header. */
export async function startStaticPage(
  files: Files,
  port = 0,
  headers: FileHeaders = {},
): Promise<StaticPage> {
  const create = () =>
    createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const name = path === '/' ? '/index.html' : path;
      const file = files.get(name);
      if (file === undefined) {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
        return;
      }
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      response
        .writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers[name] })
        .end(file);
    });
  const listening = await listenOnLocalhost(create, port);
  return {
    origin: `http://localhost:${listening.port}`,
    port: listening.port,
    close: async () => {
      await Promise.all(listening.servers.map(closeServer));
    },
  };
}
