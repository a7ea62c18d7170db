import { once } from 'node:events';
import { type IncomingMessage, request as send } from 'node:http';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange, Hop, Response } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { needsPreflight, unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';

/** A request as a page makes it. */
export interface PageRequest {
  readonly origin: string;
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderList;
}

/**
 * Asks a server what a browser would ask it, without a browser: the preflight, and the request if that passes.
 * @returns what an extension would have observed
 */
export async function ask({ origin, url, method, headers }: PageRequest): Promise<Exchange> {
  const started = Date.now();
  const hop: Hop = { url, method, preflight: null, requestHeaders: null, response: null };
  const exchange = (current: Hop, ended: boolean): Exchange => ({
    id: '1',
    owner: { type: 'tab', tabId: 1 },
    origin,
    resourceType: 'xmlhttprequest',
    startedAt: started,
    endedAt: ended ? Date.now() : null,
    hops: [current],
    outcome: ended ? { type: 'error', error: 'net::ERR_FAILED' } : { type: 'pending' },
    overridden: false,
    location: null,
  });
  let asked = hop;
  const unsafe = unsafeRequestHeaderNames(headers, CHROME);
  if (needsPreflight(method, headers, CHROME)) {
    const requestHeaders: [string, string][] = [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
    ];
    if (unsafe.length > 0) requestHeaders.push(['Access-Control-Request-Headers', unsafe.join(',')]);
    const response = await answerTo('OPTIONS', url, requestHeaders);
    asked = { ...hop, preflight: { requestHeaders, response, error: null } };
    if (isBlocked(exchange(asked, true))) return exchange(asked, true);
  }
  const requestHeaders: HeaderList = [['Origin', origin], ...headers];
  const response = await answerTo(method, url, requestHeaders, method === 'GET' ? '' : '{}');
  const answered = exchange({ ...asked, requestHeaders, response }, true);
  return isBlocked(answered) ? answered : { ...answered, outcome: { type: 'completed' } };
}

/** Whether CORS blocks it even without credentials. */
function isBlocked(exchange: Exchange): boolean {
  const { outcome, failures } = diagnose(exchange, CHROME);
  return outcome === 'blocked' && failures.some(({ when }) => when === 'always');
}

/** Status and header lines of one request's answer, as they came. */
export async function answerTo(
  method: string,
  url: string,
  headers: HeaderList,
  body = '',
): Promise<Response> {
  // As browsers do: what servers say of the connection then is one of their marks.
  const all = { ...Object.fromEntries(headers), Connection: 'keep-alive' };
  const request = send(url, { method, headers: all, agent: false });
  request.end(body === '' ? undefined : body);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  request.destroy();
  const { rawHeaders } = answer;
  const headerList = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  return { status: answer.statusCode ?? 0, headerList };
}
