import { getHeader, originOf } from '../cors/index.ts';
import { EMBEDDER_POLICY, RESOURCE_POLICY } from './cors-headers.ts';
import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * A page with an embedder policy loads a frame or a worker that has none, or, from another origin, doesn't say that others
 * may embed it.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#check-a-navigation-response's-adherence-to-its-embedder-policy
 */
export interface EmbeddedWithoutPolicy extends RuleMatch {
  readonly id: 'embedded-without-policy';
  /** The headers to send with the document, as they have to be. */
  readonly lacking: readonly string[];
  /** Whether it is a frame of another origin, which may be loaded without credentials instead. */
  readonly isForeignFrame: boolean;
}

export function findEmbeddedWithoutPolicy({
  exchange,
  outside,
  hop,
}: OutsideRequest): EmbeddedWithoutPolicy | null {
  if (outside.type !== 'embedded') return null;
  const sent = (name: string) => getHeader(hop.response?.headerList ?? [], name);
  const isForeign = originOf(hop.url) !== exchange.origin;
  const hasPolicy = /^(?:require-corp|credentialless)\b/.test(sent(EMBEDDER_POLICY) ?? '');
  const lacking = [
    ...(hasPolicy ? [] : [`${EMBEDDER_POLICY}: require-corp`]),
    ...(isForeign && sent(RESOURCE_POLICY) !== 'cross-origin' ? [`${RESOURCE_POLICY}: cross-origin`] : []),
  ];
  return {
    ...outsideMatch(exchange, []),
    id: 'embedded-without-policy',
    lacking,
    isForeignFrame: isForeign && exchange.resourceType === 'document',
  };
}
