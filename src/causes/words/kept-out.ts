import { type Exchange, getHeader, type Response } from '../../cors/index.ts';
import { type PlainKey, sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { EMBEDDER_POLICY, RESOURCE_POLICY } from '../cors-headers.ts';
import type { RuleMatch } from '../rule-match.ts';

/** What a cause of the table of network causes has. */
interface KeptOutWords extends CauseTexts<RuleMatch> {
  /** What to do about it. */
  readonly hint: PlainKey;
}

function answerOf({ failure }: RuleMatch, { hops }: Exchange): Response | null {
  return (hops[failure.hop] ?? hops[0]).response;
}

/** The document that asked, as far as the request names it. */
function documentOf({ hops, origin }: Exchange): string {
  return getHeader(hops[0].requestHeaders ?? [], 'Referer') ?? origin;
}

/**
 * Chrome kept an answer from an element of the page. Its errors are told apart, since another side has to change.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/mojom/blocked_by_response_reason.mojom
 */
export const KEPT_OUT = {
  /** @see https://html.spec.whatwg.org/multipage/browsers.html#coep */
  'embedder-policy': {
    hint: 'hintResponsePolicy',
    headline: (_, { server }) => sentence('networkEmbedder', { host: server, header: EMBEDDER_POLICY }),
    happened: (_, { exchange, host }) =>
      sentence('happenedEmbedder', {
        page: documentOf(exchange),
        header: EMBEDDER_POLICY,
        host,
        lacking: RESOURCE_POLICY,
      }),
    advice: (_, { host }) => [
      inPageInstead('hintEmbedder', {
        value: `${EMBEDDER_POLICY}: credentialless`,
        attribute: 'crossorigin',
      }),
      fix('hintEmbedderServer', { host, header: `${RESOURCE_POLICY}: cross-origin` }),
    ],
  },
  /** @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header */
  'response-policy': {
    hint: 'hintResponsePolicy',
    headline: (cause, { server, exchange }) => {
      const value = getHeader(answerOf(cause, exchange)?.headerList ?? [], RESOURCE_POLICY);
      return value === null
        ? sentence('networkResponsePolicy', { host: server })
        : sentence('networkResponsePolicyOf', { host: server, header: `${RESOURCE_POLICY}: ${value}` });
    },
    happened: () => null,
    advice: () => [
      fix('hintResponsePolicy'),
      inPageInstead('hintResponsePolicyPage', { attribute: 'crossorigin' }),
    ],
  },
  /** @see https://github.com/annevk/orb */
  'opaque-response-blocking': {
    hint: 'hintResponsePolicy',
    headline: (cause, { server, exchange }) => {
      const answer = answerOf(cause, exchange);
      const wanted = exchange.resourceType;
      if (answer === null) return sentence('networkOrb', { host: server, wanted });
      if (answer.status >= 400)
        return sentence('networkOrbStatus', { host: server, status: String(answer.status), wanted });
      const type = getHeader(answer.headerList, 'Content-Type');
      return type === null
        ? sentence('networkOrb', { host: server, wanted })
        : sentence('networkOrbType', { host: server, type, wanted });
    },
    happened: () => sentence('happenedOrb', { header: RESOURCE_POLICY }),
    advice: (_, { host }) => [
      fix('hintOrb', { host, header: 'Content-Type' }),
      inPageInstead('hintOrbPage', { host }),
    ],
  },
} satisfies Readonly<Record<string, KeptOutWords>>;
