import type { MessageKey } from '../texts/index.ts';
import type { CauseId } from './cause.ts';

/** What is said of a net error: what happened, and what to do about it. */
export interface NetworkWords {
  readonly headline: MessageKey;
  readonly hint: MessageKey;
}

export const NETWORK_WORDS = {
  'server-not-running': { headline: 'networkRefused', hint: 'hintRefused' },
  'name-not-found': { headline: 'networkName', hint: 'hintName' },
  'certificate-not-trusted': { headline: 'networkCertificate', hint: 'hintCertificate' },
  'hung-up': { headline: 'networkHungUp', hint: 'hintHungUp' },
  timeout: { headline: 'networkTimeout', hint: 'hintTimeout' },
  offline: { headline: 'networkOffline', hint: 'hintOffline' },
  aborted: { headline: 'networkAborted', hint: 'hintAborted' },
  'response-policy': { headline: 'networkResponsePolicy', hint: 'hintResponsePolicy' },
  'local-network-access': { headline: 'networkLocal', hint: 'hintLocal' },
  'blocked-by-extension': { headline: 'networkExtension', hint: 'hintExtension' },
  'unsafe-port': { headline: 'networkPort', hint: 'hintPort' },
  'reason-untold': { headline: 'networkUnsaid', hint: 'hintUnsaid' },
  'mixed-content': { headline: 'networkMixed', hint: 'hintMixed' },
  'blocked-by-browser': { headline: 'networkBlocked', hint: 'hintBlocked' },
  'network-error': { headline: 'networkOther', hint: 'hintOther' },
} as const satisfies Readonly<Partial<Record<CauseId, NetworkWords>>>;

export type NetworkCauseId = keyof typeof NETWORK_WORDS;

/** By the beginning of the error's name; the first that fits. */
const CAUSES_BY_ERROR: readonly (readonly [prefix: string, cause: NetworkCauseId])[] = [
  ['ERR_CONNECTION_REFUSED', 'server-not-running'],
  ['ERR_ADDRESS_', 'server-not-running'],
  ['ERR_NAME_', 'name-not-found'],
  ['ERR_CERT_', 'certificate-not-trusted'],
  ['ERR_SSL_', 'hung-up'],
  ['ERR_EMPTY_RESPONSE', 'hung-up'],
  ['ERR_CONNECTION_RESET', 'hung-up'],
  ['ERR_CONNECTION_CLOSED', 'hung-up'],
  ['ERR_CONNECTION_ABORTED', 'hung-up'],
  ['ERR_INVALID_HTTP_RESPONSE', 'hung-up'],
  ['ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['ERR_TIMED_OUT', 'timeout'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NETWORK_CHANGED', 'offline'],
  ['ERR_ABORTED', 'aborted'],
  ['ERR_BLOCKED_BY_RESPONSE', 'response-policy'],
  ['ERR_BLOCKED_BY_ORB', 'response-policy'],
  ['ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['ERR_BLOCKED_BY_', 'blocked-by-extension'],
  ['ERR_UNSAFE_PORT', 'unsafe-port'],
  ['ERR_FAILED', 'reason-untold'],
  ['blocked:mixed-content', 'mixed-content'],
  ['blocked:', 'blocked-by-browser'],
];

/** @param error a net error such as `net::ERR_CONNECTION_REFUSED`, or what DevTools says in its place */
export function networkCause(error: string): NetworkCauseId {
  const name = bareNetError(error);
  return CAUSES_BY_ERROR.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'network-error';
}

/** The net error's name alone, as DevTools' Network panel shows it in parentheses. */
export function bareNetError(error: string): string {
  return error.replace(/^net::/, '');
}
