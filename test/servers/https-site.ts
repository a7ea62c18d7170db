import { createServer } from 'node:https';
import { closeServer, listen } from './listen.ts';
import { selfSigned } from './self-signed.ts';

export interface HttpsSite {
  /** `https://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves one page over https on 127.0.0.1, with a certificate that nobody trusts. */
export async function startHttpsSite(html: string): Promise<HttpsSite> {
  const server = createServer(selfSigned(), (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  const port = await listen(server, '127.0.0.1');
  return { origin: `https://127.0.0.1:${port}`, port, close: () => closeServer(server) };
}
