import { type BaselineQuestion, elementsOf, isTokenOfHttp, locationOf, valuesOf } from './baseline.ts';
import type { ServedAnswer } from './oracle-server.ts';

/** Chrome's name for the first fault, or null where there is none. */
type FirstError = string | null;

/** What Chrome finds first in an answer. */
export function chromeBaseline({ answer, pageOrigin, tainted, included }: BaselineQuestion): FirstError {
  if (answer.preflight !== null) return preflightError(answer, answer.preflight, included);
  const access = tainted ? accessError(answer, included) : null;
  return access ?? locationError(answer, pageOrigin, tainted);
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch (steps 7 to 7.7); Chrome refuses redirects first. */
function preflightError(
  answer: ServedAnswer,
  asked: NonNullable<ServedAnswer['preflight']>,
  included: boolean,
): FirstError {
  if (locationOf(answer) !== null) return 'PreflightDisallowedRedirect';
  const access = accessError(answer, included);
  if (access !== null) return `Preflight${access}`;
  if (answer.status < 200 || answer.status > 299) return 'PreflightInvalidStatus';
  const methods = list(answer, 'access-control-allow-methods');
  if (methods === null) return 'InvalidAllowMethodsPreflightResponse';
  const names = list(answer, 'access-control-allow-headers')?.map((name) => name.toLowerCase());
  if (names === undefined) return 'InvalidAllowHeadersPreflightResponse';
  const wildcard = (values: readonly string[]) => !included && values.includes('*');
  const simple = ['GET', 'HEAD', 'POST'].includes(asked.method);
  if (!simple && !methods.includes(asked.method) && !wildcard(methods))
    return 'MethodDisallowedByPreflightResponse';
  const missing = asked.headerNames.filter((name) => !names.includes(name));
  // To Chrome the wildcard stands for `Authorization`, too.
  return missing.length > 0 && !wildcard(names) ? 'HeaderDisallowedByPreflightResponse' : null;
}

/** @see https://fetch.spec.whatwg.org/#concept-cors-check; the names for why are Chrome's. */
function accessError(answer: ServedAnswer, included: boolean): FirstError {
  const allowed = value(answer, 'access-control-allow-origin');
  if (allowed === null) return 'MissingAllowOriginHeader';
  if (allowed === '*') return included ? 'WildcardOriginNotAllowed' : null;
  if (allowed !== answer.requestOrigin) {
    if (allowed.includes(',') || allowed.includes(' ')) return 'MultipleAllowOriginValues';
    return allowed === 'null' || isUrl(allowed) ? 'AllowOriginMismatch' : 'InvalidAllowOriginValue';
  }
  const mayIncludeCredentials = value(answer, 'access-control-allow-credentials') === 'true';
  return included && !mayIncludeCredentials ? 'InvalidAllowCredentials' : null;
}

/** @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch (steps 6 to 10) */
function locationError(answer: ServedAnswer, pageOrigin: string, tainted: boolean): FirstError {
  const location = locationOf(answer);
  if (location === null) return null;
  const { protocol, username, password, origin } = new URL(location, answer.origin);
  if (!/^https?:$/.test(protocol)) return 'CorsDisabledScheme';
  const named = username !== '' || password !== '';
  return named && (tainted || origin !== pageOrigin) ? 'RedirectContainsCredentials' : null;
}

/** @see https://fetch.spec.whatwg.org/#concept-header-list-get */
function value(answer: ServedAnswer, lowerCasedName: string): string | null {
  const values = valuesOf(answer, lowerCasedName);
  return values.length === 0 ? null : values.join(', ');
}

/** @see https://fetch.spec.whatwg.org/#extract-header-list-values */
function list(answer: ServedAnswer, name: string): readonly string[] | null {
  const tokens = elementsOf(answer, name);
  return tokens.every(isTokenOfHttp) ? tokens : null;
}

/** As Chrome reads it: no byte of a host is beyond ASCII. */
function isUrl(text: string): boolean {
  return URL.canParse(text) && [...text].every((character) => character <= '~');
}
