import {
  ALLOW_HEADERS_ERRORS,
  ALLOW_METHODS_ERRORS,
  type BrowserProfile,
  corsTainting,
  diagnose,
  type Exchange,
  extractTokens,
  type Failure,
  getHeader,
  type Hop,
  hopOrigins,
  isOneOf,
  originOf,
  preflightQuestion,
  type Response,
  taintedOrigins,
} from '../cors/index.ts';
import { withExpectedHop } from './expected-hop.ts';
import { refusesOrigin } from './refuses-origin.ts';
import {
  MAX_LIST_CHARS,
  MAX_NAME_CHARS,
  type ReplacedHeader,
  type TargetObservations,
} from './target-observations.ts';
import { withCall } from './with-call.ts';
import { withRedirects } from './with-redirects.ts';

/**
 * The observations with what an exchange shows of `targetOrigin` added, or themselves when that is nothing new.
 * @param now ms since the epoch
 * @param profile the browser that the exchange was observed in
 */
export function withExchange(
  observations: TargetObservations,
  observed: Exchange,
  targetOrigin: string,
  now: number,
  profile: BrowserProfile,
): TargetObservations {
  const diagnosis = diagnose(observed, profile);
  // What passed, be it thanks to the override, needs no more than there is.
  const failures = diagnosis.outcome === 'allowed' ? [] : diagnosis.failures;
  const exchange = withExpectedHop(observed);
  const origins = hopOrigins(exchange);
  const tainting = corsTainting(exchange);
  const redirectTainted = taintedOrigins(exchange);
  return exchange.hops.reduce((known, hop, index) => {
    if (originOf(hop.url) !== targetOrigin || tainting[index] !== true) return known;
    // Not what the Origin header says: where the debugger looks on, Chrome sends `null` after any redirect.
    const tainted = redirectTainted[index] === true && exchange.origin !== 'null';
    const ofHop = failures.filter((failure) => failure.hop === index && failure.stage !== 'network');
    const origin = origins[index] ?? exchange.origin;
    const expected = index >= observed.hops.length;
    const carriesNull = tainted || exchange.origin === 'null';
    const isBlocked = observed.outcome.type === 'error';
    const seen = { hop, origin, tainted, carriesNull, isBlocked, failures: ofHop, expected };
    const learnt = withCall(withHop(known, seen), hop, exchange.origin === 'null');
    return tainted ? withRedirects(learnt, exchange, index, now) : learnt;
  }, observations);
}

interface HopObservation {
  readonly hop: Hop;
  /** The origin that the hop carries. */
  readonly origin: string;
  /** Whether that is no longer the page's. */
  readonly tainted: boolean;
  /**
   * Whether the browser judges the answer by an opaque origin. The Origin header may say `null` without that: while the
   * debugger intercepts, Chromium loses the header where the page's own origin redirects to another.
   */
  readonly carriesNull: boolean;
  /** Whether the exchange has ended, and not well. */
  readonly isBlocked: boolean;
  readonly failures: readonly Failure[];
  /** Whether the browser did not even get here. */
  readonly expected: boolean;
}

function withHop(observations: TargetObservations, seen: HopObservation): TargetObservations {
  const { hop, origin, tainted, carriesNull, isBlocked, failures, expected } = seen;
  const { preflight, response } = hop;
  const question = preflight === null ? null : preflightQuestion(preflight, { origin, method: hop.method });
  const answer = preflight?.response ?? null;
  const replacedHeaders = new Set<ReplacedHeader>(observations.replacedHeaders);
  if (!tainted && [answer, response].some((one) => one !== null && refusesOrigin(one)))
    replacedHeaders.add('request-origin');
  const saysNull = [answer, response].some(
    (one) => one !== null && NULL.test(getHeader(one.headerList, 'Access-Control-Allow-Origin') ?? ''),
  );
  if (isBlocked && !carriesNull && saysNull) replacedHeaders.add('allow-null');
  if (expected || failures.some((one) => isOneOf(one, ALLOW_METHODS_ERRORS)))
    replacedHeaders.add('allow-methods');
  if (expected || failures.some((one) => isOneOf(one, ALLOW_HEADERS_ERRORS)))
    replacedHeaders.add('allow-headers');
  return merged(observations, {
    ...observations,
    methods: union(observations.methods, [
      ...tokens(answer, 'Methods'),
      ...(question ? [question.method] : []),
    ]),
    // What the page asks for comes last: of too many names, the first ones go.
    headerNames: union(observations.headerNames, [
      ...tokens(answer, 'Headers').map((name) => name.toLowerCase()),
      ...(question?.headerNames ?? []),
    ]),
    replacedHeaders: [...replacedHeaders],
  });
}

/** One of the values, in whatever case. */
const NULL = /(^|,)\s*null\s*(,|$)/i;

function tokens(answer: Response | null, which: 'Methods' | 'Headers'): readonly string[] {
  if (answer === null) return [];
  return (extractTokens(answer.headerList, `Access-Control-Allow-${which}`) ?? []).filter(
    (token) => token !== '*',
  );
}

/** The names with more of them, the newest last, as far as a header's value should hold them. */
function union(known: readonly string[], more: readonly string[]): readonly string[] {
  const all = new Set([...known, ...more.filter(({ length }) => length <= MAX_NAME_CHARS)]);
  if (all.size === known.length) return known;
  let characters = 0;
  const newest = [...all].reverse().filter(({ length }) => {
    characters += length + 2;
    return characters <= MAX_LIST_CHARS;
  });
  return newest.reverse();
}

/** `before` itself where nothing is new: whoever keeps it can see that by identity. */
function merged(before: TargetObservations, after: TargetObservations): TargetObservations {
  const same =
    after.methods === before.methods &&
    after.headerNames === before.headerNames &&
    after.replacedHeaders.length === before.replacedHeaders.length;
  return same ? before : after;
}
