import { CUT } from '../privacy/index.ts';
import type { Lessons } from './lessons.ts';
import { type Override, reachesOpaque, rewritesOrigin } from './override.ts';

/** A change of headers, for the requests it names. */
export interface OverrideRule {
  /** Of two rules that set the same header, or of which one leaves alone, the higher wins. */
  readonly priority: number;
  readonly scope: RuleScope;
  readonly set: readonly HeaderChange[];
}

export interface RuleScope {
  /** -1: service workers, which belong to no tab. */
  readonly tabId: number;
  /** The host of the page, whose port rules cannot see; or, for opaque origins, any but this host. */
  readonly initiator: { readonly domain: string } | { readonly notDomain: string };
  /** All URLs of an origin, those of them with this fragment alone, one URL, or one with any fragment. */
  readonly target:
    | { readonly origin: string; readonly fragment?: string }
    | { readonly url: string; readonly anyFragment?: true };
  /** Whether only OPTIONS is meant, which every preflight is. */
  readonly onlyOptions: boolean;
  /** Answers with this header are left alone. */
  readonly unless: HeaderPattern | null;
  /** Only answers with this header. */
  readonly onlyWith?: HeaderPattern;
}

/** A header with any value, or with one that matches one of these patterns. */
export interface HeaderPattern {
  readonly header: string;
  readonly values: readonly string[] | null;
}

/** Replaces all headers of its name. */
export interface HeaderChange {
  readonly of: 'request' | 'response';
  readonly name: string;
  readonly value: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Headers that libraries add without being asked: allowed from the start, so that not each costs a failed call. */
const COMMON_HEADER_NAMES = [
  'accept',
  'authorization',
  'baggage',
  'cache-control',
  'content-type',
  'if-none-match',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'sentry-trace',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-api-key',
  'x-csrf-token',
  'x-requested-with',
  'x-stainless-arch',
  'x-stainless-async',
  'x-stainless-custom-poll-interval',
  'x-stainless-helper-method',
  'x-stainless-lang',
  'x-stainless-os',
  'x-stainless-package-version',
  'x-stainless-poll-helper',
  'x-stainless-retry-count',
  'x-stainless-runtime',
  'x-stainless-runtime-version',
  'x-stainless-timeout',
  'x-xsrf-token',
];

/**
 * Answers that name a loopback origin, all, or an opaque one: right for the page, or for a request that came to the
 * target by a redirect. Patterns as declarativeNetRequest has them, in which a literal star is escaped.
 */
const LIKELY_RIGHT_ORIGINS = [
  '\\*',
  'null',
  ...['http', 'https'].flatMap((scheme) =>
    ['localhost', '*.localhost', '127.0.0.1', '[::1]'].map((host) => `${scheme}://${host}*`),
  ),
];

/**
 * A condition that no cached answer meets: one that was fetched with another Origin, and names it, would block the page
 * once the override is off.
 */
const PAST_THE_CACHE: HeaderChange = {
  of: 'request',
  name: 'If-Unmodified-Since',
  value: 'Fri, 31 Dec 2100 00:00:00 GMT',
};

/**
 * The rules of an override: one for each header, since a right answer is left alone header by header. Lists are
 * explicit, since `*` is no wildcard with credentials. `Max-Age: 0` keeps the browser from remembering the preflight,
 * so that switching off takes effect at once.
 */
export function overrideRules(override: Override): readonly OverrideRule[] {
  const { tabId, pageOrigin, targetOrigin, allow, lessons } = override;
  const domain = new URL(pageOrigin).hostname;
  const target = { origin: targetOrigin };
  const page: Who = { tabId, initiator: { domain }, origin: pageOrigin };
  const pages = allow.includes('service-worker') ? [page, { ...page, tabId: -1 }] : [page];
  const opaque: Who = { tabId, initiator: { notDomain: domain }, origin: 'null' };
  return [
    ...[...pages, ...(reachesOpaque(override) ? [opaque] : [])].flatMap((who) => [
      ...corsRules(override, who, target),
    ]),
    ...pages.flatMap((who) => [...taintedRules(who, targetOrigin, lessons)]),
  ];
}

/** What marks a URL that is asked with a tainted origin. Fragments are seen by rules, but not by servers and pages. */
const TAINTED = 'preflight-inspector-tainted';

/**
 * Requests that redirects bring to the target carry `null`, direct ones to the same URL the page's origin, and rules
 * see no request headers. So a redirect that taints gets a fragment in its Location, which later redirects inherit, too.
 */
function* taintedRules(
  { tabId, initiator }: Who,
  origin: string,
  { taintingRedirects, taintedRequests }: Lessons,
): Generator<OverrideRule> {
  const answers = { tabId, initiator, onlyOptions: false, unless: null };
  const allowNull = { of: 'response', name: 'Access-Control-Allow-Origin', value: 'null' } as const;
  for (const url of new Set(taintedRequests.map((tainted) => tainted.url))) {
    yield { priority: 2, scope: { ...answers, target: { url } }, set: [allowNull] };
  }
  if (taintingRedirects.length === 0) return;
  yield { priority: 2, scope: { ...answers, target: { origin, fragment: TAINTED } }, set: [allowNull] };
  for (const { from, location, to } of taintingRedirects) {
    const onlyWith = {
      header: 'Location',
      values: [location.replaceAll(/[*?\\]/g, '\\$&').replaceAll(CUT, '*')],
    };
    yield {
      priority: 1,
      scope: { ...answers, target: { url: from, anyFragment: true }, onlyWith },
      set: [{ of: 'response', name: 'Location', value: `${to}#${TAINTED}` }],
    };
  }
}

/** Whose requests, and which origin they carry. */
interface Who extends Pick<RuleScope, 'tabId' | 'initiator'> {
  readonly origin: string;
}

function* corsRules(
  override: Override,
  { tabId, initiator, origin }: Who,
  target: RuleScope['target'],
): Generator<OverrideRule> {
  const { methods, headerNames, mends } = override.lessons;
  const rule = (
    name: string,
    value: string,
    { onlyOptions = false, unless = null }: Partial<RuleScope>,
  ): OverrideRule => ({
    priority: 1,
    scope: { tabId, initiator, target, onlyOptions, unless },
    set: [{ of: 'response', name, value }],
  });
  const rewrites = rewritesOrigin(override);
  // Where the debugger looks on, Chrome sends no Origin, or `null`, after redirects that don't taint: what servers make
  // of it is wrong.
  const misled = rewrites || override.allow.includes('answer-preflight');
  const always = misled || origin === 'null' || mends.includes('allow-null');
  const values = mends.includes('allow-origin') ? ['null'] : LIKELY_RIGHT_ORIGINS;
  yield rule('Access-Control-Allow-Origin', origin, {
    unless: always ? null : { header: 'Access-Control-Allow-Origin', values },
  });
  yield rule('Access-Control-Allow-Credentials', 'true', {});
  const lists = [
    ['Access-Control-Allow-Methods', [...METHODS, ...methods, '*'], 'allow-methods'],
    ['Access-Control-Allow-Headers', [...COMMON_HEADER_NAMES, ...headerNames, '*'], 'allow-headers'],
  ] as const;
  for (const [name, tokens, mend] of lists) {
    const unless = mends.includes(mend) ? null : { header: name, values: null };
    yield rule(name, [...new Set(tokens)].join(', '), { onlyOptions: true, unless });
  }
  yield rule('Access-Control-Max-Age', '0', { onlyOptions: true });
  if (!rewrites) return;
  yield {
    priority: 1,
    scope: { tabId, initiator, target, onlyOptions: false, unless: null },
    set: [{ of: 'request', name: 'Origin', value: override.targetOrigin }, PAST_THE_CACHE],
  };
}
