import {
  ALLOW_HEADERS_ERRORS,
  ALLOW_METHODS_ERRORS,
  type BrowserProfile,
  corsTainting,
  currentHop,
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
import { isTruncatedUrl } from '../observe/index.ts';
import { withExpectedHop } from './expected-hop.ts';
import { refusesOrigin } from './refuses-origin.ts';

/** What of a target's answers was seen to be wrong, and so is replaced wherever the override reaches. */
export type Mend =
  /** An `Access-Control-Allow-Origin` that says `null`, which else is right: for requests that redirects brought there. */
  | 'allow-null'
  | 'allow-methods'
  | 'allow-headers'
  /** The request's own `Origin`: the server answers 403 to it. */
  | 'request-origin';

/**
 * A redirect after which a request carries the origin `null`, so that the page's own would be wrong there.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export interface TaintingRedirect {
  readonly from: string;
  /** Whether the request that came to `from` carried `null` already: an earlier redirect of the chain has tainted it. */
  readonly fromIsTainted: boolean;
  /** The Location header as the server sends it. */
  readonly location: string;
  readonly to: string;
  /** When it was first seen, in ms since the epoch. */
  readonly since: number;
}

/** A request that came by such a redirect before it was known, and has no answer yet. */
export interface TaintedRequest {
  readonly exchangeId: string;
  readonly url: string;
}

/**
 * A URL of the target that the page was seen to call. What only trust in the tab's documents keeps from strangers is
 * done for these alone.
 */
export interface Call {
  /** Without query and fragment. */
  readonly url: string;
  readonly methods: readonly string[];
  /** Whether a frame with an opaque origin called it, not the page itself. */
  readonly opaque: boolean;
  /** Whether it was sent with an `If-Unmodified-Since` of its own. */
  readonly conditional: boolean;
}

/** What exchanges have taught an override about its target. */
export interface Lessons {
  /** The newest last. */
  readonly calls: readonly Call[];
  /** Methods and lower-cased header names that were asked for, or that the server allows. */
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  readonly mends: readonly Mend[];
  /** The newest last. */
  readonly taintingRedirects: readonly TaintingRedirect[];
  readonly taintedRequests: readonly TaintedRequest[];
}

export const NO_LESSONS: Lessons = {
  calls: [],
  methods: [],
  headerNames: [],
  mends: [],
  taintingRedirects: [],
  taintedRequests: [],
};

/** How many are kept, the newest: each costs one or more rules. */
const CALLS_KEPT = 100;
const REDIRECTS_KEPT = 30;
/** Longer ones are not learnt, in characters: the network decides what comes, and a full store must not be its doing. */
const LONGEST_URL = 2_000;
const LONGEST_NAME = 128;
/** As much as the value of a header should hold, in characters. */
const LONGEST_LIST = 8_000;

/**
 * The lessons with what an exchange shows of `targetOrigin` added, or themselves when that is nothing new.
 * @param now ms since the epoch
 * @param profile the browser that the exchange was observed in
 */
export function learn(
  lessons: Lessons,
  observed: Exchange,
  targetOrigin: string,
  now: number,
  profile: BrowserProfile,
): Lessons {
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
    const learnt = learnCall(learnHop(known, seen), hop, exchange.origin === 'null');
    return tainted ? learnRedirects(learnt, exchange, index, now) : learnt;
  }, lessons);
}

/** Learns that the page calls a hop's URL by a hop's method. */
function learnCall(
  lessons: Lessons,
  { url, method, preflight, requestHeaders }: Hop,
  opaque: boolean,
): Lessons {
  const end = url.search(/[?#]/);
  const plain = end < 0 ? url : url.slice(0, end);
  if (plain.length > LONGEST_URL || method.length > LONGEST_NAME || isTruncatedUrl(plain)) return lessons;
  const sent = [
    ...(preflight === null
      ? []
      : (extractTokens(preflight.requestHeaders, 'Access-Control-Request-Headers') ?? [])),
    ...(requestHeaders ?? []).map(([name]) => name),
  ];
  const isConditional = sent.some((name) => name.toLowerCase() === 'if-unmodified-since');
  const known = lessons.calls.find((call) => call.url === plain && call.opaque === opaque);
  const methods = known?.methods ?? [];
  const conditional = isConditional || known?.conditional === true;
  if (known?.conditional === conditional && methods.includes(method)) return lessons;
  const call = { url: plain, methods: [...new Set([...methods, method])], opaque, conditional };
  const others = lessons.calls.filter((one) => one !== known);
  return { ...lessons, calls: [...others, call].slice(-CALLS_KEPT) };
}

/**
 * Learns the redirects that led to a hop with a tainted origin, and that the hop is under way unless they were known
 * before. The first one taints; of those after it, only one whose Location has a fragment loses the mark that the first
 * one is given.
 */
function learnRedirects(lessons: Lessons, exchange: Exchange, index: number, now: number): Lessons {
  const { taintedRequests } = lessons;
  const tainted = taintedOrigins(exchange);
  const steps = exchange.hops.slice(0, index + 1).flatMap((hop, at): Omit<TaintingRedirect, 'since'>[] => {
    const previous = exchange.hops[at - 1];
    if (previous === undefined || tainted[at] !== true) return [];
    const { response } = previous;
    const location = response === null ? null : getHeader(response.headerList, 'Location');
    const fromIsTainted = tainted[at - 1] === true;
    if (location === null || (fromIsTainted && !location.includes('#'))) return [];
    return [{ from: previous.url, fromIsTainted, location, to: hop.url }];
  });
  const knownOf = (step: Omit<TaintingRedirect, 'since'>) =>
    lessons.taintingRedirects.find(
      ({ from, fromIsTainted, location, to }) =>
        from === step.from &&
        fromIsTainted === step.fromIsTainted &&
        location === step.location &&
        to === step.to,
    );
  const keepable = steps.filter(({ from, location, to }) =>
    [from, location, to].every(({ length }) => length <= LONGEST_URL),
  );
  const fresh = keepable.filter((step) => knownOf(step) === undefined);
  const unmarked =
    steps.length === 0 ||
    steps.some((step) => exchange.startedAt <= (knownOf(step)?.since ?? exchange.startedAt));
  const { url: to, response: answer } = exchange.hops[index] ?? currentHop(exchange);
  const short = to.length <= LONGEST_URL && !isTruncatedUrl(to);
  const underWay = short && exchange.outcome.type === 'pending' && answer === null && unmarked;
  const listed = taintedRequests.some((one) => one.exchangeId === exchange.id && one.url === to);
  if (fresh.length === 0 && underWay === listed) return lessons;
  const others = taintedRequests.filter((one) => one.exchangeId !== exchange.id);
  return {
    ...lessons,
    taintingRedirects: [
      ...lessons.taintingRedirects,
      ...fresh.map((step) => ({ ...step, since: now })),
    ].slice(-REDIRECTS_KEPT),
    taintedRequests: (underWay ? [...others, { exchangeId: exchange.id, url: to }] : others).slice(
      -REDIRECTS_KEPT,
    ),
  };
}

interface HopLesson {
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

function learnHop(lessons: Lessons, seen: HopLesson): Lessons {
  const { hop, origin, tainted, carriesNull, isBlocked, failures, expected } = seen;
  const { preflight, response } = hop;
  const question = preflight === null ? null : preflightQuestion(preflight, { origin, method: hop.method });
  const answer = preflight?.response ?? null;
  const mends = new Set<Mend>(lessons.mends);
  if (!tainted && [answer, response].some((one) => one !== null && refusesOrigin(one)))
    mends.add('request-origin');
  const saysNull = [answer, response].some(
    (one) => one !== null && NULL.test(getHeader(one.headerList, 'Access-Control-Allow-Origin') ?? ''),
  );
  if (isBlocked && !carriesNull && saysNull) mends.add('allow-null');
  if (expected || failures.some((one) => isOneOf(one, ALLOW_METHODS_ERRORS))) mends.add('allow-methods');
  if (expected || failures.some((one) => isOneOf(one, ALLOW_HEADERS_ERRORS))) mends.add('allow-headers');
  return merged(lessons, {
    ...lessons,
    methods: union(lessons.methods, [...tokens(answer, 'Methods'), ...(question ? [question.method] : [])]),
    // What the page asks for comes last: of too many names, the first ones go.
    headerNames: union(lessons.headerNames, [
      ...tokens(answer, 'Headers').map((name) => name.toLowerCase()),
      ...(question?.headerNames ?? []),
    ]),
    mends: [...mends],
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
  const all = new Set([...known, ...more.filter(({ length }) => length <= LONGEST_NAME)]);
  if (all.size === known.length) return known;
  let characters = 0;
  const newest = [...all].reverse().filter(({ length }) => {
    characters += length + 2;
    return characters <= LONGEST_LIST;
  });
  return newest.reverse();
}

/** `before` itself where nothing is new: whoever keeps it can see that by identity. */
function merged(before: Lessons, after: Lessons): Lessons {
  const same =
    after.methods === before.methods &&
    after.headerNames === before.headerNames &&
    after.mends.length === before.mends.length;
  return same ? before : after;
}
