import type { Diagnosis } from './diagnose.ts';
import { currentHop, type Exchange, type Preflight } from './exchange.ts';
import type { Failure } from './failure.ts';
import { getHeader } from './header-list.ts';
import { preflightCheck, preflightQuestion } from './preflight-check.ts';

/** What became of a preflight that was sent again. */
export type AgainVerdict =
  /** The response is proved by the next real call only. */
  | { readonly type: 'fixed' }
  /** It passes unless the request includes credentials, and whether it does isn't known. */
  | { readonly type: 'fixed-without-credentials'; readonly failures: readonly Failure[] }
  | { readonly type: 'still-blocked'; readonly failures: readonly Failure[] }
  /** `error` is a net error such as `net::ERR_CONNECTION_REFUSED`. */
  | { readonly type: 'no-answer'; readonly error: string };

/**
 * Whether to send the exchange's preflight again can tell something new: it failed by what the server answered, or
 * because the server didn't. A request that Chrome itself or the page stopped is none, nor is one without a preflight,
 * which can't be repeated without doing what it does.
 */
export function canAskAgain(exchange: Exchange, { outcome, failures }: Diagnosis): boolean {
  const { preflight } = currentHop(exchange);
  if (preflight === null || getHeader(preflight.requestHeaders, 'Access-Control-Request-Method') === null)
    return false;
  const current = exchange.hops.length - 1;
  if (failures.some(({ stage, hop }) => stage === 'preflight' && hop === current)) return true;
  const unanswered = outcome === 'failed' && preflight.response === null;
  return unanswered && failures.some(({ error }) => NO_ANSWER.test(error));
}

const NO_ANSWER =
  /^net::ERR_(?:ADDRESS_|BLOCKED_BY_LOCAL_NETWORK_|CERT_|CONNECTION_|EMPTY_RESPONSE|INTERNET_|INVALID_HTTP_RESPONSE|NAME_|NETWORK_|SSL_|TIMED_OUT)/;

/** Judges the exchange's preflight as it went this time; what is known of the credentials mode still holds. */
export function judgeAgain(exchange: Exchange, before: Diagnosis, preflight: Preflight): AgainVerdict {
  if (preflight.response === null) return { type: 'no-answer', error: preflight.error ?? 'net::ERR_FAILED' };
  const { method } = currentHop(exchange);
  const question = preflightQuestion(preflight, { origin: exchange.origin, method });
  const hop = exchange.hops.length - 1;
  const found = preflightCheck(preflight.response, question, before.profile);
  const failures = found
    .filter(({ when }) => when === 'always' || before.credentials !== 'omitted')
    .map((finding): Failure => ({ stage: 'preflight', ...finding, hop }));
  if (failures.length === 0) return { type: 'fixed' };
  const certain = before.credentials === 'included' || failures.some(({ when }) => when === 'always');
  return { type: certain ? 'still-blocked' : 'fixed-without-credentials', failures };
}

/** The exchange as if `preflight` had been its preflight, and nothing had come after. */
export function withPreflight(exchange: Exchange, preflight: Preflight): Exchange {
  const [first, ...rest] = exchange.hops;
  const replaced = { ...currentHop(exchange), preflight, requestHeaders: null, response: null };
  return { ...exchange, hops: rest.length === 0 ? [replaced] : [first, ...rest.slice(0, -1), replaced] };
}
