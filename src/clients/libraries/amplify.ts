import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `aws-amplify` 6.22.1.
 * @see https://github.com/aws-amplify/amplify-js
 */
export const client: Client = {
  name: 'Amplify',
  headers: 'amz-sdk-* x-amz-*',
  always: 'amz-sdk-* x-amz-user-agent',
};
