import { type BaselineQuestion, elementsOf, isTokenOfHttp, locationOf, valuesOf } from './baseline.ts';
import type { ServedAnswer } from './oracle-server.ts';

/** Firefox's name for the first fault, or null where there is none. */
type FirstError = string | null;

/**
 * What Firefox finds first in an answer.
 * @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp
 */
export function firefoxBaseline({ answer, pageOrigin, tainted, included }: BaselineQuestion): FirstError {
  if (leadsToData(answer)) return 'CORSDidNotSucceed2';
  // A preflight back to the page's origin is to Firefox a request that never left it.
  const isChecked = tainted && (answer.preflight === null || answer.origin !== pageOrigin);
  const access = isChecked ? accessError(answer, included) : null;
  if (access !== null) return access;
  if (answer.preflight !== null) return preflightError(answer, answer.preflight, included);
  return leadsNowhere(answer, pageOrigin, tainted) ? 'CORSDidNotSucceed2' : null;
}

/** `CheckRequestApproved` */
function accessError(answer: ServedAnswer, included: boolean): FirstError {
  const lines = answer.headers.filter(([name]) => name === 'Access-Control-Allow-Origin');
  if (lines.length > 1) return 'CORSMultipleAllowOriginNotAllowed';
  const allowed = value(answer, 'access-control-allow-origin');
  if (allowed === null) return 'CORSMissingAllowOrigin2';
  if (allowed === '*') return included ? 'CORSNotSupportingCredentials' : null;
  if (allowed !== answer.requestOrigin) return 'CORSAllowOriginNotMatchingOrigin';
  const mayIncludeCredentials = value(answer, 'access-control-allow-credentials') === 'true';
  return included && !mayIncludeCredentials ? 'CORSMissingAllowCredentials' : null;
}

/** `AsyncOnChannelRedirect` and `CheckPreflightRequestApproved` of `nsCORSPreflightListener` */
function preflightError(
  answer: ServedAnswer,
  asked: NonNullable<ServedAnswer['preflight']>,
  included: boolean,
): FirstError {
  if (locationOf(answer) !== null) return 'CORSExternalRedirectNotAllowed';
  if (Math.floor(answer.status / 100) !== 2) return 'CORSPreflightDidNotSucceed3';
  const methods = elementsOf(answer, 'access-control-allow-methods');
  if (!methods.every(isTokenOfHttp)) return 'CORSInvalidAllowMethod';
  const isFound = ['GET', 'HEAD', 'POST', ...methods].includes(asked.method);
  if (!isFound && (included || !methods.includes('*'))) return 'CORSMethodNotFound';
  const names = elementsOf(answer, 'access-control-allow-headers');
  if (!names.every(isTokenOfHttp)) return 'CORSInvalidAllowHeader';
  // `Authorization` as well, with a warning.
  if (!included && names.includes('*')) return null;
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  return asked.headerNames.every((name) => allowed.has(name)) ? null : 'CORSMissingAllowHeaderFromPreflight2';
}

/** Firefox refuses such a redirect before `nsCORSListenerProxy` hears of it. */
function leadsToData(answer: ServedAnswer): boolean {
  return answer.preflight === null && (locationOf(answer)?.startsWith('data:') ?? false);
}

/** `UpdateChannel`: Firefox follows no redirect to another scheme, nor with a login to another origin. */
function leadsNowhere(answer: ServedAnswer, pageOrigin: string, tainted: boolean): boolean {
  const location = locationOf(answer);
  if (location === null) return false;
  const { protocol, username, password, origin } = new URL(location, answer.origin);
  if (!/^https?:$/.test(protocol)) return true;
  return (username !== '' || password !== '') && (tainted || origin !== pageOrigin);
}

/** `nsHttpHeaderArray::MergeHeader`: what is empty is left out. */
function value(answer: ServedAnswer, lowerCasedName: string): string | null {
  const values = valuesOf(answer, lowerCasedName);
  return values.length === 0 ? null : values.filter((one) => one !== '').join(', ');
}
