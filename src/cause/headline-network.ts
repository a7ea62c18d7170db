import type { MessageKey } from './headline-sentence.ts';

/** What is said of a net error: what happened, and what to do about it. */
export interface NetworkWords {
  readonly headline: MessageKey;
  readonly hint: MessageKey;
}

/** By the beginning of the error's name; the first that fits. */
const WORDS: readonly (readonly [prefix: string, words: NetworkWords])[] = [
  ['ERR_CONNECTION_REFUSED', { headline: 'networkRefused', hint: 'hintRefused' }],
  ['ERR_ADDRESS_', { headline: 'networkRefused', hint: 'hintRefused' }],
  ['ERR_NAME_', { headline: 'networkName', hint: 'hintName' }],
  ['ERR_CERT_', { headline: 'networkCertificate', hint: 'hintCertificate' }],
  ['ERR_SSL_', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_EMPTY_RESPONSE', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_CONNECTION_RESET', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_CONNECTION_CLOSED', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_CONNECTION_ABORTED', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_INVALID_HTTP_RESPONSE', { headline: 'networkHungUp', hint: 'hintHungUp' }],
  ['ERR_CONNECTION_TIMED_OUT', { headline: 'networkTimeout', hint: 'hintTimeout' }],
  ['ERR_TIMED_OUT', { headline: 'networkTimeout', hint: 'hintTimeout' }],
  ['ERR_INTERNET_DISCONNECTED', { headline: 'networkOffline', hint: 'hintOffline' }],
  ['ERR_NETWORK_CHANGED', { headline: 'networkOffline', hint: 'hintOffline' }],
  ['ERR_ABORTED', { headline: 'networkAborted', hint: 'hintAborted' }],
  ['ERR_BLOCKED_BY_RESPONSE', { headline: 'networkResponsePolicy', hint: 'hintResponsePolicy' }],
  ['ERR_BLOCKED_BY_ORB', { headline: 'networkResponsePolicy', hint: 'hintResponsePolicy' }],
  ['ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', { headline: 'networkLocal', hint: 'hintLocal' }],
  ['ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', { headline: 'networkLocal', hint: 'hintLocal' }],
  ['ERR_BLOCKED_BY_', { headline: 'networkExtension', hint: 'hintExtension' }],
  ['ERR_UNSAFE_PORT', { headline: 'networkPort', hint: 'hintPort' }],
  ['ERR_FAILED', { headline: 'networkUnsaid', hint: 'hintUnsaid' }],
  ['blocked:mixed-content', { headline: 'networkMixed', hint: 'hintMixed' }],
  ['blocked:', { headline: 'networkBlocked', hint: 'hintBlocked' }],
];

const OTHER: NetworkWords = { headline: 'networkOther', hint: 'hintOther' };

/** @param error a net error such as `net::ERR_CONNECTION_REFUSED`, or what DevTools says in its place */
export function networkWords(error: string): NetworkWords {
  const name = bareNetError(error);
  return WORDS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? OTHER;
}

/** The net error's name alone, as DevTools' Network panel shows it in parentheses. */
export function bareNetError(error: string): string {
  return error.replace(/^net::/, '');
}
