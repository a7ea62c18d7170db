import type { Exchange, Failure } from '../cors/index.ts';
import type { CauseId } from './cause.ts';

/** The errors, without their `Preflight`, of which each cause is the reading; what a headline quotes comes from these. */
const ERRORS: Readonly<Record<CauseId, readonly string[]>> = {
  'header-not-allowed': ['HeaderDisallowedByPreflightResponse'],
  'method-not-allowed': ['MethodDisallowedByPreflightResponse'],
  'origin-not-allowed': ['AllowOriginMismatch', 'MissingAllowOriginHeader'],
  'not-configured': ['MissingAllowOriginHeader'],
  'malformed-origin': ['InvalidAllowOriginValue', 'AllowOriginMismatch'],
  'multiple-origins': ['MultipleAllowOriginValues'],
  'wildcard-with-credentials': ['WildcardOriginNotAllowed'],
  'credentials-not-allowed': ['InvalidAllowCredentials'],
  'malformed-list': ['InvalidAllowMethodsPreflightResponse', 'InvalidAllowHeadersPreflightResponse'],
  'preflight-status': ['InvalidStatus'],
  'preflight-redirect': ['DisallowedRedirect'],
  'response-without-cors': ['MissingAllowOriginHeader'],
  'redirect-not-allowed': [],
  'network-error': [],
};

/** The failure that `cause` is about, or null. */
export function firstOf(failures: readonly Failure[], cause: CauseId): Failure | null {
  if (cause === 'redirect-not-allowed') return failures.find(({ stage }) => stage === 'redirect') ?? null;
  const candidates = cause === 'response-without-cors' ? failures.filter(atResponse) : failures;
  for (const error of ERRORS[cause]) {
    const found = candidates.find((failure) => failure.error.replace(/^Preflight/, '') === error);
    if (found !== undefined) return found;
  }
  return candidates[0] ?? null;
}

function atResponse({ stage }: Failure): boolean {
  return stage === 'response';
}

/** All request headers that are not allowed, once each. */
export function headerNames(failures: readonly Failure[]): readonly string[] {
  const disallowed = failures.filter(({ error }) => error === 'HeaderDisallowedByPreflightResponse');
  return [...new Set(disallowed.flatMap(({ parameter }) => parameter ?? []))];
}

/** The list header that a failure found unreadable. */
export function listHeaderOf(failure: Failure | null): string {
  const methods = failure?.error === 'InvalidAllowMethodsPreflightResponse';
  return methods ? 'Access-Control-Allow-Methods' : 'Access-Control-Allow-Headers';
}

/** The status of the hop's answer as text; `–` where none came. */
export function statusOf(exchange: Exchange, hop: number, stage: 'preflight' | 'response'): string {
  const { preflight, response } = exchange.hops[hop] ?? exchange.hops[0];
  return String((stage === 'preflight' ? preflight?.response : response)?.status ?? '–');
}
