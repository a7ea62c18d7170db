import { getHeader, type HeaderList, originOf } from '../cors/index.ts';
import { redactHeaderList } from '../privacy/index.ts';
import type { HarEntry } from './har-shape.ts';
import type { UnnamedRequest } from './redirect-chains.ts';
import { truncateHeaderList } from './truncate.ts';

/** How many loads are remembered, the newest. */
const MAX_LOADS = 300;

interface Load {
  readonly resourceType: string;
  readonly startedDateTime: string;
  readonly status: number;
  readonly headers: HarEntry['response']['headers'];
}

/**
 * The loads in mode `no-cors` whose answers Chrome may give to later requests in CORS mode: they are stored, fresh, and
 * without `Vary: Origin`. Without Access-Control-Allow-Origin they block those.
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export class EarlierLoads {
  readonly #loads = new Map<string, Load>();

  note({ startedDateTime, request, response, _resourceType: resourceType = null }: HarEntry): void {
    const { url, method, headers: sent } = request;
    if (method !== 'GET' || (response._error ?? null) !== null || response.status !== 200) return;
    if (resourceType === null || resourceType === 'document' || !/^https?:/.test(url)) return;
    // In CORS mode a GET to another origin carries its own.
    const referrer = headerValue(sent, 'referer');
    if (headerValue(sent, 'origin') !== null || (referrer !== null && originOf(referrer) === originOf(url)))
      return;
    const { headers } = response;
    if (!isKept(headers, startedDateTime)) return;
    this.#loads.delete(url);
    this.#loads.set(url, { resourceType, startedDateTime, status: response.status, headers });
    if (this.#loads.size > MAX_LOADS)
      for (const [oldest] of this.#loads) return void this.#loads.delete(oldest);
  }

  /**
   * Adds the answer to a request that failed without one, if Chrome had it from an earlier load. Of a request that it sent
   * DevTools knows the answer.
   */
  withAnswer(request: UnnamedRequest): UnnamedRequest {
    const { method, error, status, resourceType, url, requestHeaders } = request;
    if (method !== 'GET' || error !== 'net::ERR_FAILED' || status !== 0) return request;
    const isSent = getHeader(requestHeaders, 'Sec-Fetch-Mode') !== null;
    const load = isSent || resourceType === 'preflight' ? undefined : this.#loads.get(url);
    if (load === undefined) return request;
    const list: HeaderList = load.headers.map(({ name, value }) => [name, value]);
    const earlierLoad = { resourceType: load.resourceType, startedAt: Date.parse(load.startedDateTime) };
    const responseHeaders = redactHeaderList(truncateHeaderList(list));
    return { ...request, status: load.status, responseHeaders, earlierLoad };
  }
}

/**
 * Whether Chrome uses an answer again without asking its server, and for every origin. An answer with Last-Modified alone is
 * fresh for a tenth of its age.
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-freshness
 */
function isKept(headers: Load['headers'], startedDateTime: string): boolean {
  if (headerValue(headers, 'access-control-allow-origin') !== null) return false;
  if (/(?:^|[\s,])(?:origin|\*)(?:[\s,]|$)/i.test(headerValue(headers, 'vary') ?? '')) return false;
  const control = headerValue(headers, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return false;
  const [, age] = /\bmax-age=(\d+)/i.exec(control) ?? [];
  if (age !== undefined) return Number(age) > 0;
  const expires = headerValue(headers, 'expires');
  if (expires !== null) return Date.parse(expires) > Date.parse(startedDateTime);
  return headerValue(headers, 'last-modified') !== null;
}

function headerValue(headers: Load['headers'], name: string): string | null {
  for (const header of headers) if (header.name.toLowerCase() === name) return header.value;
  return null;
}
