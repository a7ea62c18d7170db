import { createServer, type ServerResponse } from 'node:http';
import { closeServer, listenOnLocalhost } from './listen.ts';

/** A server over HTTP/1.1 that allows everybody, and redirects calls only once all of a number of them have arrived. */
export interface RedirectsTogether {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Every request so far, such as `OPTIONS /old/1`, in the order of arrival. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts it. `/old/…` leads to `/new/…`. @param count how many calls to `/old/…` are answered together */
export async function startRedirectsTogether(count: number): Promise<RedirectsTogether> {
  const requests: string[] = [];
  const held: (() => void)[] = [];
  const { servers, port } = await listenOnLocalhost(() =>
    createServer(({ method, url = '', headers }, response) => {
      requests.push(`${method} ${url}`);
      allow(response, headers.origin ?? '*');
      if (method === 'OPTIONS') response.writeHead(204).end();
      else if (!url.startsWith('/old/')) response.end('An answer.');
      else {
        held.push(() => response.writeHead(307, { Location: url.replace('/old/', '/new/') }).end());
        if (held.length === count) for (const answer of held.splice(0)) answer();
      }
    }),
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function allow(response: ServerResponse, origin: string): void {
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Methods', 'PUT');
  response.setHeader('Access-Control-Allow-Headers', 'x-custom');
  response.setHeader('Access-Control-Max-Age', '0');
}
