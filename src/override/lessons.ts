import {
  corsTainting,
  diagnose,
  type Exchange,
  extractTokens,
  type Failure,
  type Hop,
  hopOrigins,
  originOf,
  preflightQuestion,
  type Response,
  taintedOrigins,
} from '../cors/index.ts';
import { withExpectedHop } from './expected-hop.ts';
import { refusesOrigin } from './refuses-origin.ts';

/** What of a target's answers was seen to be wrong, and so is replaced wherever the override reaches. */
export type Mend =
  /** `Access-Control-Allow-Origin`, or it was not seen yet since the preflight failed. */
  | 'allow-origin'
  | 'allow-methods'
  | 'allow-headers'
  /** The request's own `Origin`: the server answers 403 to it. */
  | 'request-origin';

/** A URL that is asked with the origin `null` after redirects, so that the page's own origin would be wrong there. */
export interface TaintedUrl {
  readonly url: string;
  /** Whether the server answers it rightly. */
  readonly right: boolean;
}

/** What exchanges have taught an override about its target. */
export interface Lessons {
  /** Methods and lower-cased header names that were asked for, or that the server allows. */
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  readonly mends: readonly Mend[];
  /** The newest last. */
  readonly taintedUrls: readonly TaintedUrl[];
}

export const NO_LESSONS: Lessons = { methods: [], headerNames: [], mends: [], taintedUrls: [] };

/** More names than a header line should hold, more URLs than there should be rules, and longer ones. */
const NAMES_KEPT = 300;
const URLS_KEPT = 300;
const LONGEST_URL = 2_000;

/** The lessons with what an exchange shows of `targetOrigin` added, or themselves when that is nothing new. */
export function learn(lessons: Lessons, observed: Exchange, targetOrigin: string): Lessons {
  const { failures } = diagnose(observed);
  const exchange = withExpectedHop(observed);
  const origins = hopOrigins(exchange);
  const tainting = corsTainting(exchange);
  const redirectTainted = taintedOrigins(exchange);
  return exchange.hops.reduce((known, hop, index) => {
    if (originOf(hop.url) !== targetOrigin || tainting[index] !== true) return known;
    const ofHop = failures.filter((failure) => failure.hop === index && failure.stage !== 'network');
    const origin = origins[index] ?? exchange.origin;
    const last = index === exchange.hops.length - 1;
    const expected = index >= observed.hops.length;
    const blocked = expected || (last && exchange.outcome.type === 'error' && ofHop.length > 0);
    // Not what the Origin header says: where the debugger looks on, Chrome sends `null` after any redirect.
    const tainted = redirectTainted[index] === true && exchange.origin !== 'null';
    return learnHop(known, { hop, origin, tainted, failures: ofHop, blocked, expected });
  }, lessons);
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
    if (unseen || failures.some(({ error }) => ALLOW_ORIGIN.test(error))) mends.add('allow-origin');
    if ([answer, response].some((one) => one !== null && refusesOrigin(one))) mends.add('request-origin');
  }
  if (expected || failures.some(({ error }) => ALLOW_METHODS.test(error))) mends.add('allow-methods');
  if (expected || failures.some(({ error }) => ALLOW_HEADERS.test(error))) mends.add('allow-headers');
  return merged(lessons, {
    methods: union(lessons.methods, [...(question ? [question.method] : []), ...tokens(answer, 'Methods')]),
    headerNames: union(lessons.headerNames, [
      ...(question?.headerNames ?? []),
      ...tokens(answer, 'Headers').map((name) => name.toLowerCase()),
    ]),
    mends: [...mends],
    taintedUrls: tainted
      ? withUrl(lessons.taintedUrls, { url: hop.url, right: response !== null && failures.length === 0 })
      : lessons.taintedUrls,
  });
}

const ALLOW_ORIGIN = /AllowOrigin|WildcardOrigin/;
const ALLOW_METHODS = /AllowMethods|MethodDisallowed/;
const ALLOW_HEADERS = /AllowHeaders|HeaderDisallowed/;

function tokens(answer: Response | null, which: 'Methods' | 'Headers'): readonly string[] {
  if (answer === null) return [];
  return (extractTokens(answer.headerList, `Access-Control-Allow-${which}`) ?? []).filter(
    (token) => token !== '*',
  );
}

function withUrl(known: readonly TaintedUrl[], seen: TaintedUrl): readonly TaintedUrl[] {
  const before = known.find(({ url }) => url === seen.url);
  if (seen.url.length > LONGEST_URL || before?.right === seen.right) return known;
  return [...known.filter(({ url }) => url !== seen.url), seen].slice(-URLS_KEPT);
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
    after.taintedUrls === before.taintedUrls &&
    after.mends.length === before.mends.length;
  return same ? before : after;
}
