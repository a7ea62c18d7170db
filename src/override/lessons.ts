import {
  corsTainting,
  currentHop,
  diagnose,
  type Exchange,
  extractTokens,
  type Failure,
  getHeader,
  type Hop,
  hopOrigins,
  originOf,
  preflightQuestion,
  type Response,
  taintedOrigins,
} from '../cors/index.ts';
import { isCutUrl } from '../exchange/index.ts';
import { withExpectedHop } from './expected-hop.ts';
import { refusesOrigin } from './refuses-origin.ts';

/** What of a target's answers was seen to be wrong, and so is replaced wherever the override reaches. */
export type Mend =
  /** `Access-Control-Allow-Origin`, or it was not seen yet since the preflight failed. */
  | 'allow-origin'
  /** The same where it says `null`, which else is right: for requests that redirects brought there. */
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

/** What exchanges have taught an override about its target. */
export interface Lessons {
  /** Methods and lower-cased header names that were asked for, or that the server allows. */
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  readonly mends: readonly Mend[];
  /** The newest last. */
  readonly taintingRedirects: readonly TaintingRedirect[];
  readonly taintedRequests: readonly TaintedRequest[];
}

export const NO_LESSONS: Lessons = {
  methods: [],
  headerNames: [],
  mends: [],
  taintingRedirects: [],
  taintedRequests: [],
};

/** More names than a header line should hold, more redirects than there should be rules, and longer URLs. */
const NAMES_KEPT = 300;
const REDIRECTS_KEPT = 100;
const LONGEST_URL = 2_000;

/**
 * The lessons with what an exchange shows of `targetOrigin` added, or themselves when that is nothing new.
 * @param now ms since the epoch
 */
export function learn(lessons: Lessons, observed: Exchange, targetOrigin: string, now: number): Lessons {
  const diagnosis = diagnose(observed);
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
    const last = index === exchange.hops.length - 1;
    const expected = index >= observed.hops.length;
    const ended = exchange.outcome.type === 'error';
    const blocked = ended && (expected || (last && ofHop.length > 0));
    const learnt = learnHop(known, { hop, origin, tainted, failures: ofHop, blocked, expected });
    return tainted ? learnRedirect(learnt, exchange, index, now) : learnt;
  }, lessons);
}

/** Learns which redirect led to a hop with a tainted origin, and that the hop is under way unless it was known before. */
function learnRedirect(lessons: Lessons, exchange: Exchange, index: number, now: number): Lessons {
  const { taintingRedirects, taintedRequests } = lessons;
  const { url: to, response: answer } = exchange.hops[index] ?? currentHop(exchange);
  const { url: from, response } = exchange.hops[index - 1] ?? currentHop(exchange);
  const location = response === null ? null : getHeader(response.headerList, 'Location');
  const known = taintingRedirects.find(
    (one) => one.from === from && one.location === location && one.to === to,
  );
  const keepable = location !== null && [from, location, to].every(({ length }) => length <= LONGEST_URL);
  const unmarked = known === undefined || exchange.startedAt <= known.since;
  const underWay = !isCutUrl(to) && exchange.outcome.type === 'pending' && answer === null && unmarked;
  const listed = taintedRequests.some((one) => one.exchangeId === exchange.id && one.url === to);
  if ((known !== undefined || !keepable) && underWay === listed) return lessons;
  const others = taintedRequests.filter((one) => one.exchangeId !== exchange.id);
  return {
    ...lessons,
    taintingRedirects:
      known === undefined && keepable
        ? [...taintingRedirects, { from, location, to, since: now }].slice(-REDIRECTS_KEPT)
        : taintingRedirects,
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
  readonly failures: readonly Failure[];
  /** Whether the browser stopped here, or before. */
  readonly blocked: boolean;
  /** Whether the browser did not even get here. */
  readonly expected: boolean;
}

function learnHop(lessons: Lessons, seen: HopLesson): Lessons {
  const { hop, origin, tainted, failures, blocked, expected } = seen;
  const { preflight, response } = hop;
  const question = preflight === null ? null : preflightQuestion(preflight, { origin, method: hop.method });
  const answer = preflight?.response ?? null;
  const mends = new Set<Mend>(lessons.mends);
  if (!tainted) {
    const unseen = blocked && response === null;
    const wrong = failures.filter(({ error }) => ALLOW_ORIGIN.test(error));
    if (unseen || wrong.length > 0) mends.add('allow-origin');
    const wrongNull = wrong.some(({ parameter }) => parameter !== null && NULL.test(parameter));
    if (unseen || wrongNull) mends.add('allow-null');
    if ([answer, response].some((one) => one !== null && refusesOrigin(one))) mends.add('request-origin');
  }
  if (expected || failures.some(({ error }) => ALLOW_METHODS.test(error))) mends.add('allow-methods');
  if (expected || failures.some(({ error }) => ALLOW_HEADERS.test(error))) mends.add('allow-headers');
  return merged(lessons, {
    ...lessons,
    methods: union(lessons.methods, [...(question ? [question.method] : []), ...tokens(answer, 'Methods')]),
    headerNames: union(lessons.headerNames, [
      ...(question?.headerNames ?? []),
      ...tokens(answer, 'Headers').map((name) => name.toLowerCase()),
    ]),
    mends: [...mends],
  });
}

const ALLOW_ORIGIN = /AllowOrigin|WildcardOrigin/;
/** One of the values, in whatever case. */
const NULL = /(^|,)\s*null\s*(,|$)/i;
const ALLOW_METHODS = /AllowMethods|MethodDisallowed/;
const ALLOW_HEADERS = /AllowHeaders|HeaderDisallowed/;

function tokens(answer: Response | null, which: 'Methods' | 'Headers'): readonly string[] {
  if (answer === null) return [];
  return (extractTokens(answer.headerList, `Access-Control-Allow-${which}`) ?? []).filter(
    (token) => token !== '*',
  );
}

function union(known: readonly string[], more: readonly string[]): readonly string[] {
  const all = new Set([...known, ...more]);
  return all.size === known.length ? known : [...all].slice(-NAMES_KEPT);
}

/** `before` itself where nothing is new: whoever keeps it can see that by identity. */
function merged(before: Lessons, after: Lessons): Lessons {
  const same =
    after.methods === before.methods &&
    after.headerNames === before.headerNames &&
    after.mends.length === before.mends.length;
  return same ? before : after;
}
