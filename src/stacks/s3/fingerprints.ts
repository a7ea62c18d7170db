import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html
  { certainty: 'sure', own: true, headers: { server: /^AmazonS3$/, 'x-amz-request-id': /./ } },
];
