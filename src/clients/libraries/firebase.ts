import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `firebase` 13.2.0.
 * @see https://github.com/firebase/firebase-js-sdk
 */
export const client: Client = {
  name: 'Firebase',
  headers:
    'x-firebase-* firebase-instance-id-token google-cloud-resource-prefix x-goog-api-client x-goog-firebase-* x-goog-request-params x-goog-upload-*',
  beside: 'x-client-version x-goog-*',
  always: 'x-firebase-* firebase-instance-id-token x-goog-firebase-*',
};
