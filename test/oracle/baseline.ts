import type { ServedAnswer } from './oracle-server.ts';

/**
 * What the Fetch standard and Chrome's order of checks allow to conclude from what reached the server, written anew:
 * nothing here comes from `src/`, so that one mistake cannot hide in both.
 */
export interface WhatHappened {
  readonly pageOrigin: string;
  /** The case's preflights and requests as they reached the server, in their order. */
  readonly served: readonly ServedAnswer[];
  /** Whether the page got its answer. */
  readonly passed: boolean;
}

/** Chrome's name for the first fault, or null where there is none. */
type FirstError = string | null;

/**
 * The first errors that agree with what happened. The credentials mode cannot be seen: each is tried, and dropped when
 * the browser went on where it would have stopped, or stopped where nothing would have stopped it.
 */
export function possibleFirstErrors(happened: WhatHappened): ReadonlySet<string> {
  const firsts = [true, false].map((included) => firstError(happened, included));
  return new Set(firsts.filter((first) => first !== CONTRADICTED).filter((first) => first !== null));
}

const CONTRADICTED = Symbol('contradicted');

function firstError(
  { pageOrigin, served, passed }: WhatHappened,
  included: boolean,
): FirstError | typeof CONTRADICTED {
  let tainted = false;
  let error: FirstError = null;
  for (const answer of served) {
    if (error !== null) return CONTRADICTED;
    tainted ||= answer.origin !== pageOrigin;
    error = errorOf(answer, pageOrigin, tainted, included);
  }
  return (error === null) === passed ? error : CONTRADICTED;
}

function errorOf(answer: ServedAnswer, pageOrigin: string, tainted: boolean, included: boolean): FirstError {
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

/** Where a redirect leads to; null for what is none. */
function locationOf(answer: ServedAnswer): string | null {
  return [301, 302, 303, 307, 308].includes(answer.status) ? value(answer, 'location') : null;
}

/** @see https://fetch.spec.whatwg.org/#concept-header-list-get */
function value({ headers }: ServedAnswer, lowerCasedName: string): string | null {
  const values = headers.filter(([name]) => name.toLowerCase() === lowerCasedName);
  return values.length === 0 ? null : values.map(([, one]) => stripped(one)).join(', ');
}

/** @see https://fetch.spec.whatwg.org/#extract-header-list-values */
function list(answer: ServedAnswer, name: string): readonly string[] | null {
  const elements = (value(answer, name) ?? '').split(',').map(stripped);
  const tokens = elements.filter((element) => element !== '');
  return tokens.every((token) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(token)) ? tokens : null;
}

function stripped(text: string): string {
  return text.replace(/^[\t ]+/, '').replace(/[\t ]+$/, '');
}

/** As Chrome reads it: no byte of a host is beyond ASCII. */
function isUrl(text: string): boolean {
  return URL.canParse(text) && [...text].every((character) => character <= '~');
}
