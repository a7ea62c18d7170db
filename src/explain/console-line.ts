import type { CorsErrorName } from '../causes/index.ts';
import {
  answerAt,
  type BrowserProfile,
  currentHop,
  type Diagnosis,
  type Exchange,
  errorNameOf,
  type Failure,
  getHeader,
  locationUrl,
} from '../cors/index.ts';
import { firefoxConsoleLine } from './firefox-console-line.ts';

/** A line of the browser's console. */
export interface ConsoleLine {
  readonly line: string;
  /** True if the browser writes this line only for calls without credentials, and the credentials mode is unknown. */
  readonly onlyWithoutCredentials: boolean;
}

/**
 * Returns what the browser writes to its console for a blocked exchange, word for word: Chrome as measured in Chromium 156.
 * Null if CORS didn't block it, or if the line was never measured.
 * @see
 * https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/loader/cors/cors_error_string.cc
 */
export function consoleLine(exchange: Exchange, diagnosis: Diagnosis): ConsoleLine | null {
  if (diagnosis.outcome !== 'blocked') return null;
  const [first] = diagnosis.failures;
  const unsure = diagnosis.credentials === 'unknown' && first?.when === 'credentials-included';
  const failure = unsure ? diagnosis.failures.find(({ when }) => when === 'always') : first;
  const line = failure === undefined ? null : lineOf(exchange, failure, diagnosis.profile);
  return line === null ? null : { line, onlyWithoutCredentials: unsure };
}

function lineOf(exchange: Exchange, failure: Failure, profile: BrowserProfile): string | null {
  if (failure.stage === 'network') return null;
  const hop = exchange.hops[failure.hop] ?? exchange.hops[0];
  const told = {
    url: hop.url,
    parameter: failure.parameter ?? '',
    status: answerAt(hop, failure.stage)?.status ?? null,
  };
  return (
    firefoxConsoleLine(errorNameOf(exchange, failure, profile), told) ?? chromeConsoleLine(exchange, failure)
  );
}

function chromeConsoleLine(exchange: Exchange, failure: Failure): string | null {
  const reason = reasonOf(failure);
  if (reason === null) return null;
  const asked = exchange.hops[0].url;
  const url =
    failure.error === 'CorsDisabledScheme'
      ? locationOf(exchange, failure.hop)
      : exchange.hops[failure.hop]?.url;
  const last = url ?? asked;
  const redirected = last === asked ? '' : ` (redirected from '${asked}')`;
  const access = `Access to ${resourceWord(exchange)} at '${last}'${redirected}`;
  return `${access} from origin '${exchange.origin}' has been blocked by CORS policy: ${reason}`;
}

function locationOf(exchange: Exchange, hop: number): string | null {
  const { response, url } = exchange.hops[hop] ?? exchange.hops[0];
  return response === null ? null : (locationUrl(response, url)?.href ?? null);
}

/**
 * Chrome's word for what was fetched, by the names that webRequest and DevTools have for it. To webRequest alone,
 * XMLHttpRequest, EventSource and fetch() look the same. Neither tells audio from video: `Sec-Fetch-Dest` does, which
 * Chrome sends to trustworthy hosts.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/loader/fetch/resource.cc
 */
function resourceWord(exchange: Exchange): string {
  const { requestHeaders } = currentHop(exchange);
  const destination = requestHeaders === null ? null : getHeader(requestHeaders, 'Sec-Fetch-Dest');
  switch (destination) {
    case 'audio':
    case 'manifest':
      return destination;
    case 'track':
      return 'text track';
  }
  const words: Readonly<Record<string, string>> = {
    xhr: 'XMLHttpRequest',
    eventsource: 'resource',
    stylesheet: 'CSS stylesheet',
    script: 'script',
    image: 'image',
    font: 'font',
    media: 'video',
    texttrack: 'text track',
    manifest: 'manifest',
    other: 'resource',
  };
  return words[exchange.resourceType] ?? 'fetch';
}

function reasonOf({ error, parameter }: Failure): string | null {
  const reasons: Readonly<Record<string, Reason | null>> = CHROME_REASONS;
  const reason = reasons[error.replace(/^Preflight/, '')]?.(parameter ?? '');
  if (reason === undefined) return null;
  return error.startsWith('Preflight')
    ? `Response to preflight request doesn't pass access control check: ${reason}`
    : reason;
}

const VALID_VALUE_HINT = 'Have the server send the header with a valid value.';

type Reason = (value: string) => string;

/** Chrome's reason for every error; null for what was never measured. */
const CHROME_REASONS: Readonly<Record<CorsErrorName, Reason | null>> = {
  MissingAllowOriginHeader: () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  MultipleAllowOriginValues: (value) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${value}', but only one is allowed. ${VALID_VALUE_HINT}`,
  InvalidAllowOriginValue: (value) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${value}'. ${VALID_VALUE_HINT}`,
  AllowOriginMismatch: (value) =>
    `The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin. ${VALID_VALUE_HINT}`,
  WildcardOriginNotAllowed: () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  InvalidAllowCredentials: (value) =>
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`,
  InvalidStatus: () => 'It does not have HTTP ok status.',
  DisallowedRedirect: () => 'Redirect is not allowed for a preflight request.',
  InvalidAllowMethodsPreflightResponse: () =>
    'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
  InvalidAllowHeadersPreflightResponse: () =>
    'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
  MethodDisallowedByPreflightResponse: (method) =>
    `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  HeaderDisallowedByPreflightResponse: (name) =>
    `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  RedirectContainsCredentials: null,
  CorsDisabledScheme: () =>
    'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.',
};
