import type { Exchange, Hop, Outcome, Preflight } from '../../src/cors/index.ts';
import { tabOwner } from '../../src/cors/index.ts';
import type { ChannelEvent } from './firefox-observer.ts';

/**
 * The exchange that the channels of one request make. This stands in for what the extension records: it has no build for
 * Firefox yet. It is more than webRequest tells, since that says `completed` of an answer that the page may not read.
 * @param events of one request, in their order
 * @returns null where nothing was opened
 */
export function exchangeOf(id: string, origin: string, events: readonly ChannelEvent[]): Exchange | null {
  const opened = events.filter(({ type, isPreflight }) => type === 'opened' && !isPreflight);
  const [first, ...redirected] = opened.map((event) => hopOf(event, events));
  if (first === undefined) return null;
  return {
    id,
    owner: tabOwner(1),
    origin,
    resourceType: 'xmlhttprequest',
    startedAt: 0,
    endedAt: 0,
    hops: [first, ...redirected],
    outcome: outcomeOf((redirected.at(-1) ?? first).url, events),
    overridden: false,
    location: null,
  };
}

function hopOf({ url, method }: ChannelEvent, events: readonly ChannelEvent[]): Hop {
  const ofHop = events.filter((event) => event.url === url);
  const answered = ofHop.find(({ type, isPreflight }) => type === 'answered' && !isPreflight);
  return {
    url,
    method,
    preflight: preflightOf(ofHop.filter(({ isPreflight }) => isPreflight)),
    // Firefox opens the call's own channel before the preflight's: that it was sent is told by its answer.
    requestHeaders: answered?.requestHeaders ?? null,
    response: answered === undefined ? null : responseOf(answered),
  };
}

function preflightOf(events: readonly ChannelEvent[]): Preflight | null {
  const opened = events.find(({ type }) => type === 'opened');
  if (opened === undefined) return null;
  const answered = events.find(({ type }) => type === 'answered');
  return {
    requestHeaders: (answered ?? opened).requestHeaders,
    response: answered === undefined ? null : responseOf(answered),
    error: errorIn(events),
  };
}

function responseOf({ status, responseHeaders }: ChannelEvent): NonNullable<Hop['response']> {
  return { status, headerList: responseHeaders };
}

function outcomeOf(url: string, events: readonly ChannelEvent[]): Outcome {
  const own = events.filter((event) => event.url === url && !event.isPreflight);
  if (!own.some(({ type }) => type === 'stopped')) return { type: 'pending' };
  const error = errorIn(own);
  return error === null ? { type: 'completed' } : { type: 'error', error };
}

function errorIn(events: readonly ChannelEvent[]): string | null {
  return events.findLast(({ type, error }) => type === 'stopped' && error !== null)?.error ?? null;
}
