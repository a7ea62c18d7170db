import type { Fingerprint } from '../fingerprint.ts';

/** Its own hosts; what else it may send, API Gateway and load balancers send, too. */
const HOST = /^https:\/\/[a-z0-9]+\.lambda-url\.[a-z0-9-]+\.on\.aws\//;

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
  {
    certainty: 'sure',
    own: true,
    status: [403],
    url: HOST,
    headers: { 'x-amzn-errortype': /^AccessDeniedException/ },
  },
  { certainty: 'sure', url: HOST, headers: {} },
];
