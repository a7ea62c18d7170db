import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@aws-sdk/client-lambda` 3.1164.0 and `@aws-sdk/client-dynamodb` 3.1169.0.
 * @see https://github.com/aws/aws-sdk-js-v3
 */
export const client: Client = {
  name: 'AWS SDK',
  headers: 'amz-sdk-* x-amz-*',
  always: 'amz-sdk-* x-amz-user-agent',
};
