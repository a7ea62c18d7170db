import { type Sentence, sentence } from '../texts/index.ts';
import type { CauseId, FoundCause, FoundOf } from './cause.ts';
import { EMBEDDER_POLICY, RESOURCE_POLICY } from './cors-headers.ts';
import { NAMED_IN_LABEL, namedHeaders } from './named-headers.ts';
import { bareNetError, isNotCors, type NotCors, type NotCorsId } from './not-cors.ts';
import { sdkName } from './source-words.ts';

type LabelledId = Exclude<CauseId, NotCorsId>;
type LabelsById = { readonly [Id in LabelledId]: (cause: FoundOf<Id>) => Sentence };

/**
 * Each cause of the protocol in a few words. Lists show no more, so that their pages load the other texts of causes only
 * when somebody looks at a call.
 */
const LABELS: LabelsById = {
  // CORS is set up, and doesn't allow the call.
  'header-not-allowed': (cause) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_LABEL);
    return more === null
      ? sentence('labelHeaders', { names })
      : sentence('labelHeadersMore', { names, count: more });
  },
  'sdk-header': ({ names, sources }) => {
    const { names: named, more } = namedHeaders(names, NAMED_IN_LABEL);
    if (more === null) return sentence('labelHeaders', { names: named });
    const sdks = sources.flatMap((source) => sdkName(source) ?? []);
    return sdks.length < sources.length
      ? sentence('labelHeadersMore', { names: named, count: more })
      : sentence('labelSdkHeaders', { clients: sdks });
  },
  'response-header-on-request': () => sentence('labelResponseHeader'),
  'method-not-allowed': ({ method }) => sentence('labelMethod', { method }),
  'origin-not-allowed': () => sentence('labelOrigin'),
  'origin-guard': ({ status }) => sentence('labelGuard', { status: `${status}` }),
  'not-allowed-silently': () => sentence('labelSilent'),
  'not-allowed-by-status': ({ status }) => sentence('labelByStatus', { status: `${status}` }),
  'malformed-origin': () => sentence('labelMalformedOrigin'),
  'two-cors-layers': (cause) => sentence('labelTwoLayers', { header: cause.header }),
  'wildcard-with-credentials': () => sentence('labelWildcard'),
  'credentials-not-allowed': () => sentence('labelCredentials'),
  'malformed-list': () => sentence('labelMalformedList'),
  // CORS isn't set up.
  'not-configured': () => sentence('labelNotConfigured'),
  // Something other than CORS answers the preflight.
  'preflight-login': ({ status }) => sentence('labelPreflightLogin', { status: `${status}` }),
  'preflight-login-redirect': () => sentence('labelPreflightLoginRedirect'),
  'preflight-router': ({ status }) => sentence('labelPreflightRouter', { status: `${status}` }),
  'preflight-canonical-redirect': () => sentence('labelPreflightRedirect'),
  'preflight-redirect': () => sentence('labelPreflightRedirect'),
  'preflight-crash': ({ status }) => sentence('labelPreflightCrash', { status: `${status}` }),
  'preflight-gateway': ({ status }) => sentence('labelPreflightGateway', { status: `${status}` }),
  'preflight-status': ({ status }) => sentence('labelPreflightStatus', { status: `${status}` }),
  // The preflight passes, or none is needed, and the response to the call itself fails.
  'response-without-cors': ({ status }) => sentence('labelResponse', { status: `${status}` }),
  'error-without-cors': ({ code }) => sentence('labelError', { status: code }),
  'cached-answer': () => sentence('labelCached'),
  'stale-preflight': () => sentence('labelStale'),
  'login-redirect': () => sentence('labelLoginRedirect'),
  'canonical-redirect': () => sentence('labelRedirect'),
  'redirect-not-allowed': () => sentence('labelRedirect'),
  // The call carries an origin that no server should allow.
  'opaque-origin': () => sentence('labelOpaque', { origin: 'null' }),
  'origin-lost-in-redirect': () => sentence('labelOpaque', { origin: 'null' }),
  // CORS decides nothing about the request, and people take for CORS what came of it.
  'opaque-answer': () => sentence('labelOpaqueAnswer'),
  'service-worker-answer': () => sentence('labelServiceWorker'),
  'websocket-handshake': () => sentence('labelWebsocket'),
  'websocket-closed': () => sentence('labelWebsocketClosed'),
  'local-url': () => sentence('labelLocalUrl', { scheme: 'file:' }),
  'integrity-without-cors': () =>
    sentence('labelIntegrity', { attribute: 'integrity', lacking: 'crossorigin' }),
  'content-security-policy': () => sentence('labelCsp'),
  'embedded-without-policy': () => sentence('labelEmbedded', { header: EMBEDDER_POLICY }),
};

/** Names the root cause in a few words. */
export function causeLabel(cause: FoundCause): Sentence {
  return isNotCors(cause) ? labelOfNotCors(cause) : labelOf(cause);
}

function labelOf<Id extends LabelledId>(cause: FoundOf<Id>): Sentence {
  return LABELS[cause.id](cause);
}

/** Says what kept an answer from the page; any other by its net error. */
function labelOfNotCors({ id, failure }: NotCors): Sentence {
  if (id === 'embedder-policy') return sentence('labelEmbedder', { header: EMBEDDER_POLICY });
  if (id === 'response-policy') return sentence('labelResponsePolicy', { header: RESOURCE_POLICY });
  if (id === 'opaque-response-blocking') return sentence('labelOrb');
  return sentence('labelNetwork', { error: bareNetError(failure.error) });
}
