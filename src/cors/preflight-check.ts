import type { BrowserProfile, PreflightStep } from './browser-profile.ts';
import { corsCheck } from './cors-check.ts';
import type { CredentialsMode } from './credentials-mode.ts';
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
 * Judges a preflight's answer: everything that is wrong, in the browser's order of checks.
 * @param cors whether the CORS check applies
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 (steps 6 and 7)
 */
export function preflightCheck(
  response: Response,
  question: PreflightQuestion,
  profile: BrowserProfile,
  cors = true,
): readonly PreflightFinding[] {
  const { headerList, status } = response;
  const methods = extractTokens(headerList, 'Access-Control-Allow-Methods');
  const names = extractTokens(headerList, 'Access-Control-Allow-Headers');
  const isRedirected = isRedirect(response);
  const found: Readonly<Record<PreflightStep, readonly PreflightFinding[]>> = {
    'cors-check': cors ? corsCheck(headerList, question.origin, profile).map(ofPreflight) : [],
    redirect: isRedirected ? [redirectFinding(response)] : [],
    status: isRedirected || isOkStatus(status) ? [] : [BAD_STATUS],
    'methods-syntax': methods === null ? [unparsable('Methods', response)] : [],
    'headers-syntax': names === null ? [unparsable('Headers', response)] : [],
    method: methods === null ? [] : methodFindings(question.method, methods),
    headers: names === null ? [] : headerFindings(question.headerNames, names, profile),
  };
  return profile.preflightSteps.flatMap((step) => found[step]);
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

function methodFindings(method: string, methods: readonly string[]): readonly PreflightFinding[] {
  if (isMethodAllowed(method, methods, 'include')) return [];
  const when = whenUnless(isMethodAllowed(method, methods, 'omit'));
  return [{ error: 'MethodDisallowedByPreflightResponse', parameter: method, when }];
}

function headerFindings(
  asked: readonly string[],
  names: readonly string[],
  profile: BrowserProfile,
): readonly PreflightFinding[] {
  const missing = disallowedHeaderNames(asked, names, 'include', profile);
  const missingAnyway = names.includes('*')
    ? disallowedHeaderNames(missing, names, 'omit', profile)
    : missing;
  return missing.map((name) => {
    const when = whenUnless(!missingAnyway.includes(name));
    return { error: 'HeaderDisallowedByPreflightResponse', parameter: name, when };
  });
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
