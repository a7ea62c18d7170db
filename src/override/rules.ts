import { CLIENTS } from '../clients/index.ts';
import { type Owner, originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { isInForce, type Override, reachesOpaque, reachesWorkers, rewritesOrigin } from './override.ts';
import type { Call, TargetObservations } from './target-observations.ts';

/** A change of headers, for the requests it names. */
export interface OverrideRule {
  /** Of two rules that set the same header, or of which one leaves alone, the higher wins. */
  readonly priority: number;
  readonly scope: RuleScope;
  readonly set: readonly HeaderChange[];
}

export interface RuleScope {
  /** Whose calls. */
  readonly owner: Owner;
  /** The host of the page, whose port rules cannot see; or, for opaque origins, any but this host. */
  readonly initiator: { readonly domain: string } | { readonly notDomain: string };
  /** All URLs of an origin; those of them with this fragment; one URL, with any or with this fragment; one with any query. */
  readonly target:
    | { readonly origin: string; readonly fragment?: string }
    | { readonly url: string; readonly fragment?: string; readonly anyFragment?: true }
    | { readonly call: string };
  /** The request's methods, `OPTIONS` being every preflight's; null for any. */
  readonly methods: readonly string[] | null;
  /** Answers with one of these headers are left alone. */
  readonly unless: readonly HeaderPattern[];
  /** Only answers with this header. */
  readonly onlyWith?: HeaderPattern;
  /** Only redirects to here: answers whose `Location` is another are left alone. */
  readonly location?: string;
}

/** A header with any value, or with one that matches one of these patterns. */
export interface HeaderPattern {
  readonly header: string;
  readonly values: readonly string[] | null;
}

/** Replaces all headers of its name. */
interface HeaderChange {
  readonly of: 'request' | 'response';
  readonly name: string;
  readonly value: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Headers that pages and libraries often add: allowed from the start, so that not each costs a failed call. */
const COMMON_HEADER_NAMES = [
  'accept',
  'authorization',
  'cache-control',
  'content-type',
  'if-none-match',
  'user-agent',
  'x-api-key',
  'x-csrf-token',
  'x-requested-with',
  'x-xsrf-token',
  ...CLIENTS.flatMap(({ commonNames }) => commonNames ?? []),
].sort();

/**
 * A condition that no cached answer meets: one that was fetched with another Origin, and names it, would block the page
 * once the override is off.
 */
const PAST_THE_CACHE: HeaderChange = {
  of: 'request',
  name: 'If-Unmodified-Since',
  value: 'Fri, 31 Dec 2100 00:00:00 GMT',
};

/** Methods whose answers are cached. */
const CACHED_METHODS = ['GET', 'HEAD'];

/**
 * The rules of an override. They see a page's host and not its port, so whatever they allow must be worth nothing to
 * another app on that host: with any permission comes the page's exact origin, also where the server's own value was
 * right. What that can't make safe, a rewritten `Origin` and answers for opaque origins, is for the calls alone that the
 * page was seen to make. Lists are explicit, since `*` is no wildcard with credentials. `Max-Age: 0` keeps the browser
 * from remembering the preflight, so that switching off takes effect at once.
 * @param others all overrides that are on: what they set on redirects counts
 * @param seesWorkers whether the browser tells which service workers run. Where it doesn't, what only knowing them can
 * keep from others isn't done for service workers.
 */
export function overrideRules(
  override: Override,
  others: readonly Override[] = [],
  seesWorkers = true,
): readonly OverrideRule[] {
  const { tabId, pageOrigin } = override;
  const initiator = { domain: new URL(pageOrigin).hostname };
  const pages: Who[] = [{ owner: tabOwner(tabId), initiator }];
  if (reachesWorkers(override)) pages.push({ owner: SERVICE_WORKER, initiator });
  return [
    ...pages.flatMap((who) => [
      ...permissions(override, who),
      ...(who.owner.type === 'tab' || seesWorkers ? rewriting(override, who, ({ opaque }) => !opaque) : []),
      ...tainted(override, who, others),
    ]),
    ...(reachesOpaque(override) ? opaqueRules(override) : []),
  ];
}

/** Whose requests. */
type Who = Pick<RuleScope, 'owner' | 'initiator'>;

function* permissions(override: Override, who: Who): Generator<OverrideRule> {
  const { pageOrigin, targetOrigin, observations } = override;
  // An answer that allows an opaque origin is right for requests that redirects brought here: nothing is added to it.
  const right = observations.replacedHeaders.includes('allow-null')
    ? []
    : [{ header: ALLOW_ORIGIN, values: ['null'] }];
  const set = (
    name: string,
    value: string,
    methods: RuleScope['methods'] = null,
    unless: RuleScope['unless'] = [],
  ): OverrideRule => ({
    priority: 1,
    scope: { ...who, target: { origin: targetOrigin }, methods, unless: [...right, ...unless] },
    set: [{ of: 'response', name, value }],
  });
  yield set(ALLOW_ORIGIN, pageOrigin);
  yield set('Access-Control-Allow-Credentials', 'true');
  for (const [name, value, replaced] of lists(observations)) {
    yield set(
      name,
      value,
      ['OPTIONS'],
      observations.replacedHeaders.includes(replaced) ? [] : [{ header: name, values: null }],
    );
  }
  yield set('Access-Control-Max-Age', '0', ['OPTIONS']);
}

function lists({ methods, headerNames }: TargetObservations) {
  const join = (tokens: readonly string[]) => [...new Set([...tokens, '*'])].join(', ');
  return [
    ['Access-Control-Allow-Methods', join([...METHODS, ...methods]), 'allow-methods'],
    ['Access-Control-Allow-Headers', join([...COMMON_HEADER_NAMES, ...headerNames]), 'allow-headers'],
  ] as const;
}

/** An opaque origin looks like any other: the page's frames may make the calls that they were seen to make. */
function opaqueRules(override: Override): readonly OverrideRule[] {
  const { tabId, pageOrigin, observations } = override;
  const who: Who = { owner: tabOwner(tabId), initiator: { notDomain: new URL(pageOrigin).hostname } };
  const set = allOf('null', observations);
  const allowing = observations.calls
    .filter(({ opaque }) => opaque)
    .map(({ url, methods }) => ({
      priority: 1,
      scope: { ...who, target: { call: url }, methods: withPreflight(methods), unless: [] },
      set,
    }));
  return [...allowing, ...rewriting(override, who, ({ opaque }) => opaque)];
}

/** Has those calls that are meant sent with the target's own origin, for servers that turn away any other. */
function* rewriting(override: Override, who: Who, isMeant: (call: Call) => boolean): Generator<OverrideRule> {
  if (!rewritesOrigin(override)) return;
  const origin: HeaderChange = { of: 'request', name: 'Origin', value: override.targetOrigin };
  for (const { url, methods, conditional } of override.observations.calls.filter(isMeant)) {
    const scope = { ...who, target: { call: url }, unless: [] };
    yield { priority: 1, scope: { ...scope, methods: withPreflight(methods) }, set: [origin] };
    const cached = methods.filter((method) => CACHED_METHODS.includes(method));
    // A call with a condition of its own passes the cache by that.
    if (cached.length > 0 && !conditional)
      yield { priority: 1, scope: { ...scope, methods: cached }, set: [PAST_THE_CACHE] };
  }
}

/** Everything that answers for an origin can be allowed. */
function allOf(origin: string, observations: TargetObservations): readonly HeaderChange[] {
  const headers = [
    [ALLOW_ORIGIN, origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ...lists(observations),
    ['Access-Control-Max-Age', '0'],
  ] as const;
  return headers.map(([name, value]) => ({ of: 'response', name, value }));
}

function withPreflight(methods: readonly string[]): readonly string[] {
  return [...new Set(['OPTIONS', ...methods])];
}

/**
 * Requests that redirects bring to the target carry `null`, direct ones to the same URL the page's origin, and rules
 * see no request headers. So the redirect that taints gets a fragment in its Location, which later redirects inherit:
 * rules see fragments, servers and scripts don't. It also gets the page's exact origin, where its server has allowed
 * that, or anybody: another app's request ends there.
 */
function* tainted(override: Override, who: Who, others: readonly Override[]): Generator<OverrideRule> {
  const { pageOrigin, targetOrigin: origin, mark, observations } = override;
  const { taintingRedirects, taintedRequests } = observations;
  const answers = { ...who, methods: null, unless: [] };
  const allowNull = allOf('null', observations);
  for (const url of new Set(taintedRequests.map((tainted) => tainted.url))) {
    yield { priority: 2, scope: { ...answers, target: { url } }, set: allowNull };
  }
  if (taintingRedirects.length === 0) return;
  yield { priority: 2, scope: { ...answers, target: { origin, fragment: mark } }, set: allowNull };
  for (const { from, fromIsTainted, location, to } of taintingRedirects) {
    const marked: HeaderChange = { of: 'response', name: 'Location', value: `${to}#${mark}` };
    if (fromIsTainted) {
      const target = { url: from, fragment: mark };
      yield { priority: 2, scope: { ...answers, target, location }, set: [marked] };
      continue;
    }
    const isSet = [override, ...others].some((one) => isOverridden(one, override, from));
    const onlyWith = { header: ALLOW_ORIGIN, values: [pageOrigin, '\\*'] };
    yield {
      priority: 2,
      scope: {
        ...answers,
        target: { url: from, anyFragment: true },
        location,
        ...(isSet ? {} : { onlyWith }),
      },
      set: [marked, { of: 'response', name: ALLOW_ORIGIN, value: pageOrigin }],
    };
  }
}

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** Whether an override for the same page sets the origin that answers from `url` allow. */
function isOverridden(one: Override, { tabId, pageOrigin }: Override, url: string): boolean {
  const samePage = one.tabId === tabId && one.pageOrigin === pageOrigin;
  return isInForce(one) && samePage && originOf(url) === one.targetOrigin;
}
