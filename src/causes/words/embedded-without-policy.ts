import { currentHop, type Exchange, getHeader, originOf } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { EMBEDDER_POLICY, RESOURCE_POLICY } from '../cors-headers.ts';
import type { EmbeddedWithoutPolicy } from '../embedded-without-policy.ts';

export const embeddedWithoutPolicy: CauseTexts<EmbeddedWithoutPolicy> = {
  headline: (_, { server, exchange }) =>
    exchange.resourceType === 'document'
      ? sentence('headlineEmbeddedFrame', { header: EMBEDDER_POLICY, host: server })
      : sentence('headlineEmbeddedWorker', { header: EMBEDDER_POLICY, host: server }),
  happened: (_, { exchange }) =>
    sentence('happenedEmbedded', {
      header: EMBEDDER_POLICY,
      page: exchange.origin,
      value: 'credentialless',
    }),
  advice: (_, { host, url, exchange }) => {
    const isForeign = originOf(url) !== exchange.origin;
    const isFrame = exchange.resourceType === 'document';
    return [
      fix('adviceEmbedded', { headers: lacking(exchange, isForeign), host }),
      ...(isForeign && isFrame
        ? [inPageInstead('adviceEmbeddedCredentialless', { code: '<iframe credentialless>' })]
        : []),
    ];
  },
};

/** The headers to send with the document or script, as they have to be. */
function lacking(exchange: Exchange, isForeign: boolean): readonly string[] {
  const sent = (name: string) => getHeader(currentHop(exchange).response?.headerList ?? [], name);
  const hasPolicy = /^(?:require-corp|credentialless)\b/.test(sent(EMBEDDER_POLICY) ?? '');
  return [
    ...(hasPolicy ? [] : [`${EMBEDDER_POLICY}: require-corp`]),
    ...(isForeign && sent(RESOURCE_POLICY) !== 'cross-origin' ? [`${RESOURCE_POLICY}: cross-origin`] : []),
  ];
}
