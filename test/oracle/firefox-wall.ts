import { corsCheck } from '../../src/cors/cors-check.ts';
import type { Finding } from '../../src/cors/failure.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import { normalizeMethod } from '../../src/cors/method.ts';
import { isOkStatus, preflightCheck } from '../../src/cors/preflight-check.ts';
import { needsPreflight, unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import type { OracleCase, OracleHop, Target } from './oracle-case.ts';
import { filledIn } from './oracle-server.ts';
import type { Place } from './override-browser.ts';

/**
 * True if no rule lets a case pass in Firefox: of a bad status, of lines that Firefox reads as they were sent, and where
 * an `OPTIONS` call and its preflight need different origins.
 */
export function isFirefoxWall(
  { method: first, headers, credentials, hops }: OracleCase,
  place: Place,
): boolean {
  const isOwn = (target: Target) => target === 'page' && place !== 'sandbox';
  let method = normalizeMethod(first);
  let names = Object.entries(headers);
  let isCors = false;
  let isPreflighted = false;
  let isTainted = false;
  return hops.some((hop, index) => {
    const { target, preflight, response } = hop;
    isCors ||= !isOwn(target);
    const before = hops[index - 1]?.target;
    isTainted ||= before !== undefined && before !== target && !isOwn(before) && place !== 'sandbox';
    // What had a preflight has one again, even if a redirect has made a GET of it; of a service worker what would have had one.
    isPreflighted ||= (isCors || place === 'service') && needsPreflight(method, names, FIREFOX);
    const isBad =
      !isOkStatus(preflight.status) || (!isOwn(target) && FIREFOX.refusesAsSent(preflight.headers));
    const isRefused = isCors && ((isPreflighted && isBad) || FIREFOX.refusesAsSent(response.headers));
    const needsTwo = method === 'OPTIONS' && isTainted && !isOwn(target);
    if (needsTwo && !passesAsSent(hop, unsafeRequestHeaderNames(names, FIREFOX), credentials)) return true;
    const { status } = response;
    if ((status === 303 && method !== 'HEAD') || ([301, 302].includes(status) && method === 'POST')) {
      if (method !== 'GET') names = names.filter(([name]) => !name.startsWith('content-'));
      method = 'GET';
    }
    return isRefused;
  });
}

/** True if a hop of an `OPTIONS` call needs no rule: its preflight carries the page's origin, and the call `null`. */
function passesAsSent(
  { preflight, response }: OracleHop,
  headerNames: readonly string[],
  credentials: OracleCase['credentials'],
): boolean {
  const origin = 'http://page.test';
  const asked = [
    ['origin', origin],
    ['access-control-request-method', 'OPTIONS'],
    ...(headerNames.length > 0 ? [['access-control-request-headers', headerNames.join(',')] as const] : []),
  ] as const;
  const request = { method: 'OPTIONS', path: '/', headers: new Map(asked), isPreflight: true };
  const call = { ...request, headers: new Map([['origin', 'null']]), isPreflight: false };
  const question = { origin, method: 'OPTIONS', headerNames };
  const ofPreflight = filledIn(request, preflight, null);
  const answer = { status: ofPreflight.status, headerList: ofPreflight.headers };
  const findings: readonly Finding<string>[] = [
    ...preflightCheck(answer, question, FIREFOX),
    ...corsCheck(filledIn(call, response, null).headers, 'null', FIREFOX),
  ];
  return findings.every(({ when }) => when === 'credentials-included' && credentials !== 'include');
}
