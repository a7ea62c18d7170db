import type { Diagnosis, Exchange } from '../cors/index.ts';
import { type KeysWith, type PlainKey, type Sentence, sentence } from '../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from './cause-texts.ts';
import type { RuleMatch } from './rule-match.ts';

/** Something other than CORS stopped the call: the network, the server, or another rule of the browser. */
export interface NotCors extends RuleMatch {
  readonly id: NotCorsId;
  /** Whether the call is one of a frame with an opaque origin: a sandboxed one, or a data: frame. */
  readonly inOpaqueFrame: boolean;
}

interface NetworkWords extends CauseTexts<NotCors> {
  /** The cause in a few words. */
  readonly label: (cause: NotCors) => Sentence;
  /** What to do about it. */
  readonly hint: PlainKey;
  /** The beginnings of its errors' names. */
  readonly errors: readonly string[];
}

/** A header that the page itself may send. It blocks every answer that doesn't allow embedding. */
const EMBEDDER_POLICY = 'Cross-Origin-Embedder-Policy';

/** @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/mojom/blocked_by_response_reason.mojom */
function isByEmbedderPolicy(error: string): boolean {
  return /\.(?:NotSameOriginAfterDefaultedToSameOriginByCoep|CoepFrameResourceNeedsCoepHeader)/.test(error);
}

/** Every cause that isn't CORS, with its texts. The first cause that has a beginning of the error's name applies. */
export const NETWORK_WORDS = {
  'server-not-running': words('networkRefused', 'hintRefused', ['ERR_CONNECTION_REFUSED', 'ERR_ADDRESS_']),
  'name-not-found': words('networkName', 'hintName', ['ERR_NAME_']),
  'certificate-not-trusted': words('networkCertificate', 'hintCertificate', ['ERR_CERT_']),
  'hung-up': words('networkHungUp', 'hintHungUp', [
    'ERR_SSL_',
    'ERR_EMPTY_RESPONSE',
    'ERR_CONNECTION_RESET',
    'ERR_CONNECTION_CLOSED',
    'ERR_CONNECTION_ABORTED',
    'ERR_INVALID_HTTP_RESPONSE',
  ]),
  timeout: words('networkTimeout', 'hintTimeout', ['ERR_CONNECTION_TIMED_OUT', 'ERR_TIMED_OUT']),
  offline: words('networkOffline', 'hintOffline', ['ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED']),
  aborted: words('networkAborted', 'hintAborted', ['ERR_ABORTED']),
  'response-policy': {
    ...words('networkResponsePolicy', 'hintResponsePolicy', [
      'ERR_BLOCKED_BY_RESPONSE',
      'ERR_BLOCKED_BY_ORB',
    ]),
    headline: ({ failure }, { server }) =>
      isByEmbedderPolicy(failure.error)
        ? sentence('networkEmbedder', { host: server, header: EMBEDDER_POLICY })
        : sentence('networkResponsePolicy', { host: server }),
    advice: ({ failure }, { host }) =>
      isByEmbedderPolicy(failure.error)
        ? [
            inPageInstead('hintEmbedder', {
              value: `${EMBEDDER_POLICY}: credentialless`,
              attribute: 'crossorigin',
            }),
            fix('hintEmbedderServer', { host, header: 'Cross-Origin-Resource-Policy: cross-origin' }),
          ]
        : [fix('hintResponsePolicy')],
  },
  'local-network-access': {
    ...words('networkLocal', 'hintLocal', [
      'ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
      'ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS',
    ]),
    headline: ({ inOpaqueFrame }, { server }) =>
      inOpaqueFrame
        ? sentence('networkLocalFrame', { host: server, origin: 'null' })
        : sentence('networkLocal', { host: server }),
    // The page's permission doesn't cover such a frame, and Chrome doesn't ask for one:
    // https://wicg.github.io/local-network-access/
    advice: ({ inOpaqueFrame }) =>
      inOpaqueFrame
        ? [inPageInstead('hintLocalFrame', { attribute: 'allow="loopback-network; local-network-access"' })]
        : [fix('hintLocal')],
  },
  'blocked-by-extension': words('networkExtension', 'hintExtension', ['ERR_BLOCKED_BY_']),
  'unsafe-port': words('networkPort', 'hintPort', ['ERR_UNSAFE_PORT']),
  'reason-untold': words('networkUnsaid', 'hintUnsaid', ['ERR_FAILED']),
  'mixed-content': words('networkMixed', 'hintMixed', ['blocked:mixed-content']),
  'blocked-by-browser': words('networkBlocked', 'hintBlocked', ['blocked:']),
  'network-error': {
    ...words('networkUnsaid', 'hintOther', []),
    headline: ({ failure }, { server }) =>
      sentence('networkOther', { host: server, error: bareNetError(failure.error) }),
  },
} satisfies Readonly<Record<string, NetworkWords>>;

export type NotCorsId = keyof typeof NETWORK_WORDS;

function words(headline: KeysWith<'host'>, hint: PlainKey, errors: readonly string[]): NetworkWords {
  return {
    hint,
    errors,
    label: ({ failure }) => sentence('labelNetwork', { error: bareNetError(failure.error) }),
    headline: (_, { server }) => sentence(headline, { host: server }),
    happened: () => null,
    advice: () => [fix(hint)],
  };
}

/** Whether something other than CORS is the cause. */
export function isNotCors(cause: { readonly id: string }): cause is NotCors {
  return isId(cause.id);
}

/** Returns what stopped the call if it wasn't CORS, else null. */
export function findNotCors({ origin }: Exchange, { failures }: Diagnosis): NotCors | null {
  const [failure] = failures;
  if (failure?.stage !== 'network') return null;
  const inOpaqueFrame = origin === 'null';
  return {
    id: networkCause(failure.error),
    inOpaqueFrame,
    failure,
    responder: null,
    evidence: [],
  };
}

/** @param error a net error such as `net::ERR_CONNECTION_REFUSED`, or what DevTools says in its place */
export function networkCause(error: string): NotCorsId {
  const name = bareNetError(error);
  const isCause = (id: NotCorsId) => NETWORK_WORDS[id].errors.some((beginning) => name.startsWith(beginning));
  return Object.keys(NETWORK_WORDS).filter(isId).find(isCause) ?? 'network-error';
}

function isId(id: string): id is NotCorsId {
  return id in NETWORK_WORDS;
}

/** Returns the net error's name alone, as DevTools' Network panel shows it in parentheses. */
export function bareNetError(error: string): string {
  return error.replace(/^net::/, '');
}
