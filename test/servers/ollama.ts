import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listen } from './listen.ts';
import { completeChat, streamChat } from './ollama-chat.ts';
import { decideCors } from './ollama-cors.ts';

export { CHAT_ANSWER } from './ollama-chat.ts';
export { ALLOWED_HEADERS } from './ollama-cors.ts';

interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Ollama {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** Every request so far, preflights included, in the order of arrival. */
  readonly requests: ReceivedRequest[];
  close(): Promise<void>;
}

export interface OllamaOptions {
  readonly port?: number;
  /** `Access-Control-Allow-Headers`, for a server that was mended; v0.5.11's by default. */
  readonly allowedHeaders?: readonly string[];
  /** Milliseconds between two chunks of a streamed answer. */
  readonly chunkDelay?: number;
}

/** Starts a server that answers over HTTP as Ollama v0.5.11 does, on a free port of 127.0.0.1. */
export async function startOllama(options: OllamaOptions = {}): Promise<Ollama> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers });
    // Go names no Connection.
    response.removeHeader('Connection');
    const decision = decideCors(method, headers.origin, headers.host, options.allowedHeaders);
    switch (decision.type) {
      case 'forbidden':
        response.writeHead(403, { 'Content-Length': '0' }).end();
        break;
      case 'preflight':
        response.writeHead(204, decision.headers).end();
        break;
      case 'route':
        route(request, response, decision.headers, options.chunkDelay ?? 30).catch((error: unknown) =>
          response.destroy(error instanceof Error ? error : new Error(String(error))),
        );
    }
  });
  const port = await listen(server, '127.0.0.1', options.port);
  return { origin: `http://127.0.0.1:${port}`, port, requests, close: () => closeServer(server) };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  corsHeaders: readonly string[],
  chunkDelay: number,
): Promise<void> {
  const send = (status: number, type: string, body: string) => {
    const length = String(Buffer.byteLength(body));
    response.writeHead(status, [...corsHeaders, 'Content-Type', type, 'Content-Length', length]).end(body);
  };
  const sendJson = (status: number, body: object) =>
    send(status, 'application/json; charset=utf-8', JSON.stringify(body));

  const path = request.url?.split('?')[0];
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  switch (`${method} ${path}`) {
    case 'GET /':
      return send(200, 'text/plain; charset=utf-8', 'Ollama is running');
    case 'GET /api/tags':
      return sendJson(200, {
        models: [{ name: 'llama3.2:latest', model: 'llama3.2:latest', size: 2019393189 }],
      });
    case 'POST /v1/chat/completions': {
      const chat = parseChat(await text(request));
      if (chat === null) return sendJson(400, { error: { message: 'invalid request', type: 'api_error' } });
      if (!chat.stream) return sendJson(200, completeChat(chat.model));
      return streamChat(response, chat.model, corsHeaders, chunkDelay);
    }
    default:
      return send(404, 'text/plain', '404 page not found');
  }
}

function parseChat(body: string): { readonly model: string; readonly stream: boolean } | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const model = 'model' in parsed && typeof parsed.model === 'string' ? parsed.model : '';
    return { model, stream: 'stream' in parsed && parsed.stream === true };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
