import { getHeader, type HeaderList } from '../cors/index.ts';

export const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
export const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';
export const ALLOW_METHODS = 'Access-Control-Allow-Methods';
export const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
export const MAX_AGE = 'Access-Control-Max-Age';
export const CACHE_CONTROL = 'Cache-Control';

const SETTABLE = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE, CACHE_CONTROL].map(
  (name) => name.toLowerCase(),
);

/** True if rules may set this header of an answer. */
export function isSettable(name: string): boolean {
  return SETTABLE.includes(name.toLowerCase());
}

/**
 * A header of our own on answers that rules have changed, with the names of what they set. Nothing else tells that where
 * the browser shows extensions the changed answer.
 */
export const OVERRIDDEN = 'Preflight-Inspector-Overridden';

/** The names of what rules have set on an answer, in lower case; null if they have set nothing. */
export function overriddenNames(headerList: HeaderList): readonly string[] | null {
  const value = getHeader(headerList, OVERRIDDEN);
  return value === null ? null : value.split(',').map((name) => name.trim().toLowerCase());
}
