import type { BrowserProfile } from './browser-profile.ts';
import { type CredentialsMode, corsCheck } from './cors-check.ts';
import type { Preflight, Response } from './exchange.ts';
import type { CorsCheckError, Finding, PreflightError, When } from './failure.ts';
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

type PreflightFinding = Finding<PreflightError>;

/**
 * Judges a preflight's answer: everything that is wrong, in Chrome's order of checks.
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 (steps 6 and 7)
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/cors/preflight_controller.cc
 */
export function preflightCheck(
  response: Response,
  question: PreflightQuestion,
  profile: BrowserProfile,
): readonly PreflightFinding[] {
  const corsFindings = corsCheck(response.headerList, question.origin).map(ofPreflight);
  const redirected = isRedirect(response);
  const status = redirected ? [redirectFinding(response)] : isOkStatus(response.status) ? [] : [BAD_STATUS];
  return [
    ...(redirected && profile.redirectedPreflightFirst
      ? [...status, ...corsFindings]
      : [...corsFindings, ...status]),
    ...listFindings(response, question, profile),
  ];
}

const BAD_STATUS: PreflightFinding = { error: 'PreflightInvalidStatus', parameter: null, when: 'always' };

function redirectFinding(response: Response): PreflightFinding {
  const parameter = getHeader(response.headerList, 'Location');
  return { error: 'PreflightDisallowedRedirect', parameter, when: 'always' };
}

function ofPreflight({ error, parameter, when }: Finding<CorsCheckError>): PreflightFinding {
  return { error: `Preflight${error}`, parameter, when };
}

/** @see https://fetch.spec.whatwg.org/#ok-status */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** A redirect status with a Location to go to. */
export function isRedirect({ status, headerList }: Response): boolean {
  return isRedirectStatus(status) && getHeader(headerList, 'Location') !== null;
}

function listFindings(
  response: Response,
  question: PreflightQuestion,
  profile: BrowserProfile,
): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  const methods = extractTokens(response.headerList, 'Access-Control-Allow-Methods');
  const names = extractTokens(response.headerList, 'Access-Control-Allow-Headers');
  if (methods === null) findings.push(unparsable('Methods', response));
  if (names === null) findings.push(unparsable('Headers', response));
  const { method, headerNames } = question;
  if (methods !== null && !isMethodAllowed(method, methods, 'include')) {
    const when = whenUnless(isMethodAllowed(method, methods, 'omit'));
    findings.push({ error: 'MethodDisallowedByPreflightResponse', parameter: method, when });
  }
  if (names === null) return findings;
  const missing = disallowedHeaderNames(headerNames, names, 'include', profile);
  const missingAnyway = names.includes('*')
    ? disallowedHeaderNames(missing, names, 'omit', profile)
    : missing;
  for (const name of missing) {
    const when = whenUnless(!missingAnyway.includes(name));
    findings.push({ error: 'HeaderDisallowedByPreflightResponse', parameter: name, when });
  }
  return findings;
}

function whenUnless(passesWithoutCredentials: boolean): When {
  return passesWithoutCredentials ? 'credentials-included' : 'always';
}

function unparsable(which: 'Methods' | 'Headers', response: Response): PreflightFinding {
  const parameter = getHeader(response.headerList, `Access-Control-Allow-${which}`);
  return { error: `InvalidAllow${which}PreflightResponse`, parameter, when: 'always' };
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
  profile: BrowserProfile,
): readonly string[] {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  const missing = asked.filter((name) => !names.has(name));
  if (credentialsMode === 'include' || !names.has('*')) return missing;
  return profile.wildcardCoversAuthorization ? [] : missing.filter((name) => name === 'authorization');
}
