import type { FirefoxError } from '../cors/index.ts';

/**
 * Firefox's line of its console for each of its errors.
 * @see https://searchfox.org/mozilla-central/source/dom/locales/en-US/chrome/security/security.properties
 */
const LINES: Readonly<Record<FirefoxError, Line>> = {
  CORSDidNotSucceed2: withStatus('CORS request did not succeed'),
  CORSMultipleAllowOriginNotAllowed: plain('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed'),
  CORSMissingAllowOrigin2: withStatus('CORS header ‘Access-Control-Allow-Origin’ missing'),
  CORSNotSupportingCredentials: ({ url }) =>
    blocked(
      `‘${url}’`,
      'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’',
    ),
  CORSAllowOriginNotMatchingOrigin: ({ url, parameter }) =>
    blocked(url, `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${parameter}’`),
  CORSMissingAllowCredentials: plain('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'),
  CORSExternalRedirectNotAllowed: plain('CORS request external redirect not allowed'),
  CORSPreflightDidNotSucceed3: withStatus('CORS preflight response did not succeed'),
  CORSInvalidAllowMethod: ({ url, parameter }) =>
    blocked(url, `invalid token ‘${parameter}’ in CORS header ‘Access-Control-Allow-Methods’`),
  CORSMethodNotFound: plain('Did not find method in CORS header ‘Access-Control-Allow-Methods’'),
  CORSInvalidAllowHeader: ({ url, parameter }) =>
    blocked(url, `invalid token ‘${parameter}’ in CORS header ‘Access-Control-Allow-Headers’`),
  CORSMissingAllowHeaderFromPreflight2: ({ url, parameter }) =>
    blocked(
      url,
      `header ‘${parameter}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`,
    ),
};

interface Told {
  readonly url: string;
  readonly parameter: string;
  /** Null where no answer came. */
  readonly status: number | null;
}

type Line = (told: Told) => string;

/** The line that Firefox writes for one of its errors; null for any other error. */
export function firefoxConsoleLine(error: string, told: Told): string | null {
  const lines: Readonly<Record<string, Line>> = LINES;
  return Object.hasOwn(lines, error) ? (lines[error]?.(told) ?? null) : null;
}

function plain(reason: string): Line {
  return ({ url }) => blocked(url, reason);
}

function withStatus(reason: string): Line {
  return ({ url, status }) => `${blocked(url, reason)} Status code: ${status ?? '(null)'}.`;
}

function blocked(url: string, reason: string): string {
  return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}).`;
}
