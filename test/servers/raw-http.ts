import { createServer, type Server } from 'node:net';
import { parseRequest, type RawRequest } from './raw-request.ts';

export interface RawResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * An HTTP/1.1 server for requests without a body that takes any method and sends any header value: Node's own parser
 * refuses a method it does not know, such as `patch`.
 * @param latency how long it takes to answer, in ms
 */
export function createRawHttpServer(answer: (request: RawRequest) => RawResponse, latency = 0): Server {
  return createServer((socket) => {
    let received = '';
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
        const request = parseRequest(received.slice(0, end));
        received = received.slice(end + 4);
        const reply = () => socket.write(serialize(request, answer(request)), 'latin1');
        if (latency === 0) reply();
        else setTimeout(reply, latency);
      }
    });
  });
}

function serialize({ method }: RawRequest, { status, headers, body }: RawResponse): string {
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const length = status === 204 || status === 304 ? '' : `Content-Length: ${body.length}\r\n`;
  return `HTTP/1.1 ${status} -\r\n${lines.join('')}${length}\r\n${bodiless ? '' : body}`;
}
