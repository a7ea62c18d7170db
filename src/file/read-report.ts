import {
  type CodeLocation,
  type Exchange,
  type HeaderList,
  type Hop,
  type Outcome,
  originOf,
  type Preflight,
  tabOwner,
} from '../cors/index.ts';
import { truncateHeaderList, truncateUrl } from '../observe/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { STACKS, type StackId } from '../stacks/index.ts';
import { FILE_TAB_ID } from './har-calls.ts';
import { isHeaderName, isToken, record, text, withoutControls } from './read-entry.ts';
import { cookiesSetOf } from './reported-cookies.ts';
import { earlierLoadOf, outsideOfReported } from './reported-outside.ts';

type Json = Readonly<Record<string, unknown>>;

/** The `format` of the reports that the panel exports. */
export const REPORT_FORMAT = 'preflight-inspector/report';

/**
 * Reads one exchange of a report that the panel exported.
 * @param value as src/report/report.ts and src/report/report-v2.ts describe it; anything else may come in
 * @param version of the report
 * @param index of the exchange, which gives it its id
 * @returns null where it can't be read
 */
export function readReported(value: unknown, version: unknown, index: number): Exchange | null {
  switch (version) {
    case 1:
      return readVersion1(record(value), index);
    case 2:
      return readVersion2(record(value), index);
  }
  return null;
}

/** The stack that the sender of a report named for the server of an exchange; null where nobody named one. */
export function chosenStack(value: unknown): StackId | null {
  const { stack, certainty } = record(record(value).answeredBy);
  return certainty === 'chosen' && isStack(stack) ? stack : null;
}

function isStack(value: unknown): value is StackId {
  return typeof value === 'string' && Object.hasOwn(STACKS, value);
}

/** True for an exchange of the excerpt that tickets carry: it has no words. */
export function isExcerpt(value: unknown): boolean {
  const fields = record(value);
  return 'hops' in fields && !('words' in fields);
}

/**
 * The cause that the sender of an excerpt saw, where it isn't the one that the excerpt shows: other calls of the page,
 * which it doesn't hold, decided it.
 */
export function senderCause(value: unknown): string | null {
  const cause = text(record(value).cause);
  return isExcerpt(value) && CAUSE_ID.test(cause) ? cause : null;
}

const CAUSE_ID = /^[a-z][a-z-]{1,60}$/;

/** True for a report of a version that can be read. */
export function isReadableVersion(version: unknown): boolean {
  return version === 1 || version === 2;
}

/** Version 1 has the last hop alone, and of the request itself no headers but its origin. */
function readVersion1(value: Json, index: number): Exchange | null {
  const origin = text(value.origin);
  const response = answerOf(value.response);
  const requestHeaders: HeaderList | null = response === null ? null : [['Origin', origin]];
  const hop = urlAndMethod(value);
  if (hop === null) return null;
  return toExchange(value, index, [
    { ...hop, preflight: preflightOf(value.preflight), requestHeaders, response },
  ]);
}

/**
 * Version 2 has every hop. Of the excerpt that tickets carry, all that is read here is there.
 * @returns null where a hop can't be read
 */
function readVersion2(value: Json, index: number): Exchange | null {
  const hops = Array.isArray(value.hops) ? value.hops.map((hop: unknown) => hopOf(record(hop))) : [];
  const [first, ...rest] = hops;
  if (!first || rest.includes(null)) return null;
  const exchange = toExchange(value, index, [first, ...rest.filter((hop) => hop !== null)]);
  if (exchange === null) return null;
  const { endedAt, error, resourceType, calledFrom } = value;
  const reason = withoutControls(text(error)).slice(0, MAX_NAME_CHARS);
  return {
    ...exchange,
    resourceType: text(resourceType).slice(0, MAX_NAME_CHARS) || exchange.resourceType,
    endedAt: typeof endedAt === 'number' ? endedAt : exchange.endedAt,
    outcome: reason === '' ? withoutError(exchange) : { type: 'error', error: reason },
    location: locationOf(record(calledFrom)),
  };
}

/** The origin of an app or an extension: the URL standard gives schemes that it doesn't know an opaque one. */
const OTHER_ORIGIN = /^(?!https?:)[a-z][a-z\d+.-]*:\/\/[a-z\d.:[\]-]{1,300}$/;

function isOrigin(origin: string): boolean {
  return origin === 'null' || originOf(origin) === origin || OTHER_ORIGIN.test(origin);
}

/** Without a net error only what CORS decides nothing about can fail: a WebSocket whose handshake was answered. */
function withoutError({ outcome, outside }: Exchange): Outcome {
  return outcome.type === 'error' && outside !== undefined ? { type: 'completed' } : outcome;
}

/** What both versions tell of an exchange beside its hops. @returns null where its origin can't be read */
function toExchange(value: Json, index: number, hops: Exchange['hops']): Exchange | null {
  const origin = text(value.origin);
  if (!isOrigin(origin)) return null;
  const startedAt = typeof value.startedAt === 'number' && value.startedAt > 0 ? value.startedAt : 0;
  return {
    id: `file-${String(index).padStart(8, '0')}`,
    owner: tabOwner(FILE_TAB_ID),
    origin,
    resourceType: 'fetch',
    startedAt,
    endedAt: startedAt,
    hops,
    outcome: outcomeOf(value),
    overridden: value.overridden === true,
    location: null,
    ...earlierLoadOf(value.earlierLoad),
    cookiesSet: cookiesSetOf(value.cookiesSet),
    ...outsideOfReported(value, hops[0].url),
  };
}

function hopOf(value: Json): Hop | null {
  const hop = urlAndMethod(value);
  if (hop === null) return null;
  const { requestHeaders } = value;
  return {
    ...hop,
    preflight: preflightOf(value.preflight),
    requestHeaders: Array.isArray(requestHeaders) ? headerListOf(requestHeaders) : null,
    response: answerOf(value.response),
  };
}

function urlAndMethod(value: Json): Pick<Hop, 'url' | 'method'> | null {
  const url = urlOf(value.url);
  const method = text(value.method);
  return url === null || !isToken(method) ? null : { url, method };
}

function locationOf({ url, line, column, functionName }: Json): CodeLocation | null {
  const href = urlOf(url);
  if (href === null || typeof line !== 'number' || typeof column !== 'number') return null;
  return { url: href, line, column, functionName: text(functionName).slice(0, MAX_NAME_CHARS) };
}

function urlOf(value: unknown): string | null {
  const href = URL.parse(text(value))?.href;
  return href === undefined ? null : truncateUrl(withoutFragmentAndUserinfo(href));
}

/** Names and errors that are longer are cut. */
const MAX_NAME_CHARS = 200;

function outcomeOf({ outcome, failures }: Json): Outcome {
  switch (outcome) {
    case 'allowed':
      return { type: 'completed' };
    case 'pending':
      return { type: 'pending' };
    case 'failed': {
      const [first] = Array.isArray(failures) ? failures : [];
      return { type: 'error', error: withoutControls(text(record(first).error)).slice(0, MAX_NAME_CHARS) };
    }
  }
  return { type: 'error', error: 'net::ERR_FAILED' };
}

function preflightOf(value: unknown): Preflight | null {
  const { requestHeaders, error } = record(value);
  if (!Array.isArray(requestHeaders)) return null;
  const reason = withoutControls(text(error)).slice(0, MAX_NAME_CHARS);
  return { requestHeaders: headerListOf(requestHeaders), response: answerOf(value), error: reason || null };
}

function answerOf(value: unknown): Preflight['response'] {
  const { status, responseHeaders } = record(value);
  if (typeof status !== 'number' || !Number.isInteger(status)) return null;
  return { status, headerList: headerListOf(responseHeaders) };
}

function headerListOf(value: unknown): HeaderList {
  if (!Array.isArray(value)) return [];
  const list = value.flatMap((pair: unknown) => {
    const [name, content] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || typeof content !== 'string' || !isHeaderName(name)) return [];
    return [[name, withoutControls(content)] as const];
  });
  return redactHeaderList(truncateHeaderList(list));
}
