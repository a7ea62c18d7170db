import type { ClientId } from '../clients/index.ts';
import type { Failure } from '../cors/index.ts';
import type { Recognition } from '../stacks/index.ts';
import type { OriginMistake } from './malformed-origin.ts';
import type { CanonicalForm } from './redirect-target.ts';

/** The root causes that the panel and the report name. A closed list; the ids are stable. */
export const CAUSES = [
  // What answers for CORS answered, and doesn't allow the call.
  'header-not-allowed',
  'sdk-header',
  'response-header-on-request',
  'method-not-allowed',
  'origin-not-allowed',
  'not-allowed-silently',
  'not-allowed-by-status',
  'malformed-origin',
  'two-cors-layers',
  'wildcard-with-credentials',
  'credentials-not-allowed',
  'malformed-list',
  // Nothing answers for CORS.
  'not-configured',
  // Something else answered the preflight.
  'preflight-login',
  'preflight-login-redirect',
  'preflight-router',
  'preflight-canonical-redirect',
  'preflight-redirect',
  'preflight-crash',
  'preflight-gateway',
  'preflight-status',
  // The preflight passed, or there was none, and the answer to the call itself doesn't.
  'response-without-cors',
  'error-without-cors',
  'cached-answer',
  'stale-preflight',
  'login-redirect',
  'canonical-redirect',
  'redirect-not-allowed',
  // The call carries an origin that no server should allow.
  'opaque-origin',
  'origin-lost-in-redirect',
  // Not CORS.
  'local-network-access',
  'server-not-running',
  'name-not-found',
  'certificate-not-trusted',
  'hung-up',
  'timeout',
  'offline',
  'aborted',
  'response-policy',
  'blocked-by-extension',
  'unsafe-port',
  'mixed-content',
  'blocked-by-browser',
  'reason-untold',
  'network-error',
] as const;

export type CauseId = (typeof CAUSES)[number];

/** What was asked for, where the answer doesn't say which of it isn't allowed. */
export interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly headerNames: readonly string[];
}

/** What is known of a cause beside what all have; causes that aren't here have no more. */
export interface CauseDetails {
  /** `names` are request headers, lower-cased. */
  'header-not-allowed': { readonly names: readonly string[] };
  'sdk-header': { readonly names: readonly string[]; readonly sdks: readonly ClientId[] };
  'response-header-on-request': { readonly names: readonly string[] };
  'method-not-allowed': { readonly method: string };
  /** `allowed` is the origin that the answer names, null where it names none. */
  'origin-not-allowed': { readonly origin: string; readonly allowed: string | null };
  'not-allowed-silently': { readonly asked: Asked };
  'not-allowed-by-status': { readonly asked: Asked; readonly status: number };
  'malformed-origin': { readonly value: string; readonly mistake: OriginMistake };
  /** `preflight` is what the preflight's answer said, where it is the two answers that don't agree. */
  'two-cors-layers': {
    readonly header: string;
    readonly value: string;
    readonly preflight: string | null;
  };
  'malformed-list': { readonly header: string; readonly value: string };
  /** `status` is null where the answer's status was as it should be. */
  'not-configured': { readonly origin: string; readonly status: number | null };
  'preflight-login': { readonly status: number };
  'preflight-login-redirect': { readonly location: string };
  'preflight-router': { readonly status: number };
  'preflight-canonical-redirect': { readonly location: string; readonly forms: readonly CanonicalForm[] };
  'preflight-redirect': { readonly location: string };
  'preflight-crash': { readonly status: number };
  'preflight-gateway': { readonly status: number };
  'preflight-status': { readonly status: number };
  'response-without-cors': { readonly status: number };
  /** `preflighted`: a preflight passed, so CORS is set up. */
  'error-without-cors': { readonly status: number; readonly preflighted: boolean };
  'cached-answer': { readonly allowed: string | null };
  'stale-preflight': { readonly origin: string };
  'login-redirect': { readonly location: string };
  'canonical-redirect': { readonly location: string; readonly forms: readonly CanonicalForm[] };
  'redirect-not-allowed': { readonly location: string; readonly origin: string };
  'origin-lost-in-redirect': { readonly origin: string; readonly from: string };
}

type DetailsOf<Id extends CauseId> = Id extends keyof CauseDetails ? CauseDetails[Id] : unknown;

interface CommonCause<Id extends CauseId> {
  readonly id: Id;
  /** The fault that it is the reading of. */
  readonly failure: Failure;
  /** Who gave the answer, if that is known. */
  readonly who: Recognition | null;
  /** What tells, as it was sent: `405`, `allow: GET`. */
  readonly evidence: readonly string[];
  /** The second step in a row: what this cause hides, where that is known, and what will stop the call after it. */
  readonly next: Cause | null;
}

export type CauseOf<Id extends CauseId> = CommonCause<Id> & DetailsOf<Id>;

/** What really went wrong. */
export type Cause = { [Id in CauseId]: CauseOf<Id> }[CauseId];
