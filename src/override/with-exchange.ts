import {
  ALLOW_HEADERS_ERRORS,
  ALLOW_METHODS_ERRORS,
  type BrowserProfile,
  type CorsError,
  corsTainting,
  diagnose,
  type Exchange,
  extractTokens,
  type Failure,
  getHeader,
  type Hop,
  hopFaults,
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
  MAX_RULE_LIST_CHARS,
  MAX_RULE_NAME_CHARS,
  type ReplacedHeader,
  type TargetObservations,
} from './target-observations.ts';
import { withCall } from './with-call.ts';
import { withRedirects } from './with-redirects.ts';
import { withRefusedCalls } from './with-refused-calls.ts';

/** Whom an exchange is looked at for, and when. */
interface ObservationContext {
  readonly targetOrigin: string;
  /** The override's. */
  readonly rulesSeeAnswers: boolean;
  /** In ms since the epoch. */
  readonly now: number;
  /** The browser that the exchange was observed in. */
  readonly profile: BrowserProfile;
}

/**
 * Adds what an exchange shows about a target to the observations.
 * @returns the same object if nothing is new
 */
export function withExchange(
  observations: TargetObservations,
  observed: Exchange,
  { targetOrigin, rulesSeeAnswers, now, profile }: ObservationContext,
): TargetObservations {
  const diagnosis = diagnose(observed, profile);
  // A call that passed needs no further headers, even if it passed because of the override.
  const failures = diagnosis.outcome === 'allowed' ? [] : diagnosis.failures;
  // Whether credentials were included isn't always known: what fails with them alone may have been blocked, too.
  const faults = rulesSeeAnswers || observed.outcome.type === 'pending' ? [] : hopFaults(observed, profile);
  const exchange = withExpectedHop(observed);
  const origins = hopOrigins(exchange);
  const tainting = corsTainting(exchange);
  const redirectTainted = taintedOrigins(exchange);
  return exchange.hops.reduce((known, hop, index) => {
    if (originOf(hop.url) !== targetOrigin || tainting[index] !== true) return known;
    // The Origin header doesn't tell this: while the debugger is attached, Chrome sends `null` after any redirect.
    const tainted = redirectTainted[index] === true && exchange.origin !== 'null';
    const ofHop = failures.filter((failure) => failure.hop === index && failure.stage !== 'network');
    const mayFail = [...(faults[index]?.preflight ?? []), ...(faults[index]?.response ?? [])];
    const origin = origins[index] ?? exchange.origin;
    const carriesNull = tainted || exchange.origin === 'null';
    const hasFailed = observed.outcome.type === 'error';
    const unreached = hasFailed && index >= observed.hops.length;
    const seen = { hop, origin, tainted, carriesNull, hasFailed, failures: ofHop, unreached };
    const withHopAndCall = withCall(withHop(known, seen), hop, exchange.origin === 'null');
    if (!rulesSeeAnswers) return withRefusedCalls(withHopAndCall, exchange, index, mayFail, profile);
    return tainted ? withRedirects(withHopAndCall, exchange, index, now) : withHopAndCall;
  }, observations);
}

interface HopObservation {
  readonly hop: Hop;
  /** The origin that the hop carries. */
  readonly origin: string;
  /** True if a redirect has tainted that origin, so that it is no longer the page's. */
  readonly tainted: boolean;
  /**
   * True if the CORS check compares with `null`. The Origin header may say `null` although the check doesn't: while the
   * debugger intercepts requests, Chromium loses the origin when a URL of the page's origin redirects to another.
   */
  readonly carriesNull: boolean;
  /** True if the exchange ended with an error. */
  readonly hasFailed: boolean;
  readonly failures: readonly Failure[];
  /** True if the exchange failed before this hop. One that is still under way may show what the server answers. */
  readonly unreached: boolean;
}

function withHop(observations: TargetObservations, seen: HopObservation): TargetObservations {
  const { hop, origin, tainted, carriesNull, hasFailed, failures, unreached } = seen;
  const { preflight, response } = hop;
  const question = preflight === null ? null : preflightQuestion(preflight, { origin, method: hop.method });
  const answer = preflight?.response ?? null;
  const replacedHeaders = new Set<ReplacedHeader>(observations.replacedHeaders);
  if (!tainted && [answer, response].some((one) => one !== null && refusesOrigin(one)))
    replacedHeaders.add('request-origin');
  const saysNull = [answer, response].some(
    (one) => one !== null && NULL.test(getHeader(one.headerList, 'Access-Control-Allow-Origin') ?? ''),
  );
  if (hasFailed && !carriesNull && saysNull) replacedHeaders.add('allow-null');
  // A list that the server doesn't send is added anyway. If lists were replaced for that, right ones would be, too.
  const hasWrong = (name: string, errors: readonly CorsError[]) =>
    unreached ||
    (failures.some((one) => isOneOf(one, errors)) &&
      answer !== null &&
      getHeader(answer.headerList, name) !== null);
  if (hasWrong('Access-Control-Allow-Methods', ALLOW_METHODS_ERRORS)) replacedHeaders.add('allow-methods');
  if (hasWrong('Access-Control-Allow-Headers', ALLOW_HEADERS_ERRORS)) replacedHeaders.add('allow-headers');
  return merged(observations, {
    ...observations,
    methods: union(observations.methods, [
      ...tokens(answer, 'Methods'),
      ...(question ? [question.method] : []),
    ]),
    // The names that the page asks for come last, because `union` drops the first ones if there are too many.
    headerNames: union(observations.headerNames, [
      ...tokens(answer, 'Headers').map((name) => name.toLowerCase()),
      ...(question?.headerNames ?? []),
    ]),
    replacedHeaders: [...replacedHeaders],
  });
}

/** `null` as one value of a list, in any case. */
const NULL = /(^|,)\s*null\s*(,|$)/i;

function tokens(answer: Response | null, which: 'Methods' | 'Headers'): readonly string[] {
  if (answer === null) return [];
  return (extractTokens(answer.headerList, `Access-Control-Allow-${which}`) ?? []).filter(
    (token) => token !== '*',
  );
}

/** Adds names at the end. Drops the oldest ones where a header's value would become too long. */
function union(known: readonly string[], more: readonly string[]): readonly string[] {
  const all = new Set([...known, ...more.filter(({ length }) => length <= MAX_RULE_NAME_CHARS)]);
  if (all.size === known.length) return known;
  let characters = 0;
  const newest = [...all].reverse().filter(({ length }) => {
    characters += length + 2;
    return characters <= MAX_RULE_LIST_CHARS;
  });
  return newest.reverse();
}

/** Returns `before` itself if nothing is new, so that callers can compare by identity. */
function merged(before: TargetObservations, after: TargetObservations): TargetObservations {
  const same =
    after.methods === before.methods &&
    after.headerNames === before.headerNames &&
    after.replacedHeaders.length === before.replacedHeaders.length;
  return same ? before : after;
}
