import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { EMBEDDER_POLICY } from '../cors-headers.ts';
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
  advice: ({ lacking, isForeignFrame }, { host }) => [
    fix('adviceEmbedded', { headers: lacking, host }),
    ...(isForeignFrame
      ? [inPageInstead('adviceEmbeddedCredentialless', { code: '<iframe credentialless>' })]
      : []),
  ],
};
