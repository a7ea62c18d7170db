import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange, Hop, Preflight, Response } from '../../src/cors/exchange.ts';
import { extractTokens, getHeader, type HeaderList } from '../../src/cors/header-list.ts';
import { unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import { COMPLETED, FAILED, sampleExchange } from '../cors/sample-exchange.ts';

/** A failure that someone reported in public, as far as the thread tells. Parts that it leaves out are `…`. */
export interface ReportedCase {
  readonly id: string;
  readonly expected_chrome_cors_error: string;
  readonly page_origin: string;
  readonly url: string;
  readonly method: string;
  readonly credentials: string;
  readonly request_headers: ReportedHeaders;
  readonly preflight: ReportedAnswer | null;
  readonly actual: ReportedAnswer | null;
  readonly console_message: string | null;
}

type ReportedHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

interface ReportedAnswer {
  readonly status: number | null;
  readonly response_headers: ReportedHeaders | null;
  readonly request_headers?: ReportedHeaders | null;
}

const PAGE = 'http://localhost:3000';
const API = 'http://api.example/';

/**
 * The exchange that a browser would have shown. Where the thread doesn't quote an answer's headers, what Chrome's own
 * error implies is filled in: everything that it checks before is right; and an answer that allows the origin is taken
 * to allow the rest that the thread says nothing of.
 */
export function caseExchange(reported: ReportedCase): Exchange {
  const [error = ''] = reported.expected_chrome_cors_error.split(' | ');
  const origin = pageOrigin(reported.page_origin);
  const url = (URL.parse(reported.url.replace(':…', '').replaceAll('…', 'x'), API) ?? new URL(API)).href;
  const inPreflight = error.startsWith('Preflight') || error.includes('DisallowedByPreflight');
  const asPage: HeaderList = headerLines(reported.request_headers, url);
  const preflight =
    reported.preflight !== null || inPreflight ? preflightOf(reported, origin, url, error, asPage) : null;
  const sent: HeaderList = [
    ['Origin', origin],
    ['Sec-Fetch-Site', 'cross-site'],
    ...(reported.credentials === 'include' ? [['Sec-Fetch-Storage-Access', 'active'] as const] : []),
    ...asPage,
  ];
  const hop: Partial<Hop> = {
    url,
    method: reported.method,
    preflight,
    requestHeaders: inPreflight ? null : sent,
    response: inPreflight ? null : responseOf(reported, origin, url, error),
  };
  return sampleExchange(hop, { origin, outcome: outcomeOf(reported, error) });
}

function pageOrigin(text: string): string {
  const [first = ''] = text.split(' ');
  if (first === 'null' || first.startsWith('chrome-extension:')) return first;
  return /[…*]/.test(first) ? PAGE : (URL.parse(first)?.origin ?? PAGE);
}

function outcomeOf({ console_message }: ReportedCase, error: string): Exchange['outcome'] {
  if (error.includes('LocalNetworkAccess')) {
    return { type: 'error', error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' };
  }
  if (!error.startsWith('(none)')) return FAILED;
  const netError = /net::[\w.]+/.exec(console_message ?? '');
  return netError === null ? COMPLETED : { type: 'error', error: netError[0] };
}

function responseOf({ actual }: ReportedCase, origin: string, url: string, error: string): Response | null {
  if (actual === null || actual.status === null) return null;
  const headerList = headerLines(actual.response_headers ?? {}, url);
  const passes = error.startsWith('(none)') && getHeader(headerList, 'Access-Control-Allow-Origin') === null;
  const filled: HeaderList = passes ? [...headerList, ['Access-Control-Allow-Origin', origin]] : headerList;
  return { status: actual.status, headerList: filled };
}

function preflightOf(
  reported: ReportedCase,
  origin: string,
  url: string,
  error: string,
  asPage: HeaderList,
): Preflight {
  const { preflight, method } = reported;
  const quoted = extractTokens(
    headerLines(preflight?.request_headers ?? {}, url),
    'Access-Control-Request-Headers',
  );
  const asked = [...new Set([...(quoted ?? []), ...unsafeRequestHeaderNames(asPage, CHROME)])];
  const names = asked.map((name) => name.toLowerCase()).filter((name) => !name.includes('*'));
  const given = headerLines(preflight?.response_headers ?? {}, url);
  return {
    requestHeaders: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] as const] : []),
    ],
    response: {
      status: preflight?.status ?? 204,
      headerList: [...given, ...implied(reported, given, origin, error, names)],
    },
    error: null,
  };
}

/** What the error that Chrome named says of headers that the thread doesn't quote. */
function implied(
  { console_message, credentials, method }: ReportedCase,
  given: HeaderList,
  origin: string,
  error: string,
  asked: readonly string[],
): HeaderList {
  const lines: [string, string][] = [];
  const isMissing = (name: string) => getHeader(given, name) === null;
  const isAllowed = !error.startsWith('Preflight') || error === 'PreflightInvalidStatus';
  const speaks = !isMissing('Access-Control-Allow-Origin');
  if (!isAllowed && !speaks) return [];
  if (!speaks) lines.push(['Access-Control-Allow-Origin', origin]);
  // A status says nothing of what would have come after it.
  if (error === 'PreflightInvalidStatus') return lines;
  if (isAllowed && credentials === 'include' && isMissing('Access-Control-Allow-Credentials')) {
    lines.push(['Access-Control-Allow-Credentials', 'true']);
  }
  if (isMissing('Access-Control-Allow-Methods')) lines.push(['Access-Control-Allow-Methods', method]);
  if (isMissing('Access-Control-Allow-Headers')) {
    const named = /header field (\S+) is not allowed/i.exec(console_message ?? '')?.[1]?.toLowerCase();
    const allowed =
      error !== 'HeaderDisallowedByPreflightResponse'
        ? asked
        : asked.filter((name) => named !== undefined && name !== named);
    lines.push(['Access-Control-Allow-Headers', allowed.join(', ')]);
  }
  return lines;
}

/** Header lines as sent; values that the thread only describes are left out. */
function headerLines(headers: ReportedHeaders, url: string): HeaderList {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one): HeaderList => {
      const line = one.replace(/^…\//, `${new URL(url).origin}/`);
      const described = /^access-control-/i.test(name) && (/[…(]/.test(line) || /\w \w/.test(line));
      return described ? [] : [[name, line]];
    }),
  );
}
