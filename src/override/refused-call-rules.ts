import { listHeaders } from './list-headers.ts';
import type { Override } from './override.ts';
import type { HeaderChange, OverrideRule, Sender } from './override-rule.ts';
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN, CACHE_CONTROL, MAX_AGE, OVERRIDDEN } from './set-headers.ts';
import type { RefusedCall, TargetObservations } from './target-observations.ts';

/**
 * Makes the rules for calls that were seen to be blocked, where rules can't leave right answers alone by themselves. What
 * they allow comes with the page's exact origin, so it is worthless to another app on the page's host. `null` isn't: it
 * is for the one URL that redirects were seen to lead to, or for what a frame was seen to call.
 * @param origins which of the calls
 */
export function refusedCallRules(
  { pageOrigin, observations }: Override,
  sender: Sender,
  origins: readonly RefusedCall['origin'][],
): readonly OverrideRule[] {
  return observations.refusedCalls
    .filter(({ origin, isAmbiguous }) => origins.includes(origin) && !isAmbiguous)
    .map((call) => ({
      // The rule for one URL comes before one for that URL with any query.
      priority: call.origin === 'tainted' ? 2 : 1,
      scope: {
        ...sender,
        target: call.origin === 'tainted' ? { url: call.url } : { call: call.url },
        methods: [call.method],
        unless: [],
      },
      set: changesFor(call, pageOrigin, observations),
    }));
}

function changesFor(
  { method, origin, lists }: RefusedCall,
  pageOrigin: string,
  observations: TargetObservations,
): readonly HeaderChange[] {
  const ofPreflight = [
    ...listHeaders(observations).flatMap(([name, value, list]) =>
      lists.includes(list) ? [[name, value] as const] : [],
    ),
    [MAX_AGE, '0'],
  ] as const;
  const headers = [
    [ALLOW_ORIGIN, origin === 'page' ? pageOrigin : 'null'],
    [ALLOW_CREDENTIALS, 'true'],
    // The browser would keep the changed answer in its cache, and the page could read it once the override is off.
    ...(method === 'OPTIONS' ? ofPreflight : [[CACHE_CONTROL, 'no-store'] as const]),
  ] as const;
  const names = headers.map(([name]) => name).join(', ');
  return [...headers, [OVERRIDDEN, names] as const].map(([name, value]) => ({ of: 'response', name, value }));
}
