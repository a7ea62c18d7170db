import { getHeader, type HeaderList } from '../cors/index.ts';
import type { HarEntry } from './har-shape.ts';

/**
 * DevTools' name for what was fetched, taken from the headers where a recorder gives none.
 * @param status 0 where no response came
 * @see https://fetch.spec.whatwg.org/#concept-request-destination
 */
export function resourceTypeOf(
  method: string,
  headers: HarEntry['request']['headers'],
  status: number,
): string {
  const list: HeaderList = headers.map(({ name, value }) => [name, value]);
  const isHandshake = getHeader(list, 'Upgrade')?.toLowerCase() === 'websocket';
  if (isHandshake || getHeader(list, 'Sec-Fetch-Mode') === 'websocket') return 'websocket';
  if (method === 'OPTIONS' && getHeader(list, 'Access-Control-Request-Method') !== null) return 'preflight';
  const destination = getHeader(list, 'Sec-Fetch-Dest');
  // Where no answer tells more, the origin shows that a script asked. What a form posts has one, too.
  if (destination === null)
    return status === 0 && method !== 'POST' && getHeader(list, 'Origin') !== null ? 'fetch' : 'other';
  return destination === 'empty' ? 'fetch' : destination;
}
