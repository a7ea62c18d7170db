import { TELLING_HEADERS } from '../causes/index.ts';
import { currentHop, currentOrigin, type Diagnosis, type Exchange } from '../cors/index.ts';
import type { Answerer } from '../explain/index.ts';
import { redactValues } from '../privacy/index.ts';
import { headerLines } from './header-lines.ts';

/**
 * The request that a ticket or a prompt is about, with its answer: the preflight if that failed, else the call itself.
 */
export type ToldRequest = 'preflight' | 'call';

/** The request that the current hop failed at. */
export function toldRequest(exchange: Exchange, { failures }: Diagnosis): ToldRequest {
  const { preflight, requestHeaders, response } = currentHop(exchange);
  if (preflight === null) return 'call';
  const last = exchange.hops.length - 1;
  const faulty = failures.some(({ stage, hop }) => stage === 'preflight' && hop === last);
  return faulty || (requestHeaders === null && response === null) ? 'preflight' : 'call';
}

const REQUEST_CORS_HEADER = /^(?:origin|access-control-request-.+)$/i;

/** Returns the request line, and the headers that decide CORS. */
export function askedLines(exchange: Exchange, told: ToldRequest): readonly string[] {
  const { url, method, preflight, requestHeaders } = currentHop(exchange);
  const ofPreflight = told === 'preflight';
  const list = (ofPreflight ? preflight?.requestHeaders : requestHeaders) ?? [];
  const lines = headerLines(list.filter(([name]) => REQUEST_CORS_HEADER.test(name)));
  const first = `${ofPreflight ? 'OPTIONS' : method} ${url}`;
  return [first, ...(lines.length === 0 ? [`Origin: ${currentOrigin(exchange)}`] : lines)];
}

/** Headers that decide CORS, tell who answered, or explain the answer. */
const TELLING_NAMES = new Set(
  [...TELLING_HEADERS, 'Vary', 'Location', 'Server', 'Via', 'CF-Ray', 'X-Powered-By', 'grpc-message'].map(
    (name) => name.toLowerCase(),
  ),
);

function isTelling(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('access-control-') || TELLING_NAMES.has(lower);
}

/** Returns the status line, and the headers that decide CORS or explain the answer. Secrets are cut. */
export function answeredLines(
  exchange: Exchange,
  told: ToldRequest,
  answerer: Answerer | null,
): readonly string[] {
  const { preflight, response } = currentHop(exchange);
  const answer = told === 'preflight' ? (preflight?.response ?? null) : response;
  if (answer === null) return ['–'];
  const evidence = answerer === null || answerer.certainty === 'chosen' ? [] : answerer.evidence;
  const shown = answer.headerList.filter(
    ([name, value]) => isTelling(name) || evidence.includes(`${name}: ${value}`),
  );
  return [`HTTP ${answer.status}`, ...headerLines(redactValues(shown))];
}
