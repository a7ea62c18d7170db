import type { Diagnosis } from '../cors/index.ts';
import type { RuleMatch } from './rule-match.ts';

/** Something other than CORS stopped the call: the network, the server, or another rule of the browser. */
export interface NotCors extends RuleMatch {
  readonly id: NotCorsId;
}

/**
 * Every cause that isn't CORS, by the beginnings of its errors' names. The first that has a beginning applies. Its words
 * are in `words/network.ts`.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/mojom/blocked_by_response_reason.mojom
 * @see https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py Firefox's names
 */
const NETWORK_ERRORS = {
  'embedder-policy': [
    'ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginBy',
    'ERR_BLOCKED_BY_RESPONSE.CoepFrameResourceNeedsCoepHeader',
  ],
  'response-policy': ['ERR_BLOCKED_BY_RESPONSE'],
  'opaque-response-blocking': ['ERR_BLOCKED_BY_ORB'],
  'server-not-running': ['ERR_CONNECTION_REFUSED', 'ERR_ADDRESS_', 'NS_ERROR_CONNECTION_REFUSED'],
  'name-not-found': ['ERR_NAME_', 'NS_ERROR_UNKNOWN_HOST', 'NS_ERROR_DNS_'],
  'certificate-not-trusted': ['ERR_CERT_', 'SEC_ERROR_', 'MOZILLA_PKIX_', 'SSL_ERROR_BAD_CERT'],
  'hung-up': [
    'ERR_SSL_',
    'ERR_EMPTY_RESPONSE',
    'ERR_CONNECTION_RESET',
    'ERR_CONNECTION_CLOSED',
    'ERR_CONNECTION_ABORTED',
    'ERR_INVALID_HTTP_RESPONSE',
    'NS_ERROR_NET_RESET',
    'NS_ERROR_NET_INTERRUPT',
    'NS_ERROR_NET_PARTIAL_TRANSFER',
    'SSL_ERROR_',
  ],
  timeout: ['ERR_CONNECTION_TIMED_OUT', 'ERR_TIMED_OUT', 'NS_ERROR_NET_TIMEOUT'],
  offline: ['ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED', 'NS_ERROR_OFFLINE'],
  aborted: ['ERR_ABORTED', 'NS_BINDING_ABORTED', 'NS_ERROR_ABORT'],
  'local-network-access': [
    'ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
    'ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS',
  ],
  'blocked-by-extension': ['ERR_BLOCKED_BY_'],
  'unsafe-port': ['ERR_UNSAFE_PORT', 'NS_ERROR_PORT_ACCESS_NOT_ALLOWED'],
  'reason-untold': ['ERR_FAILED', 'NS_ERROR_FAILURE', 'NS_ERROR_UNEXPECTED', 'NS_ERROR_DOM_BAD_URI'],
  'mixed-content': ['blocked:mixed-content'],
  'blocked-by-browser': ['blocked:'],
  'network-error': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NotCorsId = keyof typeof NETWORK_ERRORS;

/** Whether something other than CORS is the cause. */
export function isNotCors(cause: { readonly id: string }): cause is NotCors {
  return isId(cause.id);
}

/** Returns what stopped the call if it wasn't CORS, else null. */
export function findNotCors({ failures }: Diagnosis): NotCors | null {
  const [failure] = failures;
  if (failure?.stage !== 'network') return null;
  return {
    id: networkCause(failure.error),
    failure,
    responder: null,
    evidence: [],
  };
}

/** @param error a net error such as `net::ERR_CONNECTION_REFUSED`, or what DevTools says in its place */
export function networkCause(error: string): NotCorsId {
  const name = bareNetError(error);
  const isCause = (id: NotCorsId) => {
    const beginnings: readonly string[] = NETWORK_ERRORS[id];
    return beginnings.some((beginning) => name.startsWith(beginning));
  };
  return Object.keys(NETWORK_ERRORS).filter(isId).find(isCause) ?? 'network-error';
}

function isId(id: string): id is NotCorsId {
  return id in NETWORK_ERRORS;
}

/** Returns the net error's name alone, as DevTools' Network panel shows it in parentheses. */
export function bareNetError(error: string): string {
  return error.replace(/^net::/, '');
}
