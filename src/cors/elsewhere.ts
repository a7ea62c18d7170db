import type { BrowserProfile } from './browser-profile.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Exchange, Hop } from './exchange.ts';
import { hopFaults } from './hop-faults.ts';
import { isCorsSafelistedMethod } from './method.ts';
import { corsTainting } from './origin.ts';
import { isRedirect, preflightQuestion } from './preflight-check.ts';
import { unsafeHeaderNamesOfPage, usedRememberedPreflight } from './remembered-preflight.ts';
import { safelistsMore } from './request-headers.ts';

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
  // After a redirect a preflight carries another origin there, which the server may answer otherwise.
  const isPreflightElse = profile.preflightForgetsRedirects !== diagnosis.profile.preflightForgetsRedirects;
  if (isPreflightElse && exchange.hops.some(({ preflight }, index) => index > 0 && preflight !== null))
    return null;
  const tainting = corsTainting(exchange);
  const unasked = exchange.hops.map((hop, index) =>
    tainting[index] === true ? unaskedBy(profile, hop, diagnosis.profile) : NONE,
  );
  if (unasked.some((names) => names === null)) return null;
  const faults = hopFaults(exchange, profile).flatMap(({ preflight, response }, index) =>
    [...preflight, ...response].filter(
      ({ error, parameter }) =>
        error !== 'HeaderDisallowedByPreflightResponse' || !unasked[index]?.has(parameter ?? ''),
    ),
  );
  const included = faults.length > 0;
  const omitted = faults.some(({ when }) => when === 'always');
  if (credentials === 'unknown' && included !== omitted) return null;
  if (credentials === 'omitted' ? omitted : included) return 'blocked';
  const { forbiddenRequestHeaderNames: neverAsked } = profile;
  if (unasked.some((names) => [...(names ?? [])].some((name) => !neverAsked.has(name)))) return null;
  const response = exchange.hops.at(-1)?.response ?? null;
  return response === null || isRedirect(response) ? 'goes-on' : 'allowed';
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Headers that this browser asked leave for and the other doesn't: it sets them itself, or it sends them unasked with most
 * values.
 * @returns null where the other may ask for more, or make no preflight at all
 */
function unaskedBy(profile: BrowserProfile, hop: Hop, own: BrowserProfile): ReadonlySet<string> | null {
  const { method, preflight, requestHeaders } = hop;
  if (preflight === null) return usedRememberedPreflight(hop, profile) ? null : NONE;
  const { headerNames } = preflightQuestion(preflight, { origin: '', method });
  if (requestHeaders !== null)
    return unsafeHeaderNamesOfPage(requestHeaders, profile).join() === headerNames.join() ? NONE : null;
  const unasked = headerNames.filter(
    (name) => profile.forbiddenRequestHeaderNames.has(name) || safelistsMore(profile, own, name),
  );
  const asksAnyway = !isCorsSafelistedMethod(method) || unasked.length < headerNames.length;
  return asksAnyway ? new Set(unasked) : null;
}
