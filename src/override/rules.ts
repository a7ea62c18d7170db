import { type Override, rewritesOrigin } from './override.ts';

/** A change of headers, for the requests it names. */
export interface OverrideRule {
  /** Of two rules that set the same header, or of which one leaves alone, the higher wins. */
  readonly priority: number;
  readonly scope: RuleScope;
  /** Empty: requests in its scope are left alone by the rules of lower priority. */
  readonly set: readonly HeaderChange[];
}

export interface RuleScope {
  /** -1: service workers, which belong to no tab. */
  readonly tabId: number;
  /** The host of the page, whose port rules cannot see; or, for opaque origins, any but this host. */
  readonly initiator: { readonly domain: string } | { readonly notDomain: string };
  /** All URLs of an origin, or one URL. */
  readonly target: { readonly origin: string } | { readonly url: string };
  /** Whether only OPTIONS is meant, which every preflight is. */
  readonly onlyOptions: boolean;
  /** Answers with this header are left alone: with any value, or with one that matches one of these patterns. */
  readonly unless: { readonly header: string; readonly values: readonly string[] | null } | null;
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
  const rules = [...corsRules(override, page, target)];
  if (allow.includes('opaque-origin')) {
    rules.push(...corsRules(override, { tabId, initiator: { notDomain: domain }, origin: 'null' }, target));
  }
  if (allow.includes('service-worker')) rules.push(...corsRules(override, { ...page, tabId: -1 }, target));
  for (const { url, right } of lessons.taintedUrls) {
    const scope = { tabId, initiator: { domain }, target: { url }, onlyOptions: false, unless: null };
    const origin = { of: 'response', name: 'Access-Control-Allow-Origin', value: 'null' } as const;
    rules.push({ priority: 2, scope, set: right ? [] : [origin] });
  }
  return rules;
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
  const replaced = rewrites || origin === 'null' || mends.includes('allow-origin');
  yield rule('Access-Control-Allow-Origin', origin, {
    unless: replaced ? null : { header: 'Access-Control-Allow-Origin', values: LIKELY_RIGHT_ORIGINS },
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
