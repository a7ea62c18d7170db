import { type BrowserProfile, CHROME } from './browser-profile.ts';
import { type CorsCheckFault, type CredentialsMode, corsCheck } from './cors-check.ts';
import type { Preflight, Response } from './exchange.ts';
import type { Fault } from './failure.ts';
import { extractTokens, getHeader } from './header-list.ts';
import { isCorsSafelistedMethod } from './method.ts';

/** What a preflight asks leave for. */
export interface PreflightQuestion {
  /** The origin that the preflight carries, serialized. */
  readonly origin: string;
  readonly method: string;
  /** CORS-unsafe request-header names, lower-cased. */
  readonly headerNames: readonly string[];
}

/**
 * What `preflight` asks for: its own words where they are, else `fallback`'s.
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 (steps 3 to 5)
 */
export function preflightQuestion(
  preflight: Preflight,
  fallback: { origin: string; method: string },
): PreflightQuestion {
  const headers = preflight.requestHeaders;
  return {
    origin: getHeader(headers, 'Origin') ?? fallback.origin,
    method: getHeader(headers, 'Access-Control-Request-Method') ?? fallback.method,
    headerNames: (extractTokens(headers, 'Access-Control-Request-Headers') ?? []).map((name) =>
      name.toLowerCase(),
    ),
  };
}

/**
 * Judges a preflight's answer: every fault, in Chrome's order of checks, for one credentials mode.
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 (steps 6 and 7)
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/cors/preflight_controller.cc
 */
export function preflightFaults(
  response: Response,
  question: PreflightQuestion,
  credentialsMode: CredentialsMode,
  profile: BrowserProfile = CHROME,
): readonly Fault[] {
  const check = corsCheck(response.headerList, question.origin, credentialsMode).map(asPreflightFault);
  const status = isRedirect(response)
    ? [redirectFault(response)]
    : isOkStatus(response.status)
      ? []
      : [statusFault];
  const redirectedFirst = profile.redirectedPreflightFirst && isRedirect(response);
  return [
    ...(redirectedFirst ? [...status, ...check] : [...check, ...status]),
    ...listFaults(response, question, credentialsMode, profile),
  ];
}

const statusFault: Fault = { stage: 'preflight', error: 'PreflightInvalidStatus', parameter: null };

function redirectFault(response: Response): Fault {
  const location = getHeader(response.headerList, 'Location');
  return { stage: 'preflight', error: 'PreflightDisallowedRedirect', parameter: location };
}

function asPreflightFault({ error, parameter }: CorsCheckFault): Fault {
  return { stage: 'preflight', error: `Preflight${error}`, parameter };
}

/** @see https://fetch.spec.whatwg.org/#ok-status */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** A redirect status with a Location to go to. @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirect(response: Response): boolean {
  return (
    [301, 302, 303, 307, 308].includes(response.status) && getHeader(response.headerList, 'Location') !== null
  );
}

function listFaults(
  response: Response,
  question: PreflightQuestion,
  credentialsMode: CredentialsMode,
  profile: BrowserProfile,
): Fault[] {
  const faults: Fault[] = [];
  const methods = extractTokens(response.headerList, 'Access-Control-Allow-Methods');
  const headerNames = extractTokens(response.headerList, 'Access-Control-Allow-Headers');
  if (methods === null) faults.push(unparsable('Methods', response));
  if (headerNames === null) faults.push(unparsable('Headers', response));
  if (methods !== null && !isMethodAllowed(question.method, methods, credentialsMode)) {
    faults.push({
      stage: 'preflight',
      error: 'MethodDisallowedByPreflightResponse',
      parameter: question.method,
    });
  }
  if (headerNames !== null) {
    for (const name of disallowedHeaderNames(question.headerNames, headerNames, credentialsMode, profile)) {
      faults.push({ stage: 'preflight', error: 'HeaderDisallowedByPreflightResponse', parameter: name });
    }
  }
  return faults;
}

function unparsable(which: 'Methods' | 'Headers', response: Response): Fault {
  return {
    stage: 'preflight',
    error: `InvalidAllow${which}PreflightResponse`,
    parameter: getHeader(response.headerList, `Access-Control-Allow-${which}`),
  };
}

/** Methods compare byte for byte: `patch` is not `PATCH`. `*` is a wildcard only without credentials. */
export function isMethodAllowed(
  method: string,
  methods: readonly string[],
  credentialsMode: CredentialsMode,
): boolean {
  return (
    isCorsSafelistedMethod(method) ||
    methods.includes(method) ||
    (credentialsMode === 'omit' && methods.includes('*'))
  );
}

/**
 * Those of `asked` that `allowed` does not cover. Names compare in any case. `*` is a wildcard only without
 * credentials.
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function disallowedHeaderNames(
  asked: readonly string[],
  allowed: readonly string[],
  credentialsMode: CredentialsMode,
  profile: BrowserProfile = CHROME,
): readonly string[] {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  const missing = asked.filter((name) => !names.has(name));
  if (credentialsMode === 'include' || !names.has('*')) return missing;
  return profile.wildcardCoversAuthorization ? [] : missing.filter((name) => name === 'authorization');
}
