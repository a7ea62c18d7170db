import { type Cause, clientCredentials, rootCause, type SeenAnswers, seenAnswers } from '../causes/index.ts';
import {
  type BrowserProfile,
  currentHop,
  type Diagnosis,
  diagnose,
  type Exchange,
  errorNameOf,
  type Failure,
  type HeaderList,
  type Preflight,
  type Response,
  type When,
} from '../cors/index.ts';
import { type RequiredHeader, requiredHeaders } from '../explain/index.ts';
import { redactText, redactUrl, redactValues } from '../privacy/index.ts';

/** What was seen, concluded and needed, as data: version 1 of the format, which the Export button saves. */
export interface Report {
  readonly format: 'preflight-inspector/report';
  readonly version: 1;
  /** `navigator.userAgent`. */
  readonly browser: string;
  /** Oldest first. */
  readonly exchanges: readonly ReportedExchange[];
}

export interface ReportedExchange {
  readonly url: string;
  readonly method: string;
  readonly origin: string;
  readonly tabId: number;
  readonly startedAt: number;
  readonly outcome: 'allowed' | 'blocked' | 'failed' | 'pending';
  readonly preflight: ReportedPreflight | null;
  readonly response: ReportedResponse | null;
  readonly failures: readonly ReportedFailure[];
  readonly credentials: 'included' | 'omitted' | 'unknown';
  readonly cause: string | null;
  readonly requiredHeaders: readonly RequiredHeader[];
  readonly overridden: boolean;
}

export interface ReportedPreflight {
  readonly status: number | null;
  readonly requestHeaders: HeaderList;
  readonly responseHeaders: HeaderList;
}

export interface ReportedResponse {
  readonly status: number;
  readonly responseHeaders: HeaderList;
}

export interface ReportedFailure {
  readonly stage: Failure['stage'];
  /** The name that the browser itself has for it. */
  readonly error: string;
  readonly parameter: string | null;
  /** The format also has `credentials-omitted`. No check of the standard can find that. */
  readonly when: When;
}

/**
 * Writes the report. Secrets are cut from URLs and headers.
 * @param browser its name and version
 * @param profile its deviations
 */
export function toReport(browser: string, exchanges: readonly Exchange[], profile: BrowserProfile): Report {
  const oldestFirst = exchanges.filter(isOfVersion1).sort((one, other) => one.startedAt - other.startedAt);
  const seen = seenAnswers(exchanges);
  return {
    format: 'preflight-inspector/report',
    version: 1,
    browser,
    exchanges: oldestFirst.map((exchange) => toReportedExchange(exchange, profile, seen)),
  };
}

/** Version 1 has no place for what CORS decides nothing about, but for requests that the browser stopped by another rule. */
function isOfVersion1({ outside, outcome }: Exchange): boolean {
  return outside === undefined || (outside.type === 'no-cors' && outcome.type === 'error');
}

function toReportedExchange(
  exchange: Exchange,
  profile: BrowserProfile,
  seen: SeenAnswers,
): ReportedExchange {
  const diagnosis = diagnose(exchange, profile, clientCredentials(exchange)?.mode);
  return reportedVerdict(exchange, diagnosis, rootCause(exchange, diagnosis, seen.beside(exchange)));
}

/** What version 1 says of an exchange; version 2 says the same, and more. */
export function reportedVerdict(
  exchange: Exchange,
  diagnosis: Diagnosis,
  cause: Cause | null,
): ReportedExchange {
  const { url, method, preflight, response } = currentHop(exchange);
  return {
    url: redactUrl(url),
    method,
    origin: exchange.origin,
    tabId: exchange.owner.type === 'tab' ? exchange.owner.tabId : -1,
    startedAt: exchange.startedAt,
    outcome: diagnosis.outcome,
    preflight: preflight === null ? null : toReportedPreflight(preflight),
    response: response === null ? null : toReportedResponse(response),
    failures: diagnosis.failures.map((failure) =>
      toReportedFailure(failure, errorNameOf(exchange, failure, diagnosis.profile)),
    ),
    credentials: diagnosis.credentials,
    cause: cause?.id ?? null,
    requiredHeaders: requiredHeaders(exchange, diagnosis),
    overridden: exchange.overridden,
  };
}

export function toReportedPreflight({ requestHeaders, response }: Preflight): ReportedPreflight {
  return {
    status: response?.status ?? null,
    requestHeaders: redactValues(requestHeaders),
    responseHeaders: redactValues(response?.headerList ?? []),
  };
}

export function toReportedResponse({ status, headerList }: Response): ReportedResponse {
  return { status, responseHeaders: redactValues(headerList) };
}

function toReportedFailure({ stage, error, parameter, when }: Failure, name: string): ReportedFailure {
  const told = parameter === null ? null : withoutSecrets(error, parameter);
  return { stage, error: name, parameter: told, when };
}

function withoutSecrets(error: Failure['error'], parameter: string): string {
  return error === 'PreflightDisallowedRedirect' ? redactUrl(parameter) : redactText(parameter);
}
