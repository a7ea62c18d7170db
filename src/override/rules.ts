import { originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { listHeaders } from './list-headers.ts';
import { isInForce, type Override, reachesOpaque, reachesWorkers, rewritesOrigin } from './override.ts';
import type { HeaderChange, OverrideRule, RuleScope, Sender } from './override-rule.ts';
import { refusedCallRules } from './refused-call-rules.ts';
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN, MAX_AGE } from './set-headers.ts';
import type { TargetObservations } from './target-observations.ts';

/**
 * A precondition with which Chrome bypasses its HTTP cache. A cached answer to the rewritten `Origin` would block the page
 * once the override is off.
 */
const BYPASS_CACHE: HeaderChange = {
  of: 'request',
  name: 'If-Unmodified-Since',
  value: 'Fri, 31 Dec 2100 00:00:00 GMT',
};

/** The methods whose answers browsers cache. */
const CACHEABLE_METHODS = ['GET', 'HEAD'];

/**
 * Makes the rules of an override. Rules compare a page's host and not its port, so they also match another app on that
 * host. What they allow must be worthless to that app: every permission comes with the page's exact origin, even if the
 * server's own value was right. Two changes can't be made safe that way, a rewritten `Origin` and answers for opaque
 * origins, so they are only for calls that the page was seen to make. `Max-Age: 0` keeps the preflight out of the browser's cache, so that switching off
 * takes effect at once.
 * @param others all overrides that are on, because they may set headers of the redirects, too
 * @param seesWorkers whether the browser lists service workers. If it doesn't, their `Origin` isn't rewritten.
 */
export function overrideRules(
  override: Override,
  others: readonly Override[] = [],
  seesWorkers = true,
): readonly OverrideRule[] {
  const { tabId, pageOrigin } = override;
  const initiator = { domain: new URL(pageOrigin).hostname };
  const pages: Sender[] = [{ owner: tabOwner(tabId), initiator }];
  if (reachesWorkers(override)) pages.push({ owner: SERVICE_WORKER, initiator });
  return [
    ...pages.flatMap((sender) => [
      ...(override.rulesSeeAnswers
        ? permissionRules(override, sender)
        : refusedCallRules(override, sender, ['page', 'tainted'])),
      ...(sender.owner.type === 'tab' || seesWorkers ? originRewriteRules(override, sender, false) : []),
      ...(override.rulesSeeAnswers ? taintedRules(override, sender, others) : []),
    ]),
    ...(reachesOpaque(override) ? opaqueRules(override) : []),
  ];
}

function* permissionRules(override: Override, sender: Sender): Generator<OverrideRule> {
  const { pageOrigin, targetOrigin, observations } = override;
  // `null` is right for requests that a redirect tainted, so an answer with it is left alone.
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
    scope: { ...sender, target: { origin: targetOrigin }, methods, unless: [...right, ...unless] },
    set: [{ of: 'response', name, value }],
  });
  yield set(ALLOW_ORIGIN, pageOrigin);
  yield set(ALLOW_CREDENTIALS, 'true');
  for (const [name, value, replaced] of listHeaders(observations)) {
    yield set(
      name,
      value,
      ['OPTIONS'],
      observations.replacedHeaders.includes(replaced) ? [] : [{ header: name, values: null }],
    );
  }
  yield set(MAX_AGE, '0', ['OPTIONS']);
}

/** Allows `null` for the calls that the page's frames were seen to make. Rules can't tell one opaque origin from another. */
function opaqueRules(override: Override): readonly OverrideRule[] {
  const { tabId, pageOrigin, observations } = override;
  const sender: Sender = { owner: tabOwner(tabId), initiator: { notDomain: new URL(pageOrigin).hostname } };
  const rewriting = originRewriteRules(override, sender, true);
  if (!override.rulesSeeAnswers) return [...refusedCallRules(override, sender, ['opaque']), ...rewriting];
  const set = allPermissions('null', observations);
  const allowing = observations.calls
    .filter(({ opaque }) => opaque)
    .map(({ url, methods }) => ({
      priority: 1,
      scope: { ...sender, target: { call: url }, methods: withPreflight(methods), unless: [] },
      set,
    }));
  return [...allowing, ...rewriting];
}

/** Sets `Origin` to the target's own, for servers that refuse all others. @param opaque whether for frames' calls */
function* originRewriteRules(override: Override, sender: Sender, opaque: boolean): Generator<OverrideRule> {
  const { targetOrigin, observations, rulesSeeAnswers } = override;
  if (!rewritesOrigin(override)) return;
  const origin: HeaderChange = { of: 'request', name: 'Origin', value: targetOrigin };
  if (!rulesSeeAnswers) {
    // A server may echo what it is sent, so the origin is rewritten only where the answer's headers are set.
    const refusing = observations.refusedCalls.filter((call) => call.refusesOrigin);
    for (const { url, method } of refusing.filter((call) => (call.origin === 'opaque') === opaque)) {
      const scope = { ...sender, target: { call: url }, methods: [method], unless: [] };
      yield { priority: 1, scope, set: [origin] };
    }
    return;
  }
  for (const { url, methods, conditional } of observations.calls.filter((call) => call.opaque === opaque)) {
    const scope = { ...sender, target: { call: url }, unless: [] };
    yield { priority: 1, scope: { ...scope, methods: withPreflight(methods) }, set: [origin] };
    const cached = methods.filter((method) => CACHEABLE_METHODS.includes(method));
    // A call with its own precondition bypasses the cache already.
    if (cached.length > 0 && !conditional)
      yield { priority: 1, scope: { ...scope, methods: cached }, set: [BYPASS_CACHE] };
  }
}

/** Sets every CORS header that an answer can have, with this origin. */
function allPermissions(origin: string, observations: TargetObservations): readonly HeaderChange[] {
  const headers = [
    [ALLOW_ORIGIN, origin],
    [ALLOW_CREDENTIALS, 'true'],
    ...listHeaders(observations),
    [MAX_AGE, '0'],
  ] as const;
  return headers.map(([name, value]) => ({ of: 'response', name, value }));
}

function withPreflight(methods: readonly string[]): readonly string[] {
  return [...new Set(['OPTIONS', ...methods])];
}

/**
 * Allows `null` for requests that a redirect tainted. A direct request to the same URL carries the page's origin, and
 * rules can't see which: they see no request headers. So the rules add a fragment, the mark, to the `Location` of the
 * redirect that taints. Later redirects inherit it. Rules see fragments; servers and scripts don't. The same redirect also
 * gets the page's exact origin if its server allowed that origin or any: a request of another app is blocked there.
 */
function* taintedRules(
  override: Override,
  sender: Sender,
  others: readonly Override[],
): Generator<OverrideRule> {
  const { pageOrigin, targetOrigin: origin, mark, observations } = override;
  const { taintingRedirects, taintedRequests } = observations;
  const answers = { ...sender, methods: null, unless: [] };
  const allowNull = allPermissions('null', observations);
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

/** True if an override for the same page sets `Access-Control-Allow-Origin` on answers from `url`. */
function isOverridden(one: Override, { tabId, pageOrigin }: Override, url: string): boolean {
  const samePage = one.tabId === tabId && one.pageOrigin === pageOrigin;
  return isInForce(one) && samePage && originOf(url) === one.targetOrigin;
}
