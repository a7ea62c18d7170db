import type { Client } from '../client.ts';

/**
 * As the source of `amazon-cognito-identity-js` 6.3.21 has it.
 * @see https://unpkg.com/amazon-cognito-identity-js@6.3.21/dist/amazon-cognito-identity.js
 */
export const client: Client = {
  name: 'Amazon Cognito',
  headers: 'x-amz-target x-amz-user-agent',
  without: 'amz-sdk-*',
};
