import type { BrowserProfile } from './browser-profile.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Exchange, Hop } from './exchange.ts';
import { hopFaults } from './hop-faults.ts';
import { corsTainting } from './origin.ts';
import { isRedirect, preflightQuestion } from './preflight-check.ts';
import { unsafeHeaderNamesOfPage, usedRememberedPreflight } from './remembered-preflight.ts';

/** `goes-on`: it gets past what stopped it here, and what the server would have answered then isn't known. */
export type Elsewhere = 'allowed' | 'blocked' | 'goes-on';

/**
 * Tells what another browser would have made of the same answers.
 * @param diagnosis of the exchange, by the browser that it was observed in
 * @param profile the other browser
 * @returns null where that can't be told: what the other asks the server may be something else
 */
export function judgeElsewhere(
  exchange: Exchange,
  diagnosis: Diagnosis,
  profile: BrowserProfile,
): Elsewhere | null {
  const { outcome, credentials } = diagnosis;
  if (exchange.overridden || exchange.outside !== undefined) return null;
  if (outcome !== 'blocked' && outcome !== 'allowed') return null;
  const tainting = corsTainting(exchange);
  if (exchange.hops.some((hop, index) => tainting[index] === true && mayAskElse(hop, profile))) return null;
  const faults = hopFaults(exchange, profile).flatMap(({ preflight, response }) => [
    ...preflight,
    ...response,
  ]);
  const included = faults.length > 0;
  const omitted = faults.some(({ when }) => when === 'always');
  if (credentials === 'unknown' && included !== omitted) return null;
  if (credentials === 'omitted' ? omitted : included) return 'blocked';
  const response = exchange.hops.at(-1)?.response ?? null;
  return response === null || isRedirect(response) ? 'goes-on' : 'allowed';
}

/** Whether the other browser may ask by a preflight where this one didn't, or for other headers. */
function mayAskElse(hop: Hop, profile: BrowserProfile): boolean {
  const { method, preflight, requestHeaders } = hop;
  if (preflight === null) return usedRememberedPreflight(hop, profile);
  const { headerNames } = preflightQuestion(preflight, { origin: '', method });
  if (requestHeaders !== null)
    return unsafeHeaderNamesOfPage(requestHeaders, profile).join() !== headerNames.join();
  const { safelistedRequestHeaders, forbiddenRequestHeaderNames } = profile;
  return headerNames.some(
    (name) => safelistedRequestHeaders.has(name) || forbiddenRequestHeaderNames.has(name),
  );
}
